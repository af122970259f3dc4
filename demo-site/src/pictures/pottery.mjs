import { darker, lighter } from "./colour.mjs";
import { blur, gleam, groundShadow, linear, solid } from "./light.mjs";
import { seeded } from "./shape.mjs";
import { GROUND } from "./stage.mjs";
import { pot } from "./wheel.mjs";

/** A dry stem with seed heads, from (x, y) upwards. */
function stem(random, x, y, { lean, height, colour, heads }) {
  const top = [x + lean, y - height];
  const d = `M${x} ${y}Q${x + lean * 0.1} ${y - height * 0.6} ${top[0]} ${top[1]}`;
  const marks = Array.from({ length: heads }, (_, at) => {
    const along = 1 - at / heads / 2.4;
    const px = x + lean * (0.2 * along + 0.8 * along * along);
    const py = y - height * along;
    const side = at % 2 ? 1 : -1;
    const size = 5 + random() * 5;
    return `<ellipse cx="${px + side * size}" cy="${py}" rx="${size}" ry="${size * 0.46}" transform="rotate(${side * -50 + lean * 0.1} ${px + side * size} ${py})" fill="${random() > 0.5 ? colour : lighter(colour, 0.24)}"/>`;
  }).join("");
  return `<path d="${d}" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="3" stroke-linecap="round"/>${marks}`;
}

function bouquet(seed, { x, y, colour, count = 9, height = 330, spread = 190 }) {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) =>
    stem(random, x + (random() - 0.5) * 30, y, {
      lean: ((at + 0.5) / count - 0.5) * spread * 2 * (0.7 + random() * 0.4),
      height: height * (0.72 + random() * 0.34),
      colour: random() > 0.6 ? lighter(colour, 0.3) : colour,
      heads: 12 + Math.floor(random() * 7),
    }),
  ).join("");
}

/** A vase with a narrow neck, and what was picked on the dunes. */
export const vase = (sheet, { colour, dip, specks = "#3a2a1e", grass = "#b08d57", stems = true }) =>
  (stems ? bouquet(21, { x: 400, y: 430, colour: grass }) : "") +
  pot(
    sheet,
    [
      [56, 412],
      [46, 440],
      [52, 480],
      [112, 560],
      [158, 660],
      [150, 760],
      [104, GROUND - 12],
    ],
    { colour, dip, specks, rings: [590, 640] },
  );

/** A tall cylinder with a waist. */
export const tallVase = (sheet, { colour, dip, specks }) =>
  bouquet(5, { x: 400, y: 400, colour: "#7f8f6a", count: 6, height: 300, spread: 150 }) +
  pot(
    sheet,
    [
      [92, 380],
      [84, 420],
      [98, 520],
      [128, 640],
      [132, 760],
      [112, GROUND - 10],
    ],
    { colour, dip, specks, rings: [470, 520, 570, 620, 670, 720], wall: 11 },
  );

/** The ear of a mug or pitcher. */
const ear = (sheet, d, colour, width) =>
  `<path d="${d}" fill="none" stroke="#0b1a22" stroke-opacity=".24" stroke-width="${width}" transform="translate(10 12)" filter="${blur(sheet, 8)}"/>` +
  `<path d="${d}" fill="none" stroke="${darker(colour, 0.4)}" stroke-width="${width}" stroke-linecap="round"/>` +
  `<path d="${d}" fill="none" stroke="${darker(colour, 0.08)}" stroke-width="${width * 0.72}" stroke-linecap="round" transform="translate(-2 -2)"/>` +
  gleam(sheet, d, { width: width * 0.2, opacity: 0.5, soft: 2 });

/** Steam, for a drink that is hot. */
const steam = (sheet, x, y) =>
  [0, 44, -38]
    .map(
      (dx, at) =>
        `<path d="M${x + dx} ${y}c-26 -44 26 -74 0 -118s20 -60 6 ${-84 - at * 10}" fill="none" stroke="#fffdf6" stroke-opacity=".42" stroke-width="15" stroke-linecap="round" filter="${blur(sheet, 9)}"/>`,
    )
    .join("");

