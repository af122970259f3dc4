import type { NumberedVector } from "../vectors/vectors.ts";
import { inScript, listener } from "./kit.ts";

/** Puts a text in a double-quoted attribute; nothing in it ends that. */
export const attribute = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

export interface Shown {
  /** Attributes of the tag. */
  tag?: Record<string, string>;
  /** An inline configuration. */
  configuration?: object;
  head?: string;
  main?: string;
}

/** A page of the shop with its own heading, which has to stand whatever happens. */
export const shopPage = ({ tag = {}, configuration, head = "", main = "" }: Shown): string => `<!doctype html>
<html lang="en"><head><title>The shop</title>${listener}${
  configuration
    ? `<script type="application/json" data-sk-config>${inScript({ version: 1, ...configuration })}</script>`
    : ""
}${head}<script src="/shopkeeper.js" data-consent="granted" ${Object.entries(tag)
  .map(([name, value]) => `${name}="${attribute(value)}"`)
  .join(" ")}></script></head><body><h1>Our own</h1><main>${main}</main></body></html>`;

/**
 * A page whose templates hold the vectors. What a script makes of a text holds scripts that never run: those vectors come
 * with the page.
 *
 * @param build What is done with `fill(template, vector)`, in the page, before it is parsed to its end.
 */
export const templatePage = (vectors: NumberedVector[], build: string, shown: Shown = {}): string =>
  shopPage({
    ...shown,
    main: `${vectors
      .filter(({ sink }) => sink === "clone")
      .map(({ id, text }) => `<template id=t${id}>${text}</template>`)
      .join("")}${shown.main ?? ""}<script>{
const vectors = ${inScript(vectors)};
const main = document.querySelector("main");
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  made.append(...children);
  return made;
};
const fill = (template, { id, sink, text }) => {
  if (sink === "clone") return template.content.append(document.querySelector("#t" + id).content.cloneNode(true));
  const read = document.createElement("template");
  read.setHTMLUnsafe(text);
  template.content.append(read.content);
};
${build}
}</script>`,
  });

/** In groups of at most so many. */
export const groupsOf = <Type>(list: Type[], size: number): Type[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
