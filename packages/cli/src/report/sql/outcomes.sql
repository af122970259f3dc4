-- Every outcome once: what was sent twice has the same id.
SELECT id, client, ts, day, name, experience_id, experiment_id, variation, goal, value, currency
FROM (
  SELECT lines.*, ROW_NUMBER() OVER (PARTITION BY id ORDER BY ts, client) AS nth
  FROM lines
) AS numbered
WHERE nth = 1
