import { darker } from "./colour.mjs";
import { groundShadow, solid } from "./light.mjs";
import { join, leather, seam } from "./material.mjs";
import { GROUND } from "./stage.mjs";
import { rivet } from "./trim.mjs";

/** Two of them: the other one a step behind, in its shade. */
export function pair(sheet, one) {
  const id = sheet.define((name) => `<g id="${name}">${one}</g>`);
  const behind = `<g transform="translate(84 -30) scale(.955)"><use href="#${id}"/></g>`;
  return (
    `<g transform="translate(-46 0)">${groundShadow(sheet, { cx: 450, cy: GROUND - 36, rx: 290, ry: 22, opacity: 0.34 })}` +
    behind +
    groundShadow(sheet, { cx: 410, cy: GROUND - 4, rx: 310, ry: 26, opacity: 0.55 }) +
    `<use href="#${id}"/></g>`
  );
}

export const part = (sheet, d, colour, options = {}) =>
  solid(sheet, d, { fill: colour, textures: [leather(sheet)], width: 22, depth: 0.85, ...options }) +
  join(d, { opacity: 0.26, width: 2.4 });

/** Laces as they cross from eyelet to tongue; `points` are the eyelets, `reach` how far each bar goes. */
export function laces(sheet, points, { colour, reach = [40, -34], width = 11, metal }) {
  const bars = points
    .map(([x, y]) => `M${x} ${y}q${reach[0] * 0.5} ${reach[1] * 0.2} ${reach[0]} ${reach[1]}`)
    .join("");
  return (
    points.map(([x, y]) => rivet(sheet, x, y, metal ? 8 : 6, metal ?? "#2a2f31")).join("") +
    `<path d="${bars}" fill="none" stroke="#0b1a22" stroke-opacity=".4" stroke-width="${width + 3}" stroke-linecap="round" transform="translate(2 4)"/>` +
    `<path d="${bars}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>` +
    `<path d="${bars}" fill="none" stroke="${darker(colour, 0.35)}" stroke-opacity=".5" stroke-width="${width}" stroke-dasharray="2 4"/>`
  );
}

/** The bow on top of the laces, at (x, y). */
export const bow = (x, y, colour) => {
  const loops = `M${x} ${y}c-30 -30 -62 -20 -54 4s40 14 54 -4c20 -34 56 -34 54 -8s-38 22 -54 8M${x} ${y}c-8 26 -22 40 -34 62M${x} ${y}c14 22 20 40 36 58`;
  return (
    `<path d="${loops}" fill="none" stroke="#0b1a22" stroke-opacity=".35" stroke-width="10" stroke-linecap="round" transform="translate(3 5)"/>` +
    `<path d="${loops}" fill="none" stroke="${darker(colour, 0.25)}" stroke-width="9" stroke-linecap="round"/><path d="${loops}" fill="none" stroke="${colour}" stroke-width="6.5" stroke-linecap="round"/>`
  );
};

/** A cup sole: side wall, groove and the tread under it. */
export function cupSole(sheet, { colour, tread, top = 776 }) {
  const d = `M124 ${top + 10}Q130 ${top - 6} 150 ${top - 4}C300 ${top + 10} 520 ${top + 10} 690 ${top - 6}Q712 ${top - 4} 716 ${top + 16}C718 ${top + 46} 704 ${GROUND - 10} 670 ${GROUND}H172C138 ${GROUND - 2} 122 ${GROUND - 18} 124 ${top + 10}Z`;
  return (
    solid(sheet, d, {
      fill: colour,
      inside: `<path d="M100 ${GROUND - 18}H740V${GROUND + 10}H100Z" fill="${tread}"/><path d="M110 ${GROUND - 19}H730" stroke="#0b1a22" stroke-opacity=".3" stroke-width="3"/>`,
      width: 24,
      depth: 0.8,
    }) +
    seam(`M136 ${top + 26}C300 ${top + 34} 520 ${top + 34} 704 ${top + 22}`, {
      colour: darker(colour, 0.3),
      opacity: 0.5,
      width: 2,
    })
  );
}
