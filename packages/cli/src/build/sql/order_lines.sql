-- Each product of each order once; of an order of a wholesaler, the first ones.
SELECT purchase, item
FROM (
  SELECT purchase, item, ROW_NUMBER() OVER (PARTITION BY purchase ORDER BY seq) AS place
  FROM (SELECT purchase, item, MIN(seq) AS seq FROM events WHERE kind = 4 GROUP BY purchase, item) AS products
) AS places CROSS JOIN settings
WHERE place <= session_cap
