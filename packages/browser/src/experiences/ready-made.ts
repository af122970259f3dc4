import type { ExperienceConfiguration } from "@shopkeeper/engine";
import { idleHelp } from "./idle-help.ts";
import { PART_NAMES, type PartName } from "./part-names.ts";
import { recentlyViewed } from "./recently-viewed.ts";

/** The options that an attribute can give: `data-idle-help-after="45s"` is the option `after` of `idle-help`. */
export type Option = (name: string) => string | undefined;

/** What the tag has itself; every other one is a part of its own. */
const all = [recentlyViewed, idleHelp];

/** A ready-made experience by its name; `use` is the part that makes it, where the tag does not have it itself. */
export interface ReadyMade extends ExperienceConfiguration {
  use?: string;
  option?: Option;
}

/** A ready-made experience as the configuration names it: `{ "use": "exit-offer", "code": "STAY5" }`. */
export interface Use {
  use: string;
  [option: string]: unknown;
}

/**
 * An experience as it is written, by its name or in full.
 *
 * @throws Where there is no ready-made one of that name.
 */
export const readExperience = (given: ExperienceConfiguration | ReadyMade | Use | string): ReadyMade =>
  typeof given === "string"
    ? readyMade(given)
    : "use" in given && !("option" in given)
      ? readyMade(given.use!, (name) =>
          Object.hasOwn(given, name) ? String((given as Use)[name]) : undefined,
        )
      : (given as ReadyMade);

/**
 * A ready-made experience by its name, with the shop's own options over its defaults.
 *
 * Options of those in the tag: `into` (selector), `position`, `limit`, `min`, `title`, `text`, `label` and `url` (of the link),
 * `place`, `after` (of idling), `trigger`, `cap`, `when`, `pages` (with spaces between).
 *
 * @example readyMade("idle-help", (name) => ({ after: "20s", url: "/help" })[name])
 * @throws Where there is none of that name.
 */
export function readyMade(name: string, option: Option = () => undefined): ReadyMade {
  const found = all.find(({ id }) => id === name);
  if (!found) {
    if (PART_NAMES.includes(name as PartName)) return { id: name, use: name, option } as ReadyMade;
    const names = [...all.map(({ id }) => id), ...PART_NAMES].join(", ");
    throw new Error(`There is no experience "${name}". There are: ${names}.`);
  }
  const made: ReadyMade = { ...found };
  const after = option("after");
  const pages = option("pages");
  for (const key of ["position", "place", "trigger", "cap", "when"] as const) {
    const given = option(key);
    if (given) (made as unknown as Record<string, string>)[key] = given;
  }
  for (const key of ["limit", "min"] as const) {
    const given = Number(option(key));
    if (given) made[key] = given;
  }
  made.target = option("into") ?? made.target;
  if (after) made.trigger = `idle ${after}`;
  if (pages) made.pages = pages.trim().split(/[\s,]+/);
  // What the shop leaves out is said in the page's language when it is shown.
  made.content = {
    words: name,
    title: option("title"),
    body: option("text"),
    action: { label: option("label"), url: option("url") },
  };
  return made;
}
