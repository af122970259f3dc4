-- With two steps: what the best of a product lead to leads on from it too. The weight is ln(1 + P / epsilon), in millionths.
SELECT i, j, FLOOR(1e6 * LN(1 + p / 1e9 / epsilon) + 0.5) AS weight
FROM (
  SELECT i, j, p, ROW_NUMBER() OVER (PARTITION BY i ORDER BY p DESC, j) AS place
  FROM (
    SELECT i, j, SUM(p) AS p
    FROM (
      SELECT i, j, p FROM near
      UNION ALL
      SELECT a.i AS i, b.j AS j, FLOOR(hop * (a.share * b.share / 1e9) + 0.5) AS p
      FROM shares AS a JOIN shares AS b ON b.i = a.j CROSS JOIN settings
      WHERE a.i <> b.j AND hop > 0
    ) AS one_and_two GROUP BY i, j
  ) AS sums
) AS places CROSS JOIN settings
WHERE place <= neighbours
