/** Something in a list of what is known, by its id. */
export interface Entry {
  id: string;
}

/** No list grows longer. */
export const LONGEST = 64;

export const entryOf = <Type extends Entry>(list: Type[], id: string): Type | undefined =>
  list.find((entry) => entry.id === id);

/**
 * The entry with this id, moved to the end of its list, so that a list begins with what was longest untouched and
 * may be forgotten. Where there is none, the fresh one goes there.
 */
export function touch<Type extends Entry>(list: Type[], fresh: Type): Type {
  const index = list.findIndex((entry) => entry.id === fresh.id);
  const entry = index < 0 ? fresh : list.splice(index, 1)[0]!;
  if (list.push(entry) > LONGEST) list.shift();
  return entry;
}
