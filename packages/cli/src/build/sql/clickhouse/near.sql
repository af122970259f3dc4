SELECT i, best.2 AS j, -best.1 AS p, place
FROM (
  SELECT i, arraySlice(arraySort(groupArray((-p, j))), 1, (SELECT near_limit FROM settings)) AS bests
  FROM (
    SELECT i, j, floor(weight * row_factor * column_factor * 1000 + 0.5) AS p
    FROM (
      SELECT i, j, weight, row_factor
      FROM pairs ALL INNER JOIN (SELECT item AS i, row_factor FROM support) USING i
    ) ALL INNER JOIN (SELECT item AS j, column_factor FROM support) USING j
  )
  WHERE p > 0
  GROUP BY i
)
ARRAY JOIN bests AS best, arrayEnumerate(bests) AS place
