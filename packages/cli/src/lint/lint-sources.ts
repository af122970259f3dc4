import { lint, RULES, type Finding, type RuleName, type Severities, type Severity } from "@shopkeeper/lint";
import { locationAt, offsetIn, type Location } from "./locate.ts";
import type { FilePage, Origin } from "./read-page.ts";
import { parseSelector } from "./parse-selector.ts";
import type { Source } from "./read-sources.ts";

/** What was found in a file. */
export interface Told extends Location {
  file: string;
  severity: Severity;
  rule: RuleName;
  message: string;
  mend: string;
  /** The line of an expression, with its place underlined. */
  excerpt?: string | undefined;
}

const tell = (file: string, text: string, { spot, ...finding }: Finding<Origin>): Told => {
  const { severity, rule, message, mend, excerpt } = finding;
  const place = locationAt(text, offsetIn(text, spot));
  return { file, ...place, severity, rule, message, mend, ...(excerpt && { excerpt }) };
};

/** What could not be read cannot be checked: that is worth a hint. */
function unread(
  file: string,
  configuration: { name: string; error: string },
  severities: Severities,
): Told[] {
  const rule = "unread-configuration";
  const severity = severities[rule] ?? RULES[rule];
  if (severity === "off") return [];
  const message = `The configuration ${configuration.name} could not be read: ${configuration.error}.`;
  const mend = "Name it on the command line: --config FILE.";
  return [{ file, line: 1, column: 1, severity, rule, message, mend }];
}

/**
 * Whether a selector means something in any of the pages. It is asked again and again, where they share a configuration.
 *
 * @throws Where it is no selector.
 */
function anywhere(pages: FilePage[]): (selector: string) => boolean | undefined {
  const known = new Map<string, boolean | undefined>();
  return (selector) => {
    parseSelector(selector);
    if (!known.has(selector)) {
      const answers = pages.map((page) => page.has(selector));
      known.set(selector, answers.includes(true) || (answers.includes(undefined) ? undefined : false));
    }
    return known.get(selector);
  };
}

/** Checks pages and configurations, each page with its own configuration, and with the others of the shop in view. */
export function lintSources(
  sources: Source[],
  severities: Severities,
  shared?: { name: string; text: string },
): Told[] {
  const elsewhere = anywhere(sources.flatMap(({ page }) => page ?? []));
  const told = sources.flatMap(({ name, text, page, configuration }) => {
    if (!page)
      return lint<Origin>({ configuration: text, elsewhere, severities }).map((each) =>
        tell(name, text, each),
      );
    const external = configuration ?? shared;
    const file = external && "text" in external ? external : undefined;
    const findings = lint<Origin>({
      page,
      configuration: file?.text,
      isIncomplete: !!external && !file,
      elsewhere,
      severities,
    });
    return [
      ...(external && "error" in external ? unread(name, external, severities) : []),
      ...findings
        .map((each) =>
          file && !each.spot.element ? tell(file.name, file.text, each) : tell(name, text, each),
        )
        .sort((a, b) => a.line - b.line || a.column - b.column),
    ];
  });
  // A file that all pages share is told once.
  return [...new Map(told.map((each) => [JSON.stringify(each), each])).values()];
}
