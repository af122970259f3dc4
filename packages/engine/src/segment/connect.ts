/** How names refer to one another. */
export interface Connected {
  /** Every name after those that it refers to, as far as they do not refer back. */
  order: string[];
  /** By name a number that two names share just when each leads to the other. */
  circle: Record<string, number>;
}

/**
 * Orders names by what they refer to, and finds those that lead back to themselves, in one walk and without going down
 * the stack: Tarjan's strongly connected components, https://doi.org/10.1137/0201010.
 *
 * @param references The names that a name refers to, known ones only.
 */
export function connect(names: string[], references: (name: string) => string[]): Connected {
  const order: string[] = [];
  const circle: Record<string, number> = { __proto__: null! };
  const met: Record<string, number> = { __proto__: null! };
  const lowest: Record<string, number> = { __proto__: null! };
  const open: string[] = [];
  let count = 0;
  for (const root of names) {
    const way: [name: string, next: string[]][] = [];
    const enter = (name: string): void => {
      if (met[name] !== undefined) return;
      met[name] = lowest[name] = count++;
      open.push(name);
      way.push([name, [...references(name)]]);
    };
    enter(root);
    while (way[0]) {
      const [name, next] = way.at(-1)!;
      const to = next.pop();
      if (to !== undefined) {
        if (met[to] === undefined) enter(to);
        else if (circle[to] === undefined) lowest[name] = Math.min(lowest[name]!, met[to]);
        continue;
      }
      way.pop();
      const from = way.at(-1)?.[0];
      if (from !== undefined) lowest[from] = Math.min(lowest[from]!, lowest[name]!);
      if (lowest[name] === met[name]) {
        for (let last; last !== name; order.push(last)) circle[(last = open.pop()!)] = met[name]!;
      }
    }
  }
  return { order, circle };
}
