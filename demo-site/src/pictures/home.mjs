import { darker, lighter, mix } from "./colour.mjs";
import { blur, castShadow, clip, fold, gleam, groundShadow, linear, radial, solid } from "./light.mjs";
import { fuzz, grain, join, knit, speckle, stripes } from "./material.mjs";
import { seeded, symmetric, turned } from "./shape.mjs";

/** Things for the house stand on y = 850. */
const GROUND = 850;

/** How light goes around something round: shade, gleam, body, shade, and a little light back from the table. */
const around = (sheet, colour) =>
  linear(
    sheet,
    [
      [0, darker(colour, 0.3)],
      [0.1, darker(colour, 0.06)],
      [0.3, lighter(colour, 0.38)],
      [0.52, colour],
      [0.86, darker(colour, 0.44)],
      [1, darker(colour, 0.28)],
    ],
    [0, 0, 1, 0.06],
  );

/**
 * A thrown pot.
 *
 * @param profile `[radius, y]` from the mouth down to the foot.
 * @param options.dip A second glaze: `{ y, colour }`, everything below or (with `above`) above `y`.
 * @param options.specks Colour of the iron specks, if any.
 * @param options.rings Heights of throwing rings.
 * @param options.gloss How much it gleams, 0 to 1. @default 0.3
 */
function pot(
  sheet,
  profile,
  { colour, axis = 400, tilt = 0.16, dip, specks, rings = [], gloss = 0.3, wall = 9, bare },
) {
  const d = turned(profile, { axis, tilt });
  const [mouth, mouthY] = profile[0];
  const widest = Math.max(...profile.map(([radius]) => radius));
  const [foot, footY] = profile.at(-1);
  const height = footY - mouthY;
  const half = (y) =>
    `C${axis - widest * 0.5} ${y + widest * tilt * 1.1} ${axis + widest * 0.5} ${y + widest * tilt * 1.1} ${axis + widest + 20} ${y}`;
  const dipEdge =
    dip &&
    `M${axis - widest - 20} ${dip.y}${half(dip.y)}V${dip.above ? mouthY - 80 : footY + 90}H${axis - widest - 20}Z`;
  const inside = linear(
    sheet,
    [
      [0, darker(colour, 0.6)],
      [0.55, darker(colour, 0.4)],
      [1, darker(colour, 0.12)],
    ],
    [0, 0, 1, 0.5],
  );
  return (
    groundShadow(sheet, {
      cx: axis,
      cy: footY + foot * tilt * 0.4,
      rx: Math.max(foot, widest * 0.78) * 1.12,
      ry: Math.max(foot, widest * 0.7) * 0.2,
      opacity: 0.55,
    }) +
    clip(
      sheet,
      d,
      `<path d="${d}" fill="${around(sheet, colour)}"/>` +
        (dip
          ? `<path d="${dipEdge}" fill="${around(sheet, dip.colour)}"/><path d="M${axis - widest - 20} ${dip.y}${half(dip.y)}" fill="none" stroke="#fff8ea" stroke-opacity=".5" stroke-width="3"/><path d="M${axis - widest - 20} ${dip.y + 4}${half(dip.y + 4)}" fill="none" stroke="#0a1420" stroke-opacity=".2" stroke-width="4"/>`
          : "") +
        (bare
          ? `<path d="M${axis - widest - 20} ${bare.y}${half(bare.y)}V${footY + 90}H${axis - widest - 20}Z" fill="${bare.colour}" fill-opacity=".8"/>`
          : "") +
        rings
          .map(
            (y) =>
              `<path d="M${axis - widest - 20} ${y}${half(y)}" fill="none" stroke="#0a1420" stroke-opacity=".14" stroke-width="5"/><path d="M${axis - widest - 20} ${y - 5}${half(y - 5)}" fill="none" stroke="#fff8ea" stroke-opacity=".2" stroke-width="4"/>`,
          )
          .join("") +
        (specks ? `<path d="${d}" fill="${speckle(sheet, { colour: specks })}"/>` : "") +
        `<path d="M${axis - widest} ${footY - height * 0.2}h${widest * 2}V${footY + 90}h${-widest * 2}z" fill="${linear(
          sheet,
          [
            [0, "#0a1420", 0],
            [1, "#0a1420", 0.34],
          ],
        )}"/>` +
        gleam(
          sheet,
          `M${axis - widest * 0.48} ${mouthY + height * 0.3}Q${axis - widest * 0.58} ${mouthY + height * 0.5} ${axis - widest * 0.5} ${mouthY + height * 0.72}`,
          { width: widest * 0.12, opacity: gloss, soft: widest * 0.06 },
        ),
    ) +
    `<ellipse cx="${axis}" cy="${mouthY}" rx="${mouth}" ry="${mouth * tilt}" fill="${lighter(colour, 0.3)}"/>` +
    `<ellipse cx="${axis}" cy="${mouthY + 1.5}" rx="${mouth - wall}" ry="${Math.max(2, mouth * tilt - wall * 0.36)}" fill="${inside}"/>`
  );
}

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

