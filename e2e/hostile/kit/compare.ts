import { type Browser, expect } from "@playwright/test";
import type { HostServer } from "./serve.ts";
import { PERSONAL, PLAIN, type Shown } from "./shop.ts";
import { type Visit, visit, type VisitOptions } from "./visit.ts";

export interface Hosts {
  plain: HostServer;
  tagged: HostServer;
}

export interface CompareOptions extends VisitOptions {
  /** The page takes back what is shown until we give up, and that is told. */
  contested?: boolean;
  /** What is to be seen of the shop's own, where that is not all. */
  plain?: Partial<Shown>;
  /** What may differ in the browser's own objects: the history, where there is no Navigation API. */
  patched?: string[] | "anything";
}

/** What differs between two records, by name. */
const differing = (one: Record<string, string>, other: Record<string, string>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);

/**
 * Visits a host page without the tag and with it: the page finds the same out about itself, which is that all is well,
 * nothing is wrong in either, the window has one name more, nothing that belongs to the browser was touched, and nothing but the tag was asked for.
 *
 * @returns Both visits, for what else there is to ask of them.
 */
export async function compareHost(
  browser: Browser,
  hosts: Hosts,
  path: string,
  options: CompareOptions = {},
): Promise<{ without: Visit; with: Visit }> {
  const without = await visit(browser, hosts.plain, path, false, options);
  const withTag = await visit(browser, hosts.tagged, path, true, options);
  expect(without.host, "the page by itself").toEqual(
    Object.fromEntries(Object.keys(without.host).map((name) => [name, true])),
  );
  expect(Object.keys(without.host).length).toBeGreaterThan(2);
  expect(withTag.host, "the page with the tag").toEqual(without.host);
  expect(without.errors, "errors of the page by itself").toEqual([]);
  const isExpected = (error: string): boolean =>
    !!options.contested && error.startsWith("warning: [shopkeeper] contested: ");
  expect(withTag.errors.some(isExpected), "contested").toBe(!!options.contested);
  expect(
    withTag.errors.filter((error) => !isExpected(error)),
    "errors with the tag",
  ).toEqual([]);
  expect(
    withTag.names.filter((name) => !without.names.includes(name)),
    "new names",
  ).toEqual(options.begins === false ? [] : ["shopkeeper"]);
  // But for what the package from npm is made of, and the parts that the tag loads when it needs them.
  const parts = ["/triggers.js", "/overlays.js", "/catalogue.js", "/cart-acts.js"];
  expect(
    withTag.asked.filter(
      (path) => !without.asked.includes(path) && !path.startsWith("/library/") && !parts.includes(path),
    ),
    "requests",
  ).toEqual(options.begins === false ? [] : ["/shopkeeper.js"]);
  if (options.patched !== "anything")
    expect(differing(without.builtins, withTag.builtins), "patched").toEqual(options.patched ?? []);
  expect(without.shown, "the shop without the tag").toEqual({ ...PLAIN, ...options.plain });
  const plain = { ...PLAIN, ...options.plain };
  const wanted = options.begins === false ? plain : { ...PERSONAL, ...options.shows };
  if (options.anyMoment) {
    for (const name of Object.keys(wanted) as (keyof Shown)[])
      expect([plain[name], wanted[name]], name).toContain(withTag.shown[name]);
    expect(withTag.shown.popup).toBe(wanted.popup);
  } else expect(withTag.shown, "the shop with the tag").toEqual(wanted);
  return { without, with: withTag };
}
