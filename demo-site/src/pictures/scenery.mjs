import { darker, lighter, mix } from "./colour.mjs";
import { blur, linear, radial } from "./light.mjs";
import { grain } from "./material.mjs";
import { seeded, smooth } from "./shape.mjs";
import { roomTone, woodTone } from "./stage.mjs";

/** The country around the shop, for the wide pictures: 1600 by 720, quiet at the left where the words go. */
export const WIDE = { width: 1600, height: 720 };

/** A colour of the open air, by day and at night. */
export const airTone = (sheet, day, share = 0.74) => sheet.tone(day, mix(day, "#0b1c2b", share));

const rect = (x, y, width, height, fill, more = "") =>
  `<path d="M${x} ${y}h${width}v${height}h${-width}z" fill="${fill}"${more}/>`;

/** Morning by day, a clear dusk at night, down to `horizon`. */
export function sky(sheet, { horizon = 430, sun = [1150, 300], width = WIDE.width } = {}) {
  const air = linear(sheet, [
    [0, sheet.tone("#bcd3db", "#0d2233")],
    [0.55, sheet.tone("#e4e6df", "#1d3a4c")],
    [1, sheet.tone("#f6dcc0", "#48586a")],
  ]);
  const halo = radial(sheet, [
    [0, sheet.tone("#fff6e0", "#f4efe0"), 0.9],
    [0.12, sheet.tone("#fff0cf", "#c9d6dd"), 0.5],
    [1, sheet.tone("#fff0cf", "#6f8798"), 0],
  ]);
  const random = seeded(9);
  const stars = Array.from(
    { length: 60 },
    () =>
      `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() * horizon * 0.75).toFixed(0)}" r="${(0.6 + random() * 1.2).toFixed(1)}"/>`,
  ).join("");
  const cloud = (x, y, w, opacity) =>
    `<path d="M${x} ${y}C${x + w * 0.2} ${y - 16} ${x + w * 0.7} ${y - 20} ${x + w} ${y}C${x + w * 0.7} ${y + 9} ${x + w * 0.3} ${y + 10} ${x} ${y}Z" fill="${sheet.tone("#fffaf2", "#7f95a3")}" fill-opacity="${opacity}" filter="${blur(sheet, 5)}"/>`;
  return (
    rect(0, 0, width, horizon + 4, air) +
    `<g fill="#f3f0e2" style="opacity:${sheet.tone("0", "0.75")}">${stars}</g>` +
    `<circle cx="${sun[0]}" cy="${sun[1]}" r="340" fill="${halo}"/><circle cx="${sun[0]}" cy="${sun[1]}" r="38" fill="${sheet.tone("#fffaf0", "#f1ecdb")}"/>` +
    cloud(820, 150, 420, 0.5) +
    cloud(1120, 206, 360, 0.4) +
    cloud(420, 250, 380, 0.35) +
    cloud(60, 120, 300, 0.3)
  );
}

/** The sea from `horizon` down to `shore`, with the light of the sun on it. */
export function sea(sheet, { horizon = 430, shore = 720, sun = 1150, width = WIDE.width } = {}) {
  const water = linear(sheet, [
    [0, sheet.tone("#b9cdd0", "#3a5264")],
    [0.35, sheet.tone("#86a9b1", "#1e3c4e")],
    [1, sheet.tone("#4f7f8b", "#10293a")],
  ]);
  const random = seeded(31);
  const swell = Array.from({ length: 90 }, () => {
    const depth = random() ** 1.6;
    const [x, y, w] = [random() * width, horizon + 6 + depth * (shore - horizon), 14 + depth * 90];
    return `M${x.toFixed(0)} ${y.toFixed(0)}q${(w / 2).toFixed(0)} ${(-2 - depth * 4).toFixed(0)} ${w.toFixed(0)} 0`;
  }).join("");
  const glints = Array.from({ length: 70 }, () => {
    const depth = random() ** 1.5;
    const w = 8 + depth * 46;
    const x = sun + (random() - 0.5) * (46 + depth * 260);
    return `M${x.toFixed(0)} ${(horizon + 4 + depth * (shore - horizon)).toFixed(0)}h${w.toFixed(0)}`;
  }).join("");
  return (
    rect(0, horizon, width, shore - horizon, water) +
    `<path d="${swell}" fill="none" stroke="${sheet.tone("#eef3ee", "#6f93a6")}" stroke-opacity=".34" stroke-width="2.4" stroke-linecap="round"/>` +
    `<path d="${glints}" fill="none" stroke="${sheet.tone("#fff3d8", "#e6ddc0")}" stroke-opacity=".7" stroke-width="3" stroke-linecap="round"/>`
  );
}

/** Land from a ridge of points down to `foot`. */
export function land(sheet, points, { colour, foot = 720, share }) {
  const [first, last] = [points[0], points.at(-1)];
  const fill = linear(sheet, [
    [0, airTone(sheet, lighter(colour, 0.14), share)],
    [1, airTone(sheet, darker(colour, 0.18), share)],
  ]);
  return `<path d="M${first[0]} ${foot}L${first.join(" ")}${smooth(points)}L${last[0]} ${foot}Z" fill="${fill}"/>`;
}

