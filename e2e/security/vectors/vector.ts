/**
 * A text that runs a program where a page is careless with it.
 *
 * `sink` says where it does so on the control page: as markup, in a clone of a template, in quotes of an attribute or in
 * another context, as an address, or as a program. `"gone"` runs in no browser of today: it is tried all the same.
 */
export interface Vector {
  family: string;
  sink: Sink;
  text: string;
}

export type Sink = "markup" | "clone" | "twice" | "address" | "program" | Context | "gone";

/** Where a text stands in markup that is put together from texts, as `[before, after]` it. */
export const contexts = {
  double: ['<b title="', '">'],
  single: ["<b title='", "'>"],
  bare: ["<b title=", ">"],
  comment: ["<!-- ", " -->"],
  textarea: ["<textarea>", "</textarea>"],
  title: ["<title>", "</title>"],
  style: ["<style>", "</style>"],
  script: ['<script type="application/json">"', '"</script>'],
  noscript: ["<noscript>", "</noscript>"],
  template: ["<template>", "</template>"],
  iframe: ["<iframe>", "</iframe>"],
  xmp: ["<xmp>", "</xmp>"],
  svgTitle: ["<svg><title>", "</title></svg>"],
  cdata: ["<svg><![CDATA[", "]]></svg>"],
  select: ["<select><option>", "</option></select>"],
  handler: [`<b onclick="void '`, `'">`],
  link: ['<a href="/', '">x</a>'],
} satisfies Record<string, [string, string]>;

export type Context = keyof typeof contexts;

/** What every vector calls: the window that the shop is in, also from a frame. */
export const beacon = (id: number | string): string => `top.fired(${id})`;

/** A family's texts; `%` stands for the call of the beacon. */
export const family = (name: string, sink: Sink, texts: string[]): Vector[] =>
  texts.map((text) => ({ family: name, sink, text }));

/** Escaped to stand in a double-quoted attribute. */
export const quoted = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
