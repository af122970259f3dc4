-- The few best of each product again, as parts of a billion.
SELECT near.i, near.j, FLOOR(1e9 * near.p / totals.total + 0.5) AS share
FROM near
JOIN (SELECT i, SUM(p) AS total FROM near CROSS JOIN settings WHERE place <= hop_limit GROUP BY i) AS totals
  ON totals.i = near.i
CROSS JOIN settings
WHERE near.place <= hop_limit
