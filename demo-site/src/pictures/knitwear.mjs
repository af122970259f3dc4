import { darker, lighter } from "./colour.mjs";
import { castShadow, clip, fold, solid } from "./light.mjs";
import { cable, check, fuzz, join, knit, moss, rib, seam } from "./material.mjs";
import { both, mirrored, symmetric } from "./shape.mjs";
import { hanger, button } from "./trim.mjs";

const BODY = symmetric(
  [400, 300],
  [
    [438, 298, 468, 278, 478, 244],
    [522, 258, 568, 274, 602, 300],
    [586, 356, 580, 420, 590, 476],
    [602, 590, 604, 690, 598, 792],
    [540, 806, 470, 810, 400, 810],
  ],
);
const SLEEVE =
  "M590 290C642 312 664 400 684 500C704 600 718 694 724 772Q686 796 640 790C632 690 616 580 588 470C574 420 572 340 590 290Z";
const HEM = "M202 786Q400 826 598 786L593 846Q400 880 207 846Z";
const CUFF = "M640 786Q686 792 725 766L728 826Q690 850 645 846Z";

/** The band along a neckline: ribs are dashes across a thick line. */
function neckband(colour, d, width = 27) {
  return (
    `<path d="${d}" fill="none" stroke="${darker(colour, 0.28)}" stroke-width="${width + 3}"/>` +
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>` +
    `<path d="${d}" fill="none" stroke="#08121c" stroke-opacity=".26" stroke-width="${width}" stroke-dasharray="3.5 7.5"/>` +
    `<path d="${d}" fill="none" stroke="#fff7e8" stroke-opacity=".2" stroke-width="${width}" stroke-dasharray="3 8" stroke-dashoffset="-4"/>`
  );
}

/** A jumper on its hanger. `textures` is what it is knitted in, `print` what is knitted into it. */
function jumper(sheet, { colour, textures, sleeveTextures = textures, print = "", trim = colour }) {
  const inside = darker(colour, 0.5);
  const sleeve = (flip) => {
    const markup =
      solid(sheet, SLEEVE, {
        fill: colour,
        textures: sleeveTextures,
        inside: print && (flip ? mirrored(print) : print),
        width: 40,
      }) +
      fold(sheet, "M668 470C652 520 650 560 660 620", { strength: 0.22 }) +
      fold(sheet, "M700 640C676 668 664 690 668 730", { strength: 0.2 }) +
      solid(sheet, CUFF, { fill: trim, textures: [rib(sheet, 11, "rotate(-4)")], width: 22 });
    return flip ? mirrored(markup) : markup;
  };
  return (
    [BODY, HEM, SLEEVE].map((d) => castShadow(sheet, d)).join("") +
    mirrored(castShadow(sheet, SLEEVE, { dx: -20 })) +
    hanger(sheet, { y: 250, reach: 150 }) +
    `<path d="M326 246Q400 222 474 246C468 288 432 306 400 306S332 288 326 246Z" fill="${inside}"/>` +
    neckband(darker(colour, 0.16), "M330 252Q400 230 470 252", 20) +
    sleeve(true) +
    sleeve(false) +
    solid(sheet, BODY, {
      fill: colour,
      textures,
      inside:
        print +
        fold(sheet, "M232 470C290 560 300 660 270 790", { strength: 0.2, width: 22 }) +
        fold(sheet, "M566 480C520 570 530 650 556 780", { strength: 0.2, width: 22 }) +
        fold(sheet, "M400 420C384 540 396 660 420 790", { strength: 0.1, width: 30 }),
      width: 56,
    }) +
    both(join("M602 300C586 356 580 420 590 476", { opacity: 0.34, width: 4 })) +
    solid(sheet, HEM, { fill: trim, textures: [rib(sheet, 12)], width: 26 }) +
    neckband(trim, "M326 248C334 292 364 314 400 314S466 292 474 248")
  );
}

/** A fisherman's jumper: cables down the front, moss between. */
export const fisherman = (sheet, { colour }) =>
  jumper(sheet, { colour, textures: [cable(sheet)], sleeveTextures: [cable(sheet, [64, 62])] });

/** A round-yoke jumper, as from the islands: rings of figures around the neck. */
export function yoke(sheet, { colour, figures }) {
  const ring = (radius, draw, count) => {
    const figure = sheet.define((id) => `<g id="${id}">${draw}</g>`);
    return Array.from({ length: count }, (_, at) => {
      const angle = (at / count) * Math.PI * 2;
      const [x, y] = [400 + Math.cos(angle) * radius, 226 + Math.sin(angle) * radius * 0.82];
      return `<use href="#${figure}" transform="translate(${x} ${y}) rotate(${(angle * 180) / Math.PI - 90})"/>`;
    }).join("");
  };
  const [first, second = lighter(colour, 0.7)] = figures;
  const diamond = (size, fill) =>
    `<path d="M0 ${-size}L${size * 0.62} 0L0 ${size}L${-size * 0.62} 0Z" fill="${fill}"/>`;
  const band = (radius, width, fill) =>
    `<ellipse cx="400" cy="226" rx="${radius}" ry="${radius * 0.82}" fill="none" stroke="${fill}" stroke-width="${width}"/>`;
  const print =
    band(126, 12, second) +
    ring(152, diamond(15, first), 26) +
    band(178, 6, first) +
    ring(206, diamond(24, second) + diamond(11, first), 26) +
    ring(206, `<path d="M-5 0h10v9h-10z" transform="translate(30 -12)" fill="${first}"/>`, 26) +
    band(236, 7, first) +
    ring(260, `<path d="M0 -14L11 14L0 6L-11 14Z" fill="${second}"/>`, 34) +
    ring(284, `<path d="M-4 -4h8v8h-8z" fill="${first}"/>`, 56);
  const hem = [724, 748]
    .map(
      (y, at) =>
        `<path d="M180 ${y}Q400 ${y + 34} 620 ${y}" fill="none" stroke="${at ? first : second}" stroke-width="7" stroke-dasharray="11 11"/>`,
    )
    .join("");
  // Body and sleeves show parts of one drawing, so that the rings run on from one to the other.
  const drawing = sheet.define((id) => `<g id="${id}">${print}${hem}</g>`);
  const stitches = `<path d="M0 0h800v1000H0z" fill="${knit(sheet)}"/>`;
  return jumper(sheet, { colour, textures: [], print: `<use href="#${drawing}"/>${stitches}` });
}

/** A button-through cardigan in moss stitch, with patch pockets. */
export function cardigan(sheet, { colour, buttons = "#5a3b22" }) {
  const left =
    "M400 812C330 810 260 806 202 792C196 690 198 590 210 476C220 420 214 356 198 300C232 274 278 258 322 244C330 330 358 420 400 486Z";
  const right = mirrored(solid(sheet, left, { fill: colour, textures: [moss(sheet, 12)], width: 48 }));
  const placket = "M322 240C332 330 362 420 402 486L402 846L432 846L432 478C388 420 356 330 346 240Z";
  const pocket = "M246 640H350V760Q298 770 246 760Z";
  return (
    jumperShadow(sheet) +
    hanger(sheet, { y: 250, reach: 150 }) +
    `<path d="M322 246Q400 224 478 246C470 340 440 420 400 486C360 420 330 340 322 246Z" fill="${darker(colour, 0.45)}"/>` +
    `<path d="M322 246Q400 224 478 246C474 300 458 350 436 400Q400 420 364 400C342 350 326 300 322 246Z" fill="${knit(sheet, 13)}"/>` +
    neckband(darker(colour, 0.12), "M326 250Q400 230 474 250", 20) +
    sleeves(sheet, colour, [moss(sheet, 12)]) +
    right +
    solid(sheet, left, { fill: colour, textures: [moss(sheet, 12)], width: 48 }) +
    both(join("M602 300C586 356 580 420 590 476", { opacity: 0.34, width: 4 })) +
    both(fold(sheet, "M560 480C520 570 530 650 556 780", { strength: 0.18, width: 22 })) +
    solid(sheet, HEM, { fill: colour, textures: [rib(sheet, 12)], width: 26 }) +
    both(
      solid(sheet, pocket, { fill: colour, textures: [moss(sheet, 12)], width: 16, depth: 0.6 }) +
        `<path d="${pocket}" fill="none" stroke="#08121c" stroke-opacity=".35" stroke-width="3"/>` +
        solid(sheet, "M242 624H354V654H242Z", { fill: colour, textures: [rib(sheet, 10)], width: 12 }),
    ) +
    mirrored(solid(sheet, placket, { fill: colour, textures: [rib(sheet, 9, "rotate(90)")], width: 12 })) +
    castShadow(sheet, placket, { dx: 6, dy: 2, soft: 5, opacity: 0.3 }) +
    solid(sheet, placket.replaceAll("402", "384").replaceAll("432", "416"), {
      fill: colour,
      textures: [rib(sheet, 9, "rotate(90)")],
      width: 12,
    }) +
    [508, 586, 664, 742, 820].map((y) => button(sheet, 400, y, 12, buttons)).join("")
  );
}

const jumperShadow = (sheet) =>
  [BODY, HEM].map((d) => castShadow(sheet, d)).join("") +
  castShadow(sheet, SLEEVE) +
  mirrored(castShadow(sheet, SLEEVE, { dx: -20 }));

function sleeves(sheet, colour, textures) {
  return both(
    solid(sheet, SLEEVE, { fill: colour, textures, width: 40 }) +
      fold(sheet, "M668 470C652 520 650 560 660 620", { strength: 0.22 }) +
      fold(sheet, "M700 640C676 668 664 690 668 730", { strength: 0.2 }) +
      solid(sheet, CUFF, { fill: colour, textures: [rib(sheet, 11, "rotate(-4)")], width: 22 }),
  );
}

/** A ribbed beanie with a deep cuff, hung on the peg. */
export function beanie(sheet, { colour, label = "#e9dfca" }) {
  const crown = "M400 268C520 268 606 360 614 530L620 640H180L186 530C194 360 280 268 400 268Z";
  const cuff = "M170 606Q400 654 630 606C640 650 640 706 632 752Q400 806 168 752C160 706 160 650 170 606Z";
  const ribs = Array.from({ length: 25 }, (_, at) => {
    const x = 180 + (440 / 24) * at;
    const top = 400 + (x - 400) * 0.1;
    return `M${top} 268C${400 + (x - 400) * 0.72} 330 ${x - (x - 400) * 0.03} 440 ${x} 650`;
  }).join("");
  const loop = "M392 96C378 150 384 210 396 272M408 96C424 150 414 210 404 272";
  return (
    castShadow(sheet, crown) +
    castShadow(sheet, cuff) +
    `<path d="${loop}" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="6" stroke-linecap="round"/>` +
    solid(sheet, crown, {
      fill: colour,
      textures: [knit(sheet, 12)],
      inside:
        `<path d="${ribs}" fill="none" stroke="#08121c" stroke-opacity=".34" stroke-width="7"/>` +
        `<path d="${ribs}" fill="none" stroke="#fff7e8" stroke-opacity=".2" stroke-width="5" transform="translate(8 0)"/>`,
      width: 74,
    }) +
    castShadow(sheet, cuff, { dx: 0, dy: -10, soft: 8, opacity: 0.36 }) +
    solid(sheet, cuff, { fill: colour, textures: [rib(sheet, 19)], width: 54 }) +
    `<path d="M446 664L528 656L532 722L450 730Z" fill="#0b1a22" fill-opacity=".3" filter="none" transform="translate(3 4)"/>` +
    `<path d="M446 664L528 656L532 722L450 730Z" fill="${label}"/>` +
    seam("M452 670L523 663L526 716L455 724Z", { colour: "#6b5a3f", opacity: 0.7, width: 1.8, dash: "5 4" }) +
    `<path d="M470 702q18 -22 38 -4" fill="none" stroke="#33463f" stroke-width="4" stroke-linecap="round"/><circle cx="488" cy="682" r="4" fill="#c8502d"/>`
  );
}

/** A brushed check scarf, looped over the peg. */
export function scarf(sheet, { colour, bands }) {
  const textures = [check(sheet, { size: 132, bands }), fuzz(sheet)];
  const back =
    "M404 92C452 120 486 220 500 330C520 470 520 640 512 776L388 786C392 640 384 460 372 330C366 240 372 150 404 92Z";
  const front =
    "M396 90C352 120 316 210 300 330C282 480 272 690 276 852L418 858C420 690 424 500 430 350C434 240 430 150 396 90Z";
  const fringe = (from, to, y, length) =>
    Array.from({ length: 15 }, (_, at) => {
      const x = from + ((to - from) / 14) * at;
      return `M${x} ${y}q${at % 2 ? 5 : -4} ${length / 2} ${at % 3 ? -2 : 3} ${length}`;
    }).join("");
  const tassels = (d) =>
    `<path d="${d}" fill="none" stroke="#0b1a22" stroke-opacity=".22" stroke-width="7" transform="translate(9 8)"/>` +
    `<path d="${d}" fill="none" stroke="${darker(colour, 0.12)}" stroke-width="6.5" stroke-linecap="round"/>` +
    `<path d="${d}" fill="none" stroke="${lighter(colour, 0.3)}" stroke-width="2" stroke-linecap="round" transform="translate(-1.6 0)"/>`;
  return (
    castShadow(sheet, back) +
    castShadow(sheet, front) +
    tassels(fringe(392, 508, 778, 62)) +
    solid(sheet, back, {
      fill: darker(colour, 0.1),
      textures,
      inside: fold(sheet, "M440 150C470 300 478 500 470 770", { width: 26, strength: 0.3 }),
      width: 44,
    }) +
    castShadow(sheet, front, { dx: 12, dy: 4, soft: 10, opacity: 0.36 }) +
    tassels(fringe(280, 414, 852, 66)) +
    solid(sheet, front, {
      fill: colour,
      textures,
      inside:
        fold(sheet, "M392 100C352 260 340 460 332 850", { width: 30, strength: 0.26 }) +
        fold(sheet, "M404 110C398 280 392 420 388 600", { width: 20, strength: 0.2 }),
      width: 44,
    }) +
    clip(sheet, front, "")
  );
}
