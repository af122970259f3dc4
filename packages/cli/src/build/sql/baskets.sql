-- What is bought together: Jaccard's index of the orders with the one and those with the other, in millionths.
SELECT i, j, weight
FROM (
  SELECT i, j, weight, ROW_NUMBER() OVER (PARTITION BY i ORDER BY weight DESC, j) AS place
  FROM (
    SELECT together.i, together.j,
      FLOOR(1e6 * together.orders / (one.orders + other.orders - together.orders) + 0.5) AS weight
    FROM (
      SELECT a.item AS i, b.item AS j, COUNT(*) AS orders
      FROM order_lines AS a JOIN order_lines AS b ON b.purchase = a.purchase
      WHERE a.item <> b.item
      GROUP BY a.item, b.item
    ) AS together
    JOIN (SELECT item, COUNT(*) AS orders FROM order_lines GROUP BY item) AS one ON one.item = together.i
    JOIN (SELECT item, COUNT(*) AS orders FROM order_lines GROUP BY item) AS other ON other.item = together.j
    CROSS JOIN settings
    WHERE together.orders >= basket_minimum
  ) AS weights
) AS places CROSS JOIN settings
WHERE place <= neighbours
