SELECT i, best.2 AS j, -best.1 AS weight
FROM (
  SELECT i, arraySlice(arraySort(groupArray((-weight, j))), 1, (SELECT neighbours FROM settings)) AS bests
  FROM (
    SELECT i, j, floor(1e6 * together / (one + other - together) + 0.5) AS weight
    FROM (
      SELECT i, j, together, one
      FROM (
        SELECT i, j, count() AS together
        FROM (SELECT purchase, item AS i FROM order_lines)
        ALL INNER JOIN (SELECT purchase, item AS j FROM order_lines) USING purchase
        WHERE i != j
        GROUP BY i, j
        HAVING together >= (SELECT basket_minimum FROM settings)
      )
      ALL INNER JOIN (SELECT item AS i, count() AS one FROM order_lines GROUP BY item) USING i
    )
    ALL INNER JOIN (SELECT item AS j, count() AS other FROM order_lines GROUP BY item) USING j
  )
  GROUP BY i
)
ARRAY JOIN bests AS best
