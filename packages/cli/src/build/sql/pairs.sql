-- Both ways added up. Nothing leads to a word that is searched for.
SELECT i, j, SUM(weight) AS weight
FROM (
  SELECT a AS i, b AS j, forward AS weight FROM steps
  UNION ALL
  SELECT b AS i, a AS j, backward AS weight FROM steps WHERE kind = 1
) AS both_ways
GROUP BY i, j
