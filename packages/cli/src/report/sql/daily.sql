-- What each day added to each variation. A client converts once, and its value grows with each conversion; the squares are
-- what the square of its value grew by, so that added up over days they are those of all clients.
WITH numbered AS (
  SELECT
    experiment_id,
    variation,
    day,
    value,
    ROW_NUMBER() OVER (PARTITION BY experiment_id, client ORDER BY ts, id) AS nth,
    SUM(value) OVER (
      PARTITION BY experiment_id, client ORDER BY ts, id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS total
  FROM conversions
),
steps AS (
  SELECT experiment_id, variation, day, 1 AS exposures, 0 AS conversions, 0.0 AS value, 0.0 AS value_squares
  FROM exposures
  WHERE variations = 1
  UNION ALL
  SELECT
    experiment_id,
    variation,
    day,
    0 AS exposures,
    CASE WHEN nth = 1 THEN 1 ELSE 0 END AS conversions,
    value,
    total * total - (total - value) * (total - value) AS value_squares
  FROM numbered
)
SELECT
  experiment_id,
  variation,
  day,
  SUM(exposures) AS exposures,
  SUM(conversions) AS conversions,
  SUM(value) AS value,
  SUM(value_squares) AS value_squares
FROM steps
GROUP BY experiment_id, variation, day