/** Lyme grass, bent by the wind that blows from the left. */
export function grass(sheet, { from, to, y, height = 90, count = 120, colour = "#8f9a6a", seed = 4 }) {
  const random = seeded(seed);
  const blades = (share) =>
    Array.from({ length: Math.round(count * share) }, () => {
      const x = from + random() * (to - from);
      const h = height * (0.45 + random() * 0.55);
      const lean = h * (0.25 + random() * 0.5);
      return `M${x.toFixed(0)} ${(y(x) + 8).toFixed(0)}q${(lean * 0.1).toFixed(0)} ${(-h * 0.7).toFixed(0)} ${lean.toFixed(0)} ${(-h).toFixed(0)}`;
    }).join("");
  const layer = (share, tint, width) =>
    `<path d="${blades(share)}" fill="none" stroke="${airTone(sheet, tint)}" stroke-width="${width}" stroke-linecap="round"/>`;
  return (
    layer(0.4, darker(colour, 0.25), 3.4) + layer(0.35, colour, 2.8) + layer(0.25, lighter(colour, 0.4), 2.2)
  );
}

/** A lighthouse with its foot at (x, y); its beam is seen at night. */
export function lighthouse(sheet, { x, y, height = 210 }) {
  const scale = height / 210;
  const white = linear(
    sheet,
    [
      [0, airTone(sheet, "#fbf7ee", 0.45)],
      [0.5, airTone(sheet, "#efe8da", 0.55)],
      [1, airTone(sheet, "#b9b8b2", 0.66)],
    ],
    [0, 0, 1, 0],
  );
  const red = linear(
    sheet,
    [
      [0, airTone(sheet, "#d9603f", 0.4)],
      [0.5, airTone(sheet, "#c24a2c", 0.5)],
      [1, airTone(sheet, "#7f2c1c", 0.6)],
    ],
    [0, 0, 1, 0],
  );
  const dark = airTone(sheet, "#31414a", 0.5);
  const lit = sheet.tone("#f4d58a", "#ffe09a");
  const beam = linear(
    sheet,
    [
      [0, "#ffe9b0", 0.75],
      [1, "#ffe9b0", 0],
    ],
    [1, 0, 0, 0],
  );
  const beamRight = linear(
    sheet,
    [
      [0, "#ffe9b0", 0.7],
      [1, "#ffe9b0", 0],
    ],
    [0, 0, 1, 0],
  );
  const halo = radial(sheet, [
    [0, "#ffedbd", 0.95],
    [1, "#ffedbd", 0],
  ]);
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})">` +
    `<g style="opacity:${sheet.tone("0", "1")}"><path d="M0 -182L-640 -300V-120Z" fill="${beam}"/><path d="M0 -182L560 -250V-150Z" fill="${beamRight}"/></g>` +
    `<path d="M-26 0L-17 -160H17L26 0Z" fill="${white}"/><path d="M-22.6 -60L-19.6 -112H19.6L22.6 -60Z" fill="${red}"/>` +
    `<path d="M-24 -160h48v-8h-48z" fill="${dark}"/><path d="M-13 -168h26v-28h-26z" fill="${lit}"/><path d="M-13 -168v-28M0 -168v-28M13 -168v-28" stroke="${dark}" stroke-width="3"/>` +
    `<path d="M-18 -196Q0 -222 18 -196Z" fill="${red}"/><path d="M0 -210v-14" stroke="${dark}" stroke-width="3"/>` +
    `<path d="M-6 0v-22a6 6 0 0 1 12 0V0Z" fill="${dark}"/>` +
    `<circle cx="0" cy="-182" r="70" fill="${halo}" style="opacity:${sheet.tone("0.15", "1")}"/></g>`
  );
}

/** A small house with a lit window. */
export function house(sheet, { x, y, width = 90, wall = "#a8452b", roof = "#3b474c" }) {
  const [h, eave] = [width * 0.42, width * 0.06];
  const lit = sheet.tone("#f2e6cb", "#ffd98c");
  const pane = (dx) => rect(x + dx, y - h * 0.66, width * 0.13, h * 0.34, lit);
  return (
    rect(x, y - h, width, h, airTone(sheet, wall, 0.55)) +
    `<path d="M${x - eave} ${y - h}L${x + width * 0.14} ${y - h - width * 0.32}H${x + width * 0.86}L${x + width + eave} ${y - h}Z" fill="${airTone(sheet, roof, 0.5)}"/>` +
    rect(x + width * 0.68, y - h - width * 0.42, width * 0.09, width * 0.16, airTone(sheet, wall, 0.6)) +
    pane(width * 0.14) +
    pane(width * 0.44) +
    rect(x + width * 0.72, y - h * 0.7, width * 0.15, h * 0.7, airTone(sheet, "#efe8da", 0.6))
  );
}

