import { create } from "../dom/elements.ts";

/** An address in full that a link or an image may have; `undefined` for `javascript:` and its kin. */
export function safeAddress(address: unknown): string | undefined {
  if (typeof address !== "string" || !address.trim()) return undefined;
  const { href, protocol } = create("a", { href: address });
  return /^(https?|file|mailto|tel):$/.test(protocol) ? href : undefined;
}
