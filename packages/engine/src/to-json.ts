/**
 * A value as JSON, also where the page tells arrays how to be written: Prototype.js up to 1.6 gives them a `toJSON`
 * that makes a text of them. What a replacer returns is not asked for its `toJSON` again.
 */
export const toJson = (value: unknown): string => JSON.stringify(value, "toJSON" in [] ? asItIs : undefined);

function asItIs(this: Record<string, unknown>, name: string): unknown {
  return this[name];
}
