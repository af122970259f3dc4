-- What was looked at, one after the other: visits without a session of their own end after a pause, what is looked at twice
-- in a row counts once, and of a visit the last events count. A search stands where the next view has the distance 1.
SELECT session, position, item, kind,
  FLOOR(1000 * EXP(-(last_ts - ts) / span / recency) + 0.5) AS recency
FROM (
  SELECT item, kind, ts, last_ts, span, recency, session_cap,
    MIN(seq) OVER (PARTITION BY visitor, session, visit) AS session,
    SUM(CASE WHEN kind = 1 THEN 1 ELSE 0 END)
      OVER (PARTITION BY visitor, session, visit ORDER BY ts, seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position,
    SUM(CASE WHEN kind = 1 THEN 1 ELSE 0 END) OVER (PARTITION BY visitor, session, visit) AS views
  FROM (
    SELECT visitor, session, ts, seq, item, kind, last_ts, span, recency, session_cap,
      SUM(is_start) OVER (PARTITION BY visitor, session ORDER BY ts, seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS visit
    FROM (
      SELECT visitor, session, ts, seq, item, kind, last_ts, span, recency, session_cap,
        CASE WHEN previous_ts IS NULL OR (session = 0 AND ts - previous_ts > pause) THEN 1 ELSE 0 END AS is_start,
        CASE WHEN previous_item = item AND NOT (session = 0 AND ts - previous_ts > pause) THEN 1 ELSE 0 END AS is_again
      FROM (
        SELECT visitor, session, ts, seq, item, kind,
          LAG(ts) OVER (PARTITION BY visitor, session ORDER BY ts, seq) AS previous_ts,
          LAG(item) OVER (PARTITION BY visitor, session ORDER BY ts, seq) AS previous_item
        FROM events WHERE kind IN (1, 5)
      ) AS events_with_previous CROSS JOIN settings
    ) AS starts WHERE is_again = 0
  ) AS sessions
) AS positions
WHERE position > views - session_cap
