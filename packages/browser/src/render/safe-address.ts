import { create } from "../dom/elements.ts";

/**
 * An address in full that a link or an image may have: `http`, `https`, `mailto`, `tel` or relative, and `file` where
 * the page is a file itself. `undefined` for `javascript:` and its kin, and where an address is written so that it
 * reads as another one: with a user before the host, a backslash or a control character in it.
 *
 * @example safeAddress("/help") // "https://shop.example/help"
 * @example safeAddress("https://shop.example@evil.example") // undefined
 */
export function safeAddress(address: unknown): string | undefined {
  // oxlint-disable-next-line no-control-regex
  if (typeof address !== "string" || !address.trim() || /[\0-\x1f\x7f\\]/.test(address.trim()))
    return undefined;
  const { href, protocol, username, password } = create("a", { href: address });
  const isSafe =
    /^(https?|mailto|tel):$/.test(protocol) || (protocol === "file:" && location.protocol === protocol);
  return isSafe && !username && !password ? href : undefined;
}