/** A mushroom of a lamp, in glazed steel: it is lit at night. */
export function lamp(sheet, { colour, stemColour = "#c7a15c" }) {
  const shade = symmetric(
    [400, 330],
    [
      [520, 330, 600, 430, 612, 540],
      [540, 566, 470, 574, 400, 574],
    ],
  );
  const column = turned(
    [
      [22, 550],
      [22, 700],
      [26, 770],
      [96, 812],
      [124, GROUND - 14],
    ],
    { tilt: 0.16 },
  );
  const glow = sheet.tone("0.28", "1");
  const halo = radial(sheet, [
    [0, "#ffdf9e", 0.85],
    [0.5, "#ffca75", 0.28],
    [1, "#ffca75", 0],
  ]);
  return (
    `<circle cx="400" cy="600" r="420" fill="${halo}" style="opacity:${glow}"/>` +
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 150, ry: 22 }) +
    clip(
      sheet,
      column,
      `<path d="${column}" fill="${around(sheet, stemColour)}"/><path d="M260 540h280v60h-280z" fill="#3a2812" fill-opacity=".5"/>`,
    ) +
    `<ellipse cx="400" cy="548" rx="208" ry="34" fill="${darker(colour, 0.35)}"/>` +
    `<ellipse cx="400" cy="552" rx="196" ry="28" fill="#ffe9b8" style="opacity:${glow}"/>` +
    `<ellipse cx="400" cy="550" rx="70" ry="14" fill="#fffdf2" style="opacity:${glow}"/>` +
    clip(
      sheet,
      shade,
      `<path d="${shade}" fill="${around(sheet, colour)}"/>` +
        `<path d="M160 300h480v290h-480z" fill="${linear(sheet, [
          [0, "#fff8ea", 0.3],
          [0.45, "#fff8ea", 0],
          [1, "#0a1420", 0.3],
        ])}"/>` +
        gleam(sheet, "M256 500C262 440 300 384 350 362", { width: 22, opacity: 0.55, soft: 8 }) +
        `<path d="M180 540Q400 600 620 540" fill="none" stroke="#ffd592" stroke-width="12" style="opacity:${glow}" filter="${blur(sheet, 5)}"/>`,
    ) +
    `<circle cx="400" cy="322" r="15" fill="${radial(
      sheet,
      [
        [0, lighter(stemColour, 0.6)],
        [1, darker(stemColour, 0.3)],
      ],
      [0.35, 0.3, 0.8],
    )}"/>` +
    `<path d="M500 832C600 850 660 840 800 880" fill="none" stroke="#23292b" stroke-width="6"/>`
  );
}

/** A folded blanket with a fringe. */
export function blanket(sheet, { colour, bands }) {
  const layers = [760, 680, 600];
  const cloth = [stripes(sheet, bands, "rotate(90)"), fuzz(sheet)];
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND - 4, rx: 300, ry: 34 }) +
    layers
      .map((y, at) => {
        const d = `M${160 + at * 4} ${y}Q400 ${y - 18 - at * 4} ${640 - at * 4} ${y}C674 ${y + 6} 678 ${y + 76} ${642 - at * 4} ${y + 86}Q400 ${y + 96} ${158 + at * 4} ${y + 86}C138 ${y + 70} 140 ${y + 14} ${160 + at * 4} ${y}Z`;
        return (
          castShadow(sheet, d, { dx: 8, dy: 10, soft: 8, opacity: 0.28 }) +
          solid(sheet, d, {
            fill: colour,
            textures: cloth,
            width: 40,
            inside: fold(sheet, `M170 ${y + 60}Q400 ${y + 72} 640 ${y + 58}`, { strength: 0.14, width: 14 }),
          })
        );
      })
      .join("") +
    (() => {
      const drape =
        "M236 584Q400 560 566 584C580 590 590 640 586 716C584 780 580 800 574 836L262 830C244 780 232 640 236 584Z";
      const ends = Array.from(
        { length: 30 },
        (_, at) => `M${264 + at * 10.6} 832q${at % 2 ? 3 : -3} 16 ${at % 3 ? -1 : 2} 34`,
      ).join("");
      return (
        castShadow(sheet, drape, { dx: 12, dy: 6, soft: 9, opacity: 0.34 }) +
        `<path d="${ends}" fill="none" stroke="${darker(colour, 0.1)}" stroke-width="5" stroke-linecap="round"/><path d="${ends}" fill="none" stroke="${lighter(colour, 0.3)}" stroke-width="1.6" stroke-linecap="round"/>` +
        solid(sheet, drape, {
          fill: lighter(colour, 0.06),
          textures: [stripes(sheet, bands), fuzz(sheet)],
          width: 34,
          inside:
            fold(sheet, "M330 600C324 690 336 760 332 836", { strength: 0.16 }) +
            fold(sheet, "M480 596C488 690 476 760 482 836", { strength: 0.16 }),
        })
      );
    })()
  );
}

