-- Of what was bought early enough to be bought again within the horizon: how often it was, and after how long (the median,
-- of an even number the lower one). By category; 0 is the whole shop.
SELECT category, bought, again, gap
FROM (
  SELECT category, gap,
    COUNT(*) OVER (PARTITION BY category) AS bought,
    COUNT(gap) OVER (PARTITION BY category) AS again,
    ROW_NUMBER() OVER (PARTITION BY category ORDER BY CASE WHEN gap IS NULL THEN 1 ELSE 0 END, gap) AS place
  FROM (
    SELECT items.category AS category, firsts.gap AS gap
    FROM items
    JOIN (
      SELECT one.item AS item, MIN(other.ts) - MIN(one.ts) AS gap
      FROM (
        SELECT visitor, item, MIN(ts) AS ts FROM events WHERE kind = 4 AND visitor <> 0 GROUP BY visitor, item
      ) AS one
      CROSS JOIN settings
      LEFT JOIN (SELECT DISTINCT visitor, item, ts FROM events WHERE kind = 4 AND visitor <> 0) AS other
        ON other.visitor = one.visitor AND other.item = one.item
        AND other.ts >= one.ts + same_order AND other.ts <= one.ts + horizon
      WHERE one.ts <= last_ts - horizon
      GROUP BY one.visitor, one.item
    ) AS firsts ON firsts.item = items.item
  ) AS gaps
) AS places
WHERE place = CASE WHEN again = 0 THEN 1 ELSE again - FLOOR(again / 2.0) END
