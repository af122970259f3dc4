import type { Configuration } from "@shopkeeper/engine";

/** What is wrong with a configuration, in words that tell the mend. */
export class ConfigurationError extends Error {}

/** Reads the text of a configuration; `name` is what the shop calls it: an address or "data-sk-config". */
export function parseConfiguration(text: string, name: string): Partial<Configuration> {
  let parsed: unknown;
  try {
    // Without a prototype: what a careless script has put onto that of all objects is no configuration.
    parsed = JSON.parse(text, (_, value: unknown) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.assign(Object.create(null) as object, value)
        : value,
    );
  } catch (error) {
    throw new ConfigurationError(`${name} is not JSON: ${(error as Error).message}`);
  }
  if (!parsed || typeof parsed !== "object" || Array.isArray(parsed))
    throw new ConfigurationError(`${name} must be an object: { "version": 1, … }`);
  const { version } = parsed as Partial<Configuration>;
  if (version !== 1)
    throw new ConfigurationError(`${name} needs "version": 1; it has ${JSON.stringify(version) ?? "none"}`);
  return parsed as Configuration;
}

/** The first element of a selector, also where an image of the page covers the document's own `querySelector`. */
export const query = (document: Document, selector: string): Element | null =>
  Object.getPrototypeOf(document).querySelector.call(document, selector);

export const inlineSelector = "script[data-sk-config]";

/** The configuration that stands in the page itself, in `<script type="application/json" data-sk-config>`. */
export function inlineConfiguration(document: Document): Partial<Configuration> | undefined {
  const script = query(document, inlineSelector);
  return script ? parseConfiguration(script.textContent ?? "", "data-sk-config") : undefined;
}

/** The configuration at an address. */
export async function fetchConfiguration(url: string): Promise<Partial<Configuration>> {
  const response = await fetch(url);
  if (!response.ok) throw new ConfigurationError(`data-config: ${url} answered ${response.status}`);
  return parseConfiguration(await response.text(), url);
}
