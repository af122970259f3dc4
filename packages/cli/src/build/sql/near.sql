-- The best of each product: P = w / ((s_i + shrink)^row_power (s_j + shrink)^column_power), in billionths.
SELECT i, j, p, place
FROM (
  SELECT i, j, p, ROW_NUMBER() OVER (PARTITION BY i ORDER BY p DESC, j) AS place
  FROM (
    SELECT pairs.i, pairs.j, FLOOR(pairs.weight * from_item.row_factor * to_item.column_factor * 1000 + 0.5) AS p
    FROM pairs
    JOIN support AS from_item ON from_item.item = pairs.i
    JOIN support AS to_item ON to_item.item = pairs.j
  ) AS probabilities WHERE p > 0
) AS places CROSS JOIN settings
WHERE place <= near_limit
