SELECT purchase, line.2 AS item
FROM (
  SELECT purchase, arraySlice(arraySort(groupArray((first, item))), 1, (SELECT session_cap FROM settings)) AS lines
  FROM (SELECT purchase, item, min(seq) AS first FROM events WHERE kind = 4 GROUP BY purchase, item)
  GROUP BY purchase
)
ARRAY JOIN lines AS line
