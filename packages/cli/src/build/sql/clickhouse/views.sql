SELECT i, best.2 AS j, floor(1e6 * log(1 + -best.1 / 1e9 / (SELECT epsilon FROM settings)) + 0.5) AS weight
FROM (
  SELECT i, arraySlice(arraySort(groupArray((-p, j))), 1, (SELECT neighbours FROM settings)) AS bests
  FROM (
    SELECT i, j, sum(p) AS p
    FROM (
      SELECT i, j, p FROM near
      UNION ALL
      SELECT i, j, floor((SELECT hop FROM settings) * (one * other / 1e9) + 0.5) AS p
      FROM (SELECT i, j AS middle, share AS one FROM shares)
      ALL INNER JOIN (SELECT i AS middle, j, share AS other FROM shares) USING middle
      WHERE i != j AND (SELECT hop FROM settings) > 0
    )
    GROUP BY i, j
  )
  GROUP BY i
)
ARRAY JOIN bests AS best
