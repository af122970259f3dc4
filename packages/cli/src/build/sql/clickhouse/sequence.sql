-- On every shard, of the events that are there: all of a visit are on one.
SELECT visit AS session, position, item, kind,
  floor(1000 * exp(-((SELECT last_ts FROM settings) - ts) / (SELECT span FROM settings) / (SELECT recency FROM settings)) + 0.5)
    AS recency
FROM (
  SELECT visit, position, event.1 AS ts, event.3 AS item, event.4 AS kind, views
  FROM (
    SELECT
      arraySort(x -> (x.1, x.2), groupArray(event)) AS sorted,
      sorted[1].2 AS visit,
      arrayCumSum(arrayMap(x -> x.4 = 1, sorted)) AS positions,
      positions[length(positions)] AS views
    FROM (
      SELECT visitor, session, event, part
      FROM (
        SELECT visitor, session,
          arraySort(x -> (x.1, x.2), groupArray((ts, seq, item, kind))) AS sorted,
          arrayMap(x -> x.1, sorted) AS times,
          arrayMap(x -> x.3, sorted) AS products,
          arrayMap((time, previous, place) -> place = 1 OR (session = 0 AND time - previous > (SELECT pause FROM settings)),
            times, arrayPushFront(arrayPopBack(times), toInt64(0)), arrayEnumerate(times)) AS starts,
          arrayMap((product, previous, start) -> product = previous AND start = 0,
            products, arrayPushFront(arrayPopBack(products), toInt32(-1)), starts) AS again,
          arrayFilter((x, is_again) -> is_again = 0, sorted, again) AS kept,
          arrayCumSum(arrayFilter((x, is_again) -> is_again = 0, starts, again)) AS parts
        FROM events_local WHERE kind IN (1, 5)
        GROUP BY visitor, session
      )
      ARRAY JOIN kept AS event, parts AS part
    )
    GROUP BY visitor, session, part
  )
  ARRAY JOIN sorted AS event, positions AS position
)
WHERE position > toInt64(views) - (SELECT session_cap FROM settings)
