-- How many clients have seen more than one variation.
SELECT experiment_id, COUNT(*) AS clients
FROM exposures
WHERE variations > 1
GROUP BY experiment_id
ORDER BY experiment_id
