import { darker, lighter, mix } from "./colour.mjs";
import { blur, linear, radial } from "./light.mjs";
import { grain } from "./material.mjs";

/** Everything that stands, stands at this height, in the middle of a picture of 800 by 1000. */
export const GROUND = 850;

/** Where the products are photographed: one room with a window at the left, in six paints, by day and at night. */
export const WALLS = {
  oat: ["#e6dccb", "#5a5143"],
  fog: ["#d3dbdc", "#47565c"],
  lichen: ["#cfd4bd", "#4c5643"],
  clay: ["#e2c7b4", "#664b3f"],
  sky: ["#c3d6de", "#3b5263"],
  rose: ["#e3cfcb", "#5f4a50"],
};

/** Any colour of the room, by day and at night. */
export const roomTone = (sheet, colour, { share = 0.58, dark = "#0e1c26" } = {}) =>
  sheet.tone(colour, mix(colour, dark, share));

export const woodTone = (sheet, colour, share = 0.5) => roomTone(sheet, colour, { share, dark: "#1c130d" });

/** The same change to the paint of day and of night. */
const paint = (sheet, name, change = (colour) => colour) => sheet.tone(...WALLS[name].map(change));

/** The wall, with the light of the window lying across it. */
function wall(sheet, name, height) {
  const gradient = linear(
    sheet,
    [
      [0, paint(sheet, name, (colour) => lighter(colour, 0.2))],
      [0.55, paint(sheet, name)],
      [1, paint(sheet, name, (colour) => darker(colour, 0.12))],
    ],
    [0, 0, 0.75, 1],
  );
  const soft = blur(sheet, 9);
  const pane = (x, y) => `<path d="M${x} ${y}l128 46v176l-128 -46z"/>`;
  const beam = sheet.tone("#fffaf0", "#ffd9a0");
  const strength = sheet.tone("0.42", "0.07");
  return (
    `<path d="M0 0h800v${height}H0z" fill="${gradient}"/>` +
    `<g fill="${beam}" style="opacity:${strength}" filter="${soft}">${pane(36, 60)}${pane(180, 112)}${pane(36, 256)}${pane(180, 308)}</g>`
  );
}

/** A wall with an oak peg at (400, 96): coats and knitwear hang here. */
export function pegWall(sheet, name, thing) {
  const oak = "#b98a57";
  const face = radial(
    sheet,
    [
      [0, lighter(oak, 0.45)],
      [0.7, oak],
      [1, darker(oak, 0.3)],
    ],
    [0.36, 0.32, 0.75],
  );
  return (
    wall(sheet, name, 1000) +
    `<ellipse cx="414" cy="116" rx="30" ry="26" fill="#0b1a22" fill-opacity=".3" filter="${blur(sheet, 8)}"/>` +
    thing +
    `<circle cx="400" cy="96" r="21" fill="${face}"/><circle cx="400" cy="96" r="21" fill="none" stroke="#5b3d1f" stroke-opacity=".35" stroke-width="1.5"/>`
  );
}

/**
 * A wall, and before it a surface with its edge at `horizon`: of `wood`, or painted like the wall. Things
 * stand on it at y = 850; `zoom` brings small ones nearer.
 */
export function surface(sheet, name, thing, { horizon = 730, wood, zoom = 1 } = {}) {
  const tone = (change) =>
    wood
      ? woodTone(sheet, change(wood))
      : paint(sheet, name, (colour) => change(mix(colour, "#8a7a66", 0.14)));
  const top = linear(sheet, [
    [0, tone((colour) => darker(colour, 0.09))],
    [0.2, tone((colour) => colour)],
    [1, tone((colour) => lighter(colour, 0.26))],
  ]);
  const edge = blur(sheet, 6);
  return (
    wall(sheet, name, horizon) +
    `<path d="M0 ${horizon}h800v${1000 - horizon}H0z" fill="${top}"/>` +
    (wood ? `<path d="M0 ${horizon}h800v${1000 - horizon}H0z" fill="${grain(sheet)}"/>` : "") +
    `<path d="M-20 ${horizon}h840" stroke="#0b1a22" stroke-opacity=".2" stroke-width="10" filter="${edge}"/>` +
    (zoom === 1
      ? thing
      : `<g transform="translate(400 850) scale(${zoom}) translate(-400 -850)">${thing}</g>`)
  );
}
