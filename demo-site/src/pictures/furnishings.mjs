import { darker, lighter, mix } from "./colour.mjs";
import { blur, castShadow, clip, fold, gleam, groundShadow, linear, radial, solid } from "./light.mjs";
import { fuzz, grain, join, knit, stripes } from "./material.mjs";
import { symmetric, turned } from "./shape.mjs";
import { GROUND } from "./stage.mjs";
import { around, pot } from "./wheel.mjs";

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
