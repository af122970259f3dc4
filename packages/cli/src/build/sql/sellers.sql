-- What sells best in each category, and in the shop (category 0). An order counts 6, a cart 4, a wish 3, a view 1; what is
-- older counts less.
SELECT category, item, score
FROM (
  SELECT category, item, score, ROW_NUMBER() OVER (PARTITION BY category ORDER BY score DESC, item) AS place
  FROM (
    SELECT items.category AS category, scores.item AS item, scores.score AS score
    FROM items
    JOIN (
      SELECT item, SUM(
        CASE kind WHEN 4 THEN 6 WHEN 3 THEN 3 WHEN 2 THEN 4 ELSE 1 END
          * FLOOR(1000 * EXP(-(last_ts - ts) / span / recency) + 0.5)) AS score
      FROM events CROSS JOIN settings WHERE kind <> 5 GROUP BY item
    ) AS scores ON scores.item = items.item
  ) AS scored
) AS places CROSS JOIN settings
WHERE place <= CASE WHEN category = 0 THEN popular_limit ELSE neighbours END