/** A mug with a thumb's width of handle, filled. */
export function mug(sheet, { colour, dip, specks, drink = "#3a2012" }) {
  const zoom = (content) => `<g transform="translate(-20 0)">${content}</g>`;
  return zoom(
    steam(sheet, 400, 500) +
      ear(sheet, "M552 606C640 590 676 650 656 706C640 752 588 768 536 762", colour, 36) +
      pot(
        sheet,
        [
          [160, 540],
          [162, 580],
          [164, 700],
          [152, 790],
          [118, GROUND - 8],
        ],
        { colour, dip, specks, wall: 10, tilt: 0.2 },
      ) +
      `<ellipse cx="400" cy="546" rx="142" ry="23" fill="${linear(sheet, [
        [0, lighter(drink, 0.12)],
        [1, darker(drink, 0.3)],
      ])}"/>` +
      gleam(sheet, "M290 544Q330 530 380 527", { width: 6, opacity: 0.55, soft: 2 }),
  );
}

/** A pitcher with a pulled lip. */
export const pitcher = (sheet, { colour, dip, specks }) =>
  ear(sheet, "M496 470C610 440 650 540 610 640C590 690 560 720 536 730", colour, 38) +
  pot(
    sheet,
    [
      [104, 420],
      [94, 470],
      [112, 560],
      [158, 690],
      [148, 790],
      [116, GROUND - 10],
    ],
    { colour, dip, specks, rings: [480], wall: 10 },
  ) +
  `<path d="M300 424C280 398 262 386 244 384C262 408 276 436 304 460Z" fill="${lighter(colour, 0.12)}"/>` +
  `<path d="M244 384C270 398 288 412 312 430" fill="none" stroke="${lighter(colour, 0.6)}" stroke-width="5" stroke-linecap="round"/>`;

/** A nest of bowls; `colours` from the lowest up. */
export function bowls(sheet, { colours, specks }) {
  const bowl = (colour, y, radius, height) =>
    pot(
      sheet,
      [
        [radius, y - height],
        [radius * 0.95, y - height * 0.7],
        [radius * 0.74, y - height * 0.3],
        [radius * 0.42, y],
      ],
      { colour, specks, wall: 8, tilt: 0.19, gloss: 0.36 },
    );
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND - 10, rx: 150, ry: 22, opacity: 0.4 }) +
    colours.map((colour, at) => bowl(colour, GROUND - 20 - at * 84, 214 - at * 22, 150 - at * 10)).join("")
  );
}

/** A pot for tea, with a cane handle. */
export function teapot(sheet, { colour, specks, cane = "#a9773f" }) {
  const spout = `M282 640C220 630 214 560 172 530L150 548C176 600 180 700 290 730Z`;
  const caneArc = "M292 560C292 360 508 360 508 560";
  return (
    `<path d="${caneArc}" fill="none" stroke="${darker(cane, 0.4)}" stroke-width="24"/><path d="${caneArc}" fill="none" stroke="${cane}" stroke-width="20"/><path d="${caneArc}" fill="none" stroke="${lighter(cane, 0.4)}" stroke-width="20" stroke-opacity=".5" stroke-dasharray="4 9"/>` +
    solid(sheet, spout, { fill: colour, width: 26 }) +
    pot(
      sheet,
      [
        [74, 556],
        [120, 580],
        [176, 660],
        [176, 750],
        [140, 815],
        [104, GROUND - 10],
      ],
      { colour, specks, wall: 60, rings: [640] },
    ) +
    `<ellipse cx="400" cy="556" rx="82" ry="19" fill="${darker(colour, 0.3)}"/>` +
    solid(sheet, "M320 552C330 512 470 512 480 552Q400 580 320 552Z", { fill: colour, width: 20 }) +
    solid(sheet, "M386 516C374 484 426 484 414 516Q400 524 386 516Z", {
      fill: lighter(colour, 0.1),
      width: 10,
    })
  );
}
