import { darker, lighter } from "./colour.mjs";
import { blur, gleam, linear, radial } from "./light.mjs";

/** Hardware and haberdashery: what is sewn or screwed on. */

/** A wooden hanger whose hook goes over the peg. */
export function hanger(sheet, { y = 250, reach = 150 }) {
  const oak = "#b98a57";
  const wood = linear(sheet, [
    [0, lighter(oak, 0.35)],
    [1, darker(oak, 0.3)],
  ]);
  return (
    `<path d="M400 ${y - 60}V${y - 82}C400 ${y - 104} 426 ${y - 104} 426 128C426 104 412 92 398 90" fill="none" stroke="#7d8486" stroke-width="7" stroke-linecap="round"/>` +
    `<path d="M398 ${y - 60}V${y - 82}C398 ${y - 104} 424 ${y - 104} 424 128" fill="none" stroke="#dfe4e3" stroke-width="2"/>` +
    `<path d="M400 ${y - 66}C440 ${y - 58} 500 ${y - 10} ${400 + reach} ${y + 22}L${400 + reach - 6} ${y + 40}C500 ${y + 10} 440 ${y - 20} 400 ${y - 26}C360 ${y - 20} 300 ${y + 10} ${400 - reach + 6} ${y + 40}L${400 - reach} ${y + 22}C300 ${y - 10} 360 ${y - 58} 400 ${y - 66}Z" fill="${wood}"/>`
  );
}

/** A four-hole button. */
export function button(sheet, x, y, radius, colour) {
  const face = radial(
    sheet,
    [
      [0, lighter(colour, 0.4)],
      [0.75, colour],
      [1, darker(colour, 0.35)],
    ],
    [0.35, 0.3, 0.8],
  );
  const hole = radius * 0.26;
  const holes = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]
    .map(
      ([dx, dy]) =>
        `<circle cx="${x + dx * hole}" cy="${y + dy * hole}" r="${radius * 0.12}" fill="#0b1218"/>`,
    )
    .join("");
  return (
    `<circle cx="${x + radius * 0.18}" cy="${y + radius * 0.28}" r="${radius * 1.04}" fill="#0b1a22" fill-opacity=".4"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${face}"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius * 0.66}" fill="none" stroke="#0b1a22" stroke-opacity=".3" stroke-width="1.4"/>${holes}`
  );
}

/** A snap or rivet of metal. */
export function rivet(sheet, x, y, radius, metal = "#b9a06a") {
  const face = radial(
    sheet,
    [
      [0, lighter(metal, 0.65)],
      [0.6, metal],
      [1, darker(metal, 0.45)],
    ],
    [0.35, 0.3, 0.8],
  );
  return `<circle cx="${x + 1.5}" cy="${y + 2.5}" r="${radius}" fill="#0b1a22" fill-opacity=".45"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${face}"/>`;
}

/** A zip along a path: tape, teeth and, at `pull`, its slider. */
export function zip(sheet, d, { metal = "#c9c4b6", tape = "#1b242a", width = 11, pull } = {}) {
  return (
    `<path d="${d}" fill="none" stroke="${tape}" stroke-width="${width}"/>` +
    `<path d="${d}" fill="none" stroke="${metal}" stroke-width="${width * 0.5}" stroke-dasharray="2.6 2.4"/>` +
    (pull
      ? `<g transform="translate(${pull.join(" ")})"><path d="M-6 -8h12l2 14h-16z" fill="${darker(metal, 0.1)}"/><path d="M-3 4h6l2 28a5 5 0 0 1-10 0z" fill="${metal}" stroke="#0b1a22" stroke-opacity=".4"/></g>`
      : "")
  );
}

/** A rectangular buckle, seen from the front. */
export function buckle(sheet, x, y, width, height, metal = "#b9a06a") {
  const shine = linear(
    sheet,
    [
      [0, lighter(metal, 0.6)],
      [0.5, metal],
      [1, darker(metal, 0.4)],
    ],
    [0, 0, 1, 1],
  );
  return (
    `<rect x="${x - width / 2 + 2}" y="${y - height / 2 + 3}" width="${width}" height="${height}" rx="5" fill="none" stroke="#0b1a22" stroke-opacity=".4" stroke-width="6"/>` +
    `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="5" fill="none" stroke="${shine}" stroke-width="6"/>` +
    gleam(sheet, `M${x - width / 2} ${y + height / 3}V${y - height / 3}`, {
      width: 2,
      soft: 0.8,
      opacity: 0.8,
    })
  );
}

/** A strap of leather or webbing along a path, with its edges and stitches. */
export function strap(sheet, d, { colour, width = 26, stitches = true, thread = "#f3e6cc" }) {
  return (
    `<path d="${d}" fill="none" stroke="#0b1a22" stroke-opacity=".34" stroke-width="${width}" transform="translate(9 9)" filter="${blur(sheet, 6)}"/>` +
    `<path d="${d}" fill="none" stroke="${darker(colour, 0.4)}" stroke-width="${width}" stroke-linecap="butt"/>` +
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width - 3}"/>` +
    `<path d="${d}" fill="none" stroke="${lighter(colour, 0.25)}" stroke-opacity=".6" stroke-width="${width * 0.34}" transform="translate(-${width * 0.12} -${width * 0.1})"/>` +
    (stitches
      ? `<path d="${d}" fill="none" stroke="${darker(colour, 0.5)}" stroke-width="${width - 7}" stroke-opacity=".9" stroke-dasharray="5 4"/><path d="${d}" fill="none" stroke="${thread}" stroke-opacity=".75" stroke-width="${width - 7.6}" stroke-dasharray="5 4"/><path d="${d}" fill="none" stroke="${colour}" stroke-width="${width - 11}"/>`
      : "")
  );
}
