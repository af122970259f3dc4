/** An edge between two nodes, by their numbers. */
export interface Edges {
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
  length: number;
}

/**
 * An order in which what belongs together stands close together: a walk along the heaviest edges that hold all together
 * (a maximum spanning forest, by Kruskal), smaller branches first. Neighbours then have near numbers, which are short.
 *
 * @param count Of the nodes, which are 0 and up. Who stands first counts as more important.
 * @returns The nodes in their new order.
 */
export function spanningOrder(count: number, edges: Edges): Int32Array {
  const { from, to, weight, length } = edges;
  const parent = Int32Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number): number => {
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  const byWeight = Uint32Array.from({ length }, (_, edge) => edge).sort(
    (a, b) => weight[b]! - weight[a]! || from[a]! - from[b]! || to[a]! - to[b]!,
  );
  const branches: number[][] = Array.from({ length: count }, () => []);
  for (const edge of byWeight) {
    const [a, b] = [from[edge]!, to[edge]!];
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    if (rootA === rootB) continue;
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    branches[a]!.push(b);
    branches[b]!.push(a);
  }
  return walk(count, branches);
}

/** Every tree from its first node, in depth, the smallest branch first. No recursion: a tree may be a long chain. */
function walk(count: number, branches: number[][]): Int32Array {
  const above = new Int32Array(count).fill(-1);
  const size = new Int32Array(count).fill(1);
  const order = new Int32Array(count);
  const met = new Uint8Array(count);
  let placed = 0;
  for (let root = 0; root < count; root++) {
    if (met[root]) continue;
    const downwards = [root];
    met[root] = 1;
    for (let at = 0; at < downwards.length; at++)
      for (const next of branches[downwards[at]!]!)
        if (!met[next]) {
          met[next] = 1;
          above[next] = downwards[at]!;
          downwards.push(next);
        }
    for (const node of downwards.reverse()) if (above[node]! >= 0) size[above[node]!]! += size[node]!;
    const stack = [root];
    while (stack.length) {
      const node = stack.pop()!;
      order[placed++] = node;
      const below = branches[node]!.filter((next) => above[next] === node);
      // What is pushed last is walked first.
      stack.push(...below.sort((a, b) => size[b]! - size[a]! || b - a));
    }
  }
  return order;
}
