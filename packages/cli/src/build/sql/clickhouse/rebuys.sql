SELECT category, count() AS bought, countIf(until >= 0) AS again,
  if(again = 0, NULL, arraySort(groupArrayIf(until, until >= 0))[again - intDiv(again, 2)]) AS gap
FROM (SELECT item, category FROM items)
ALL INNER JOIN (
  SELECT item, if(length(laters) = 0, -1, laters[1] - times[1]) AS until
  FROM (
    SELECT visitor, item, arraySort(groupUniqArray(ts)) AS times,
      arrayFilter(time -> time >= times[1] + (SELECT same_order FROM settings) AND time <= times[1] + (SELECT horizon FROM settings), times)
        AS laters
    FROM events WHERE kind = 4 AND visitor != 0
    GROUP BY visitor, item
  )
  WHERE times[1] <= (SELECT last_ts FROM settings) - (SELECT horizon FROM settings)
) USING item
GROUP BY category