/** Gulls, as children draw them. */
export const gulls = (sheet, places) =>
  `<path d="${places.map(([x, y, s]) => `M${x - s} ${y}q${s * 0.5} ${-s * 0.5} ${s} ${s * 0.1}q${s * 0.5} ${-s * 0.6} ${s} ${-s * 0.1}`).join("")}" fill="none" stroke="${airTone(sheet, "#4b5d66", 0.2)}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Boards that run along, for a pier or a floor; they widen towards the viewer. */
export function planks(
  sheet,
  { top, colour = "#b79a76", rows = 6, width = WIDE.width, height = WIDE.height },
) {
  const fill = linear(sheet, [
    [0, woodTone(sheet, darker(colour, 0.1), 0.6)],
    [1, woodTone(sheet, lighter(colour, 0.22), 0.56)],
  ]);
  const gaps = Array.from({ length: rows }, (_, at) => top + ((at + 1) / rows) ** 1.5 * (height - top));
  return (
    rect(0, top, width, height - top, fill) +
    rect(0, top, width, height - top, grain(sheet, { size: 400, height: 90 })) +
    gaps
      .map(
        (y) =>
          rect(0, y - 3, width, 4, "#0b1218", ' fill-opacity=".28"') +
          rect(0, y + 1, width, 2, "#fff8ea", ' fill-opacity=".22"'),
      )
      .join("")
  );
}

/** A panelled wall: boards upright, or lying like the side of a boathouse. */
export function boardedWall(
  sheet,
  { colour, upright = true, width = WIDE.width, height = WIDE.height, pitch = 78 },
) {
  const fill = linear(
    sheet,
    [
      [0, roomTone(sheet, lighter(colour, 0.3), { share: 0.78 })],
      [0.6, roomTone(sheet, colour, { share: 0.7 })],
      [1, roomTone(sheet, darker(colour, 0.12), { share: 0.66 })],
    ],
    [0, 0, 1, 0.6],
  );
  const count = Math.ceil((upright ? width : height) / pitch);
  const lines = Array.from({ length: count }, (_, at) =>
    upright
      ? rect(at * pitch, 0, 3, height, "#0b1a22", ' fill-opacity=".12"') +
        rect(at * pitch + 3, 0, 2.5, height, "#fff8ea", ' fill-opacity=".3"')
      : rect(0, at * pitch, width, 7, "#0b1a22", ' fill-opacity=".13"') +
        rect(0, at * pitch + 7, width, 2.5, "#fff8ea", ' fill-opacity=".34"'),
  ).join("");
  return rect(0, 0, width, height, fill) + lines;
}

/** Sunlight through a window, lying across a wall. */
export function sunbeam(sheet, { x, y, size = 150 }) {
  const pane = (dx, dy) =>
    `<path d="M${x + dx} ${y + dy}l${size} ${size * 0.32}v${size * 1.2}l${-size} ${-size * 0.32}z"/>`;
  const step = size * 1.12;
  return `<g fill="${sheet.tone("#fffaf0", "#ffd9a0")}" style="opacity:${sheet.tone("0.4", "0.06")}" filter="${blur(sheet, 10)}">${pane(0, 0)}${pane(step, step * 0.32)}${pane(0, size * 1.36)}${pane(step, size * 1.36 + step * 0.32)}</g>`;
}

/** A window with four panes, and the view that `inside` draws in the coordinates of the whole picture. */
export function windowFrame(sheet, { x, y, width, height, view }) {
  const frame = roomTone(sheet, "#f4efe4", { share: 0.5 });
  const id = sheet.define(
    (name) => `<clipPath id="${name}"><path d="M${x} ${y}h${width}v${height}h${-width}z"/></clipPath>`,
  );
  const bar = (bx, by, w, h) =>
    rect(bx, by, w, h, frame) + rect(bx, by + h, w, 2, "#0b1a22", ' fill-opacity=".18"');
  return (
    `<path d="M${x - 26} ${y - 26}h${width + 52}v${height + 52}h${-width - 52}z" fill="#0b1a22" fill-opacity=".2" filter="${blur(sheet, 12)}" transform="translate(10 14)"/>` +
    rect(x - 26, y - 26, width + 52, height + 52, frame) +
    `<g clip-path="url(#${id})">${view}</g>` +
    `<path d="M${x} ${y + height}V${y}H${x + width}" fill="none" stroke="#0b1a22" stroke-opacity=".3" stroke-width="8" filter="${blur(sheet, 3)}"/>` +
    bar(x + width / 2 - 8, y, 16, height) +
    bar(x, y + height * 0.44, width, 14) +
    bar(x - 40, y + height + 18, width + 80, 22)
  );
}

/** A product drawing, set into a scene: `x` is its middle, `y` where it stands (or the peg, if `hangs`). */
export const place = (drawing, { x, y, scale, hangs = false }) =>
  `<g transform="translate(${x} ${y}) scale(${scale}) translate(-400 ${hangs ? -96 : -850})">${drawing}</g>`;
