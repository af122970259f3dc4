import type { ExperienceConfiguration } from "@shopkeeper/engine";
import { cartReminder } from "./cart-reminder.ts";
import { idleHelp } from "./idle-help.ts";
import { recentlyViewed } from "./recently-viewed.ts";
import { welcomeBack } from "./welcome-back.ts";

/** The options that an attribute can give: `data-idle-help-after="45s"` is the option `after` of `idle-help`. */
export type Option = (name: string) => string | undefined;

const all = [welcomeBack, recentlyViewed, idleHelp, cartReminder];

/**
 * A ready-made experience by its name, with the shop's own options over its defaults.
 *
 * Options: `into` (selector), `position`, `limit`, `min`, `title`, `text`, `label` and `url` (of the link),
 * `place`, `after` (of idling), `trigger`, `cap`, `when`, `pages` (with spaces between).
 *
 * @example readyMade("idle-help", (name) => ({ after: "20s", url: "/help" })[name])
 * @throws Where there is none of that name.
 */
export function readyMade(name: string, option: Option = () => undefined): ExperienceConfiguration {
  const found = all.find(({ id }) => id === name);
  if (!found)
    throw new Error(`There is no experience "${name}". There are: ${all.map(({ id }) => id).join(", ")}.`);
  const made: ExperienceConfiguration = { ...found };
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
  if (pages) made.pages = pages.trim().split(/\s+/);
  // What the shop leaves out is said in the page's language when it is shown.
  made.content = {
    words: name,
    title: option("title"),
    body: option("text"),
    action: { label: option("label"), url: option("url") },
  };
  return made;
}
