-- Each client of each experiment, from the first exposure on. Who has seen several variations belongs to none.
SELECT
  experiment_id,
  client,
  MIN(variation) AS variation,
  COUNT(DISTINCT variation) AS variations,
  MIN(ts) AS ts,
  MIN(day) AS day
FROM outcomes
WHERE name = 'experiment_view'
GROUP BY experiment_id, client
