import type { ExperienceConfiguration, Position, Place } from "@shopkeeper/engine";
import { ownDocument } from "../dom/own-document.ts";
import { fillIn } from "../words/fill-in.ts";
import { langAt, languageOf, type Language } from "../words/language-of.ts";
import type { PartWorld } from "./part-world.ts";

/** What an experience says, in every language that we have. */
export type Texts<Key extends string = string> = Record<Language | "en", Record<Key, string>>;

/** Says a text by its name, with values in its places. */
export type Say<Key extends string> = (key: Key, values?: Record<string, string>) => string;

/** A value that goes into a text of ours is no place for a fact. */
const plain = (value: string): string => value.replace(/[{}]/g, "");

/** The shop's own text, then its word of that name, then ours in the language of the page. */
export const wording =
  <Key extends string>({ option, words }: PartWorld, name: string, texts: Texts<Key>): Say<Key> =>
  (key, values = {}) => {
    const own = (words as Record<string, unknown> | undefined)?.[`${name}.${key}`];
    const ours = texts[languageOf(langAt(ownDocument.documentElement))][key];
    const attribute = { title: "title", body: "text", label: "label" }[key as string];
    const text = (attribute && option(attribute)) ?? (typeof own === "string" ? own : ours);
    const filled = Object.entries(values).map(([place, value]) => [place, plain(value)]);
    return fillIn(text, Object.fromEntries(filled) as Record<string, string>);
  };

/** An option that the shop has to give. @throws With the mend, where it does not. */
export function needed({ option }: PartWorld, experience: string, name: string, mend: string): string {
  const given = option(name);
  if (!given) throw new Error(`${experience} needs data-${experience}-${name}: ${mend}.`);
  return given;
}

/** The parts of a text with commas between. */
export const listed = (text: string | undefined): string[] =>
  (text ?? "").split(",").flatMap((each) => each.trim() || []);

/** A text as the segment language writes it. */
export const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, " "));

/**
 * The options that every ready-made experience takes, over its defaults. `when` narrows, for the rest may be a promise: that
 * nothing is offered to who has just paid.
 */
export function configured({ option }: PartWorld, made: ExperienceConfiguration): ExperienceConfiguration {
  const when = [made.when, option("when")].filter(Boolean);
  const pages = option("pages");
  const isPopup = made.kind === "popup";
  const target = option("into") ?? made.target;
  const isBar = made.kind === "message" && !target;
  // One bar at a time, and after a no none for this visit.
  if (isBar) when.push("not did(experience_dismiss in visit)");
  return {
    ...made,
    when: when.length > 1 ? when.map((each) => `(${each})`).join(" and ") : when[0],
    target,
    group: isBar ? "bar" : made.group,
    pages: pages ? pages.trim().split(/[\s,]+/) : made.pages,
    trigger: option("trigger") ?? made.trigger,
    cap: option("cap") ?? made.cap,
    position: (option("position") as Position) ?? made.position,
    priority: Number(option("priority")) || made.priority,
    limit: Number(option("limit")) || made.limit,
    min: Number(option("min")) || made.min,
    from: option("from") ?? made.from,
    until: option("until") ?? made.until,
    ...(isPopup ? { place: (option("place") as Place) ?? made.place } : {}),
  };
}

/** Pages on which nobody is offered anything: they are paying, or have just paid. */
export const SHOPPING = ["home", "category", "product", "search", "cart", "other"];
