SELECT i, j, sum(weight) AS weight
FROM (
  SELECT a AS i, b AS j, forward AS weight FROM steps
  UNION ALL
  SELECT b AS i, a AS j, backward AS weight FROM steps WHERE kind = 1
)
GROUP BY i, j
