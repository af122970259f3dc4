SELECT category, best.2 AS item, -best.1 AS score
FROM (
  SELECT category, arraySlice(arraySort(groupArray((-score, item))), 1,
    if(category = 0, (SELECT popular_limit FROM settings), (SELECT neighbours FROM settings))) AS bests
  FROM (SELECT item, category FROM items)
  ALL INNER JOIN (
    SELECT item, sum(multiIf(kind = 4, 6, kind = 3, 3, kind = 2, 4, 1)
      * floor(1000 * exp(-((SELECT last_ts FROM settings) - ts) / (SELECT span FROM settings) / (SELECT recency FROM settings)) + 0.5))
      AS score
    FROM (SELECT item, kind, ts FROM events WHERE kind != 5) GROUP BY item
  ) USING item
  GROUP BY category
)
ARRAY JOIN bests AS best