/** A cushion in stocking stitch with a piped edge. */
export function cushion(sheet, { colour, bands }) {
  const d =
    "M176 470C280 500 520 500 624 470C640 560 640 720 628 836C520 812 280 812 172 836C160 720 160 560 176 470Z";
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND - 10, rx: 260 }) +
    castShadow(sheet, d, { dx: 30, dy: 8, soft: 20, opacity: 0.24 }) +
    solid(sheet, d, {
      fill: colour,
      textures: [stripes(sheet, bands), knit(sheet, 16)],
      inside:
        fold(sheet, "M190 484C240 530 270 560 300 570", { strength: 0.26, width: 14 }) +
        fold(sheet, "M610 484C560 530 540 550 510 560", { strength: 0.26, width: 14 }) +
        fold(sheet, "M188 820C230 790 250 770 280 760", { strength: 0.24, width: 14 }) +
        fold(sheet, "M612 820C570 790 550 770 520 760", { strength: 0.24, width: 14 }),
      width: 90,
    }) +
    `<path d="${d}" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="9"/>` +
    `<path d="${d}" fill="none" stroke="${mix(colour, "#ffffff", 0.2)}" stroke-width="5" stroke-dasharray="7 3"/>`
  );
}

/** Candle holders of turned wood, three heights. */
export function candlesticks(sheet, { colour, wax = "#efe6d2" }) {
  const flame = sheet.tone("0.85", "1");
  const halo = radial(sheet, [
    [0, "#ffe2a4", 0.75],
    [1, "#ffca75", 0],
  ]);
  const one = (x, top) => {
    const profile = [
      [30, top],
      [34, top + 20],
      [16, top + 50],
      [15, GROUND - 70],
      [24, GROUND - 46],
      [74, GROUND - 26],
      [78, GROUND - 10],
    ];
    const candle = `M${x - 16} ${top - 190}Q${x} ${top - 184} ${x + 16} ${top - 190}V${top + 2}Q${x} ${top + 8} ${x - 16} ${top + 2}Z`;
    const fire = `M${x} ${top - 262}C${x + 20} ${top - 226} ${x + 12} ${top - 204} ${x} ${top - 202}C${x - 12} ${top - 204} ${x - 20} ${top - 226} ${x} ${top - 262}Z`;
    return (
      `<circle cx="${x}" cy="${top - 226}" r="120" fill="${halo}" style="opacity:${sheet.tone("0.5", "1")}"/>` +
      pot(sheet, profile, { colour, axis: x, wall: 6, gloss: 0.2 }) +
      clip(
        sheet,
        turned(profile, { axis: x }),
        `<path d="M${x - 90} ${top}h180V${GROUND}h-180z" fill="${grain(sheet, { transform: "rotate(90)" })}"/>`,
      ) +
      clip(sheet, candle, `<path d="${candle}" fill="${around(sheet, wax)}"/>`) +
      `<path d="M${x} ${top - 188}v-16" stroke="#2b2019" stroke-width="3"/><path d="${fire}" fill="${linear(
        sheet,
        [
          [0, "#ffd36b"],
          [0.6, "#fff4cf"],
          [1, "#f2913a"],
        ],
      )}" style="opacity:${flame}"/>`
    );
  };
  return one(250, 560) + one(550, 640) + one(404, 720);
}

/** A bread board, leaning on the wall. */
export function board(sheet, { colour }) {
  const d = `M300 ${GROUND}C252 ${GROUND - 6} 244 780 244 700L252 440C254 390 300 372 346 366C362 340 366 300 364 268C362 226 438 226 436 268C434 300 438 340 454 366C500 372 546 390 548 440L556 700C556 780 548 ${GROUND - 6} 500 ${GROUND}Z`;
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 190, ry: 22 }) +
    castShadow(sheet, d, { dx: 36, dy: 10, soft: 16, opacity: 0.3 }) +
    solid(sheet, d, {
      fill: colour,
      textures: [grain(sheet, { transform: "rotate(88)" })],
      width: 24,
      depth: 0.8,
    }) +
    `<circle cx="400" cy="270" r="17" fill="#0b1a22" fill-opacity=".6"/><path d="M400 268C386 200 420 180 404 130" fill="none" stroke="#8a5430" stroke-width="7"/>` +
    join(d, { opacity: 0.1 })
  );
}
