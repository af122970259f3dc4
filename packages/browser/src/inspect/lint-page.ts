import { lint, type Finding } from "@shopkeeper/lint";
import type { Options } from "../api.ts";
import { readMarkup } from "./read-markup.ts";
import { ownDocument } from "../dom/own-document.ts";

/** What is wrong in the page with what a merchant wrote for us; `options` as in {@link lintPage}. */
export function findingsIn(options?: Options): Finding<Element>[] {
  // A configuration in the page is read there, where its places are.
  if (!options || ownDocument.querySelector("script[data-sk-config]")) return lint({ page: readMarkup() });
  // These are no part of a configuration.
  const { consent: _consent, load: _load, inspect: _inspect, ...configuration } = options;
  return lint({ page: readMarkup(), configuration: { version: 1, ...configuration } });
}

/**
 * Checks what a merchant wrote in this page, by the rules of `shopkeeper lint`, and tells it in the console: a table, and
 * each finding with its element.
 *
 * @param options What `createShopkeeper` was given; absent where the configuration stands in the page itself.
 */
export function lintPage(options?: Options): void {
  const findings = findingsIn(options);
  if (!findings.length) return console.info("[shopkeeper] lint: nothing to mend");
  console.groupCollapsed(`[shopkeeper] lint: ${findings.length} to look at`);
  console.table(findings.map(({ severity, rule, message, mend }) => ({ severity, rule, message, mend })));
  for (const { severity, rule, message, mend, excerpt, spot } of findings)
    console.warn(
      `${severity} ${rule}: ${message}${excerpt ? `\n${excerpt}\n` : " "}→ ${mend}`,
      spot.element?.origin ?? "configuration",
    );
  console.groupEnd();
}
