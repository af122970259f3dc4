import { darker, lighter } from "./colour.mjs";

/** Light comes from a window at the upper left. Everything that light does to a thing is in this file. */

/** A linear gradient. Stops are `[offset, colour]` or `[offset, colour, opacity]`; `axis` is `[x1, y1, x2, y2]` in shares of the box. */
export function linear(sheet, stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
  return `url(#${sheet.define(
    (id) =>
      `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(stop).join("")}</linearGradient>`,
  )})`;
}

/** A radial gradient; `centre` is `[cx, cy, r]` in shares of the box. */
export function radial(sheet, stops, [cx, cy, r] = [0.5, 0.5, 0.5]) {
  return `url(#${sheet.define(
    (id) =>
      `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops.map(stop).join("")}</radialGradient>`,
  )})`;
}

const stop = ([offset, colour, opacity]) =>
  `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`;

/** A Gaussian blur, as the value of a `filter` attribute. */
export function blur(sheet, deviation) {
  return `url(#${sheet.define(
    (id) =>
      `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
  )})`;
}

/** Clips markup to a path. */
export function clip(sheet, d, content) {
  const id = sheet.define((name) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`);
  return `<g clip-path="url(#${id})">${content}</g>`;
}

/**
 * A thing with volume: its silhouette filled, textured, and rounded by shade on the side away from the
 * window and light on the side towards it.
 *
 * @param d The silhouette, as path data.
 * @param options.fill Base colour or gradient.
 * @param options.tint What shade and light are mixed from, where `fill` is a gradient: tinted, cloth keeps its colour in the shade.
 * @param options.textures Patterns laid over the base.
 * @param options.inside Markup clipped to the silhouette, under the shading: folds, prints, panels.
 * @param options.depth How round it is, 0 (flat) to 2. @default 1
 * @param options.width How far the shade reaches inwards, in px. @default 46
 */
export function solid(
  sheet,
  d,
  { fill, tint = fill.startsWith("#") ? fill : "#7a7672", textures = [], inside = "", depth = 1, width = 46 },
) {
  const soft = blur(sheet, width * 0.42);
  const shade = (colour, opacity, dx, dy) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity * depth}" filter="${soft}" transform="translate(${dx} ${dy})"/>`;
  return clip(
    sheet,
    d,
    `<path d="${d}" fill="${fill}"/>` +
      textures.map((texture) => `<path d="${d}" fill="${texture}"/>`).join("") +
      inside +
      shade(darker(tint, 0.78), 0.56, -width * 0.16, -width * 0.1) +
      shade(lighter(tint, 0.72), 0.34, width * 0.36, width * 0.32),
  );
}

/** The shadow that a flat hanging thing throws on the wall behind it. */
export const castShadow = (sheet, d, { dx = 20, dy = 26, soft = 18, opacity = 0.3 } = {}) =>
  `<path d="${d}" fill="#0b1a22" fill-opacity="${opacity}" filter="${blur(sheet, soft)}" transform="translate(${dx} ${dy})"/>`;

/** The shadow under a thing that stands: wide and faint away from the window, tight and dark where it touches. */
export function groundShadow(sheet, { cx, cy, rx, ry = rx * 0.13, opacity = 0.5 }) {
  const fade = radial(sheet, [
    [0, "#0b1a22", 1],
    [0.55, "#0b1a22", 0.55],
    [1, "#0b1a22", 0],
  ]);
  const ellipse = (x, width, height, strength) =>
    `<ellipse cx="${x}" cy="${cy}" rx="${width}" ry="${height}" fill="${fade}" opacity="${strength}"/>`;
  return (
    ellipse(cx + rx * 0.22, rx * 1.3, ry * 1.7, opacity * 0.55) + ellipse(cx, rx * 1.02, ry * 0.62, opacity)
  );
}

/** A soft crease: dark where the cloth turns away, with its light edge beside it. */
export function fold(sheet, d, { strength = 0.3, width = 12 } = {}) {
  const filter = blur(sheet, width * 0.45);
  return (
    `<path d="${d}" fill="none" stroke="#0a1420" stroke-opacity="${strength}" stroke-width="${width}" stroke-linecap="round" filter="${filter}"/>` +
    `<path d="${d}" fill="none" stroke="#fff8ea" stroke-opacity="${strength * 0.7}" stroke-width="${width * 0.7}" stroke-linecap="round" filter="${filter}" transform="translate(${-width * 0.75} ${-width * 0.2})"/>`
  );
}

/** A gleam on something smooth. */
export const gleam = (sheet, d, { width = 10, opacity = 0.5, soft = 3 } = {}) =>
  `<path d="${d}" fill="none" stroke="#fffdf6" stroke-opacity="${opacity}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" filter="${blur(sheet, soft)}"/>`;
