import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inScript, returningHero } from "./page.mjs";
import { rivalScripts, rivalsHere } from "./rivals.mjs";

const condition = `top(category) = "Shoes"`;
const inSlot = {
  slot: ` data-sk-slot="hero"`,
  template: `<template data-sk-when='${condition}'>${returningHero}</template>`,
};
const configuration = {
  version: 1,
  experiences: [{ id: "hero", kind: "swap", target: "#hero", template: "#hero-shoes", when: condition }],
};

/** The least that anyone can do: a record that the page before left in localStorage, and one exchange. */
const smallScript = `(() => {
  const record = JSON.parse(localStorage.getItem("hero") || "null");
  if (!record) return;
  const swap = () => {
    const hero = document.getElementById("hero");
    // While it is the last of what has come, the parser may still be at work on it.
    if (!hero || (!hero.nextSibling && document.readyState === "loading")) return;
    observer.disconnect();
    hero.innerHTML = record.html;
  };
  const observer = new MutationObserver(swap);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", swap);
})();`;
export const smallScriptSize = smallScript.length;

const ourTag = (how = "") => `<script ${how}src="/shopkeeper.js" data-consent="granted"></script>`;
const snippetBeside = (tag) => join(dirname(tag), "first-frame-snippet.html");
const ours = { ours: true, ...inSlot };

/** Rows that others are compared with. */
export const bases = {
  bare: "bare page",
  inline: "empty inline script",
  small: "600-byte script, plain",
};

/**
 * The pages that are compared: each has the same hero, and its own way to another one.
 *
 * `changes`: whether the new hero comes: always, unless it says `"never"`, or `"perhaps"` where it comes only if that is
 * in time. `foresees`: a page works out what the next one shows.
 */
export const contestantsOf = (tag) =>
  [
    { name: bases.bare, host: "bare", changes: "never" },
    {
      name: bases.inline,
      host: "inline",
      changes: "never",
      head: "<script>(() => {})();</script>",
      ...inSlot,
    },
    {
      name: bases.small,
      host: "small",
      head: `<script src="/small.js"></script>`,
      before: (page) =>
        page.evaluate((html) => localStorage.setItem("hero", JSON.stringify({ html })), returningHero),
      ...inSlot,
    },
    { name: "**Shopkeeper**, plain, slot in HTML", host: "slot", head: ourTag(), ...ours },
    {
      name: "**Shopkeeper**, plain, configuration",
      host: "configuration",
      ours: true,
      head: `<script type="application/json" data-sk-config>${inScript(configuration)}</script>${ourTag()}`,
      above: `<template id="hero-shoes">${returningHero}</template>`,
    },
    existsSync(snippetBeside(tag)) && {
      name: "**Shopkeeper**, snippet, and the tag `async`",
      host: "snippet",
      head: `${readFileSync(snippetBeside(tag), "utf8").replace(/<!--.*?-->\s*/s, "")}${ourTag("async ")}`,
      foresees: true,
      ...ours,
    },
    {
      name: "**Shopkeeper**, `async` alone",
      host: "async",
      changes: "perhaps",
      head: ourTag("async "),
      ...ours,
    },
    {
      name: "**Shopkeeper**, `defer` alone",
      host: "defer",
      changes: "perhaps",
      head: ourTag("defer "),
      ...ours,
    },
    ...rivalsHere,
  ].filter(Boolean);

/**
 * What the pages load, each read once: beside the tag are the parts that it loads when it needs them.
 *
 * @returns {(pathname: string) => string | Buffer | undefined}
 */
export function scriptsOf(tag) {
  const kept = new Map();
  const read = (pathname) => {
    if (pathname === "/small.js") return smallScript;
    if (pathname === "/shopkeeper.js") return readFileSync(tag);
    if (pathname in rivalScripts) return rivalScripts[pathname]();
    const part = join(dirname(tag), basename(pathname));
    return pathname === `/${basename(part)}` && part.endsWith(".js") && existsSync(part)
      ? readFileSync(part)
      : undefined;
  };
  return (pathname) => {
    if (!kept.has(pathname)) kept.set(pathname, read(pathname));
    return kept.get(pathname);
  };
}
