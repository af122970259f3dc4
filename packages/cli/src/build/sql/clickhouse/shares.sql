SELECT i, j, floor(1e9 * p / total + 0.5) AS share
FROM (SELECT i, j, p FROM near WHERE place <= (SELECT hop_limit FROM settings))
ALL INNER JOIN (
  SELECT i, sum(p) AS total FROM near WHERE place <= (SELECT hop_limit FROM settings) GROUP BY i
) USING i
