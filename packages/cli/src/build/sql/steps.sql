-- How often b followed a in a visit: the nearer and the more recent, the more; and how much that says of the way back. All
-- weights are whole numbers, whose sums are the same in whatever order they are added up.
SELECT a.item AS a, b.item AS b, a.kind AS kind,
  SUM(a.recency * distances.forward) AS forward,
  SUM(a.recency * distances.backward) AS backward
FROM sequence AS a
JOIN sequence AS b ON b.session = a.session
JOIN distances ON distances.distance = b.position - a.position
WHERE b.kind = 1 AND a.item <> b.item
GROUP BY a.item, b.item, a.kind
