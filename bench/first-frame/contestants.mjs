import { readFileSync } from "node:fs";
import { rivalFile, versionOf } from "../kit/rivals.mjs";
import { returningHero } from "./page.mjs";

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

const growthbookConfiguration = {
  noStreaming: true,
  attributes: { returning: true },
  payload: {
    features: {},
    experiments: [
      {
        key: "hero",
        phase: "0",
        hashAttribute: "id",
        coverage: 1,
        weights: [0, 1],
        condition: { returning: true },
        urlPatterns: [{ type: "simple", pattern: "/*", include: true }],
        meta: [{ key: "0" }, { key: "1" }],
        variations: [
          {},
          { domMutations: [{ selector: "#hero", action: "set", attribute: "html", value: returningHero }] },
        ],
      },
    ],
  },
};
const inScript = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const growthbook = (how) =>
  `<script>window.growthbook_config = ${inScript(growthbookConfiguration)}</script><script ${how}src="/growthbook.js"></script>`;
const ourTag = (how = "") => `<script ${how}src="/shopkeeper.js" data-consent="granted"></script>`;

/** The pages that are compared: each has the same hero, and its own way to another one. */
export const contestants = [
  { name: "bare page", host: "bare" },
  {
    name: "600-byte script in the tag's place",
    host: "small",
    head: `<script src="/small.js"></script>`,
    before: (page) =>
      page.evaluate((html) => localStorage.setItem("hero", JSON.stringify({ html })), returningHero),
  },
  { name: "**Shopkeeper**, slot in HTML", host: "slot", ours: true, head: ourTag(), ...inSlot },
  {
    name: "**Shopkeeper**, configuration",
    host: "configuration",
    ours: true,
    head: `<script type="application/json" data-sk-config>${inScript(configuration)}</script>${ourTag()}`,
    above: `<template id="hero-shoes">${returningHero}</template>`,
  },
  { name: "GrowthBook, payload in the page", host: "growthbook", rival: true, head: growthbook("") },
  { name: "**Shopkeeper**, slot, `async`", host: "async", ours: true, head: ourTag("async "), ...inSlot },
  { name: "GrowthBook, `async`", host: "growthbook-async", rival: true, head: growthbook("async ") },
].filter(({ rival }) => !rival || versionOf("@growthbook/growthbook"));

/** What the pages load. */
export const scripts = (tag) => ({
  "/shopkeeper.js": () => readFileSync(tag),
  "/small.js": () => smallScript,
  "/growthbook.js": () => readFileSync(rivalFile("@growthbook/growthbook", "dist/bundles/auto.min.js")),
});

export const smallScriptSize = smallScript.length;
