import { cleanText } from "./clean-text.ts";

/** Where a visit came from: parameters of its first `page_view`. */
export interface VisitSource {
  /** Who sent it, such as `"google"` or `"newsletter"`. */
  source?: string;
  /** How, such as `"search"`, `"email"`, `"cpc"`; `"direct"` when nobody did. */
  medium: string;
  campaign?: string;
  /** The host of the page that led here. */
  page_referrer?: string;
}

/** Who adds a click id to an address, in the order of these names. */
const CLICKS = /[?&](?:(gclid|[gw]braid)|(msclkid)|(ttclid)|(fbclid))=/;
const CLICKED = ["google", "bing", "tiktok", "facebook"];

// Whole labels of a host, a group for each medium: `www.google.de`, but not `mygoogle.shop`.
const HOSTS =
  /(?:^|\.)(?:(chatgpt|openai|perplexity|claude|gemini(?=\.google)|copilot)|(e?mail|outlook)|(google|bing|duckduckgo|yahoo|ecosia|baidu|yandex|naver)|(facebook|instagram|pinterest|tiktok|youtube|reddit|linkedin|twitter|x(?=\.com)|t(?=\.co$)))\./;
const MEDIUMS = ["ai", "email", "search", "social"];

/** Which group of an expression a text has, and what it is there. */
const groupOf = (words: RegExp, text: string): [group: number, word?: string] => {
  const groups = words.exec(text)?.slice(1) ?? [];
  const group = groups.findIndex(Boolean);
  return [group, groups[group]];
};

/**
 * Where a visit came from: `utm_*` first, else a click id, else the referrer, else nowhere. No other
 * parameter of the address is kept.
 *
 * @example visitSource("https://shop.example/", "https://www.google.de/")
 *   // { source: "google", medium: "search", page_referrer: "www.google.de" }
 */
export function visitSource(address: string, referrer: string): VisitSource {
  const { searchParams, search, hostname } = new URL(address);
  const utm = (name: string): string | undefined => cleanText(searchParams.get(`utm_${name}`));
  // From one page of the shop to the next is no source.
  let host = /^\w+:\/\/([^/:]+)/.exec(referrer)?.[1];
  if (host === hostname) host = undefined;
  const [click] = groupOf(CLICKS, search);
  const [medium, name] = groupOf(HOSTS, host ?? "");
  const source = utm("source") ?? CLICKED[click] ?? name ?? host?.replace(/^www\./, "");
  return {
    source,
    medium:
      utm("medium") ??
      // Facebook adds its id to what people share as well.
      (click < 0 ? (MEDIUMS[medium] ?? (source ? "referral" : "direct")) : click > 2 ? "social" : "cpc"),
    campaign: utm("campaign"),
    page_referrer: host,
  };
}
