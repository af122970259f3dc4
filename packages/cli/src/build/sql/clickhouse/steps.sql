-- On every shard, of the visits that are there.
SELECT a, b, kind,
  sum(recency * (SELECT groupArray(forward) FROM (SELECT forward FROM distances ORDER BY distance))[distance]) AS forward,
  sum(recency * (SELECT groupArray(backward) FROM (SELECT backward FROM distances ORDER BY distance))[distance]) AS backward
FROM (
  SELECT a, b, kind, recency, toInt64(later) - toInt64(earlier) AS distance
  FROM (SELECT session, item AS a, kind, position AS earlier, recency FROM sequence_local)
  ALL INNER JOIN (SELECT session, item AS b, position AS later FROM sequence_local WHERE kind = 1) USING session
)
WHERE distance >= 1 AND distance <= (SELECT max(distance) FROM distances) AND a != b
GROUP BY a, b, kind
