import { parse } from "@humanwhocodes/momoa";
import type { MemberNode, ValueNode } from "@humanwhocodes/momoa";

/** The way to a value: `["experiences", 0, "when"]`. */
export type Path = (string | number)[];

/** A text in JSON, with the places of what is in it. */
export interface Json {
  value?: unknown;
  /** Why it is none, and where. */
  error?: { message: string; offset: number } | undefined;
  /** Keys that stand twice in one object: the later one counts. */
  twice: { key: string; offset: number }[];
  /**
   * Where a value begins, or its key; where there is none, what is around it.
   *
   * @param within So many characters into a text: its quotes and escapes are passed over.
   */
  offset(path: Path, within?: number): number;
}

const keyOf = ({ name }: MemberNode): string => (name.type === "String" ? name.value : name.name);

/** How many characters of the source stand for so many of the text. */
function written(source: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left--) at += source[at] !== "\\" ? 1 : source[at + 1] === "u" ? 6 : 2;
  return at;
}

/** The value at the end of a way, as far as that goes. */
function find(root: ValueNode, path: Path): { node: ValueNode; offset: number; whole: boolean } {
  let node = root;
  let offset = node.loc.start.offset;
  for (const key of path) {
    let next: ValueNode | undefined;
    if (node.type === "Object") {
      // Of two, the later one counts.
      const member = node.members.filter((each) => keyOf(each) === key).at(-1);
      offset = member?.loc.start.offset ?? offset;
      next = member?.value;
    } else if (node.type === "Array") {
      next = node.elements[+key]?.value;
      offset = next?.loc.start.offset ?? offset;
    }
    if (!next) return { node, offset, whole: false };
    node = next;
  }
  return { node, offset, whole: true };
}

function findTwice(root: ValueNode): Json["twice"] {
  const twice: Json["twice"] = [];
  const open: ValueNode[] = [root];
  for (let node; (node = open.pop());) {
    if (node.type === "Array") open.push(...node.elements.map(({ value }) => value));
    if (node.type !== "Object") continue;
    const seen = new Set<string>();
    for (const member of node.members) {
      const key = keyOf(member);
      if (seen.has(key)) twice.push({ key, offset: member.loc.start.offset });
      seen.add(key);
      open.push(member.value);
    }
  }
  return twice;
}

/** What a parser says, without its names for signs: `Unexpected token RBrace found. (1:10)`. */
function plain(error: Error & { offset?: number }, text: string): string {
  const { offset = 0 } = error;
  const sign = text[offset];
  return sign === undefined ? "the text ends in the middle" : `${JSON.stringify(sign)} cannot stand here`;
}

/**
 * Reads JSON and remembers where everything stands.
 *
 * @example parseJson('{ "limit": 8 }').offset(["limit"]) // 2
 */
export function parseJson(text: string): Json {
  const nowhere = { twice: [], offset: () => 0 };
  let root: ValueNode;
  try {
    root = parse(text).body;
  } catch (error) {
    const { offset = 0 } = error as { offset?: number };
    return {
      ...nowhere,
      error: { message: plain(error as Error, text), offset: Math.min(offset, text.length) },
    };
  }
  try {
    // What a browser reads is what counts.
    const value: unknown = JSON.parse(text);
    return {
      value,
      twice: findTwice(root),
      offset(path, within) {
        const { node, offset, whole } = find(root, path);
        if (within === undefined || !whole || node.type !== "String") return offset;
        return written(text, node.loc.start.offset + 1, within);
      },
    };
  } catch (error) {
    return { ...nowhere, error: { message: (error as Error).message, offset: 0 } };
  }
}

/** A value that is no text: nothing in it has a place. */
export const jsonOf = (value: unknown): Json => ({ value, twice: [], offset: () => 0 });
