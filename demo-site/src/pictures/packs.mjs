import { label, piece } from "./bag-making.mjs";
import { darker, lighter } from "./colour.mjs";
import { castShadow, clip, fold, gleam, groundShadow, solid } from "./light.mjs";
import { canvas, seam, twill } from "./material.mjs";
import { both, line, symmetric } from "./shape.mjs";
import { GROUND } from "./stage.mjs";
import { buckle, rivet, strap, zip } from "./trim.mjs";

/** A roll-top rucksack with one long strap down the front. */
export function rolltop(sheet, { colour, leatherColour, metal = "#c7b184" }) {
  const body = symmetric(
    [400, 300],
    [
      [520, 296, 566, 304, 578, 330],
      [596, 420, 604, 560, 600, 700],
      [600, 790, 590, 830, 560, GROUND - 4],
      [500, GROUND + 6, 450, GROUND + 6, 400, GROUND + 6],
    ],
  );
  const roll =
    "M204 252C198 224 214 206 240 204Q400 196 560 204C586 206 602 224 596 252C600 300 590 330 566 336Q400 348 234 336C210 330 200 300 204 252Z";
  const pocket = "M262 588Q400 572 538 588C548 650 548 740 534 800Q400 818 266 800C252 740 252 650 262 588Z";
  const shoulder = (x) =>
    line([
      [x + 40, 300],
      [x + 74, 420],
      [x + 86, 600],
      [x + 52, 790],
    ]);
  const pocketFlap = "M254 578Q400 560 546 578L544 640Q400 668 256 640Z";
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 240 }) +
    both(strap(sheet, shoulder(552), { colour: darker(colour, 0.2), width: 34, stitches: false })) +
    castShadow(sheet, body, { dx: 34, dy: 10, soft: 22, opacity: 0.25 }) +
    `<path d="M366 206C366 160 434 160 434 206" fill="none" stroke="${leatherColour}" stroke-width="17"/><path d="M366 206C366 160 434 160 434 206" fill="none" stroke="#f3e6cc" stroke-opacity=".5" stroke-width="2" stroke-dasharray="6 5"/>` +
    solid(sheet, body, {
      fill: colour,
      textures: [canvas(sheet, 8)],
      inside:
        both(fold(sheet, "M560 360C540 480 566 620 552 820", { strength: 0.22, width: 20 })) +
        fold(sheet, "M260 420Q400 450 540 416", { strength: 0.16, width: 14 }) +
        fold(sheet, "M280 500Q400 522 520 496", { strength: 0.12, width: 12 }),
      width: 64,
    }) +
    castShadow(sheet, pocket, { dx: 6, dy: 8, soft: 8, opacity: 0.34 }) +
    solid(sheet, pocket, { fill: colour, textures: [canvas(sheet, 8)], width: 40 }) +
    castShadow(sheet, pocketFlap, { dx: 2, dy: 8, soft: 6, opacity: 0.4 }) +
    solid(sheet, pocketFlap, { fill: lighter(colour, 0.05), textures: [canvas(sheet, 8)], width: 22 }) +
    seam("M262 634Q400 660 538 634", { opacity: 0.4, width: 2 }) +
    both(
      piece(
        sheet,
        `M520 790Q580 770 603 720L598 790Q588 834 560 ${GROUND - 2}L500 ${GROUND + 4}Q500 810 520 790Z`,
        leatherColour,
      ),
    ) +
    castShadow(sheet, roll, { dx: 4, dy: 16, soft: 12, opacity: 0.4 }) +
    solid(sheet, roll, {
      fill: lighter(colour, 0.03),
      textures: [canvas(sheet, 8)],
      inside:
        fold(sheet, "M206 268Q400 280 596 266", { strength: 0.34, width: 14 }) +
        fold(sheet, "M212 308Q400 322 590 306", { strength: 0.26, width: 12 }),
      width: 46,
    }) +
    both(piece(sheet, "M566 208Q604 222 598 256Q602 310 572 334L556 336Q566 270 556 206Z", leatherColour)) +
    strap(sheet, "M400 214V330L400 540", { colour: leatherColour, width: 40 }) +
    buckle(sheet, 400, 452, 62, 48, metal) +
    strap(sheet, "M400 442V560", { colour: leatherColour, width: 34 }) +
    `<path d="M383 556h34v10l-17 22l-17 -22z" fill="${leatherColour}"/>` +
    [484, 508, 532]
      .map((y) => `<circle cx="400" cy="${y}" r="3.4" fill="${darker(leatherColour, 0.7)}"/>`)
      .join("") +
    rivet(sheet, 400, 618, 9, metal) +
    label(363, 700)
  );
}

/** A plain day pack with an arched zip. */
export function daypack(sheet, { colour, leatherColour, metal = "#d7d2c4" }) {
  const body = `M400 250C540 250 592 330 600 460C606 580 604 700 596 790Q592 ${GROUND} 540 ${GROUND + 2}H260Q208 ${GROUND} 204 790C196 700 194 580 200 460C208 330 260 250 400 250Z`;
  const pocket = `M236 600Q400 584 564 600V790Q560 ${GROUND - 14} 520 ${GROUND - 12}H280Q240 ${GROUND - 14} 236 790Z`;
  const arch = "M226 560C222 400 280 306 400 306S578 400 574 560";
  const shoulder = line([
    [560, 330],
    [616, 420],
    [640, 600],
    [600, 790],
  ]);
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 244 }) +
    both(strap(sheet, shoulder, { colour: darker(colour, 0.22), width: 40, stitches: false })) +
    castShadow(sheet, body, { dx: 32, dy: 10, soft: 22, opacity: 0.25 }) +
    `<path d="M352 258C352 190 448 190 448 258" fill="none" stroke="${darker(leatherColour, 0.3)}" stroke-width="24"/><path d="M352 258C352 190 448 190 448 258" fill="none" stroke="${leatherColour}" stroke-width="20"/><path d="M352 258C352 190 448 190 448 258" fill="none" stroke="#f3e6cc" stroke-opacity=".6" stroke-width="2" stroke-dasharray="6 5"/>` +
    solid(sheet, body, {
      fill: colour,
      textures: [twill(sheet, 7)],
      inside:
        fold(sheet, "M300 420C380 450 440 440 520 410", { strength: 0.14, width: 20 }) +
        fold(sheet, "M280 500C360 530 460 530 530 490", { strength: 0.12, width: 16 }),
      width: 74,
    }) +
    zip(sheet, arch, { metal, pull: [262, 420], width: 13 }) +
    castShadow(sheet, pocket, { dx: 5, dy: 6, soft: 7, opacity: 0.34 }) +
    solid(sheet, pocket, { fill: lighter(colour, 0.02), textures: [twill(sheet, 7)], width: 44 }) +
    zip(sheet, "M246 640Q400 626 554 640", { metal, pull: [520, 638], width: 12 }) +
    seam(`M250 664Q400 650 550 664`, { opacity: 0.32, width: 2 }) +
    piece(sheet, "M364 470H436L428 530H372Z", leatherColour, { width: 10 }) +
    `<path d="M388 486l4 28M412 486l-4 28" stroke="${darker(leatherColour, 0.7)}" stroke-width="4" stroke-linecap="round"/>` +
    label(363, 710)
  );
}

/** A small sling for the hip or the chest. */
export function sling(sheet, { colour, leatherColour, metal = "#d7d2c4" }) {
  const body =
    "M170 560C176 500 220 476 300 470Q400 462 500 470C580 476 624 500 630 560C642 640 634 740 596 800Q560 850 480 852H320Q240 850 204 800C166 740 158 640 170 560Z";
  const pocket =
    "M226 640Q400 622 574 640C580 700 568 760 548 794Q530 826 478 828H322Q270 826 252 794C232 760 220 700 226 640Z";
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 260 }) +
    strap(
      sheet,
      line([
        [180, 570],
        [110, 440],
        [180, 290],
        [340, 210],
        [520, 220],
        [660, 320],
        [690, 450],
        [622, 570],
      ]),
      { colour: darker(colour, 0.18), width: 34, stitches: false },
    ) +
    buckle(sheet, 250, 246, 46, 56, metal) +
    castShadow(sheet, body, { dx: 32, dy: 10, soft: 22, opacity: 0.25 }) +
    solid(sheet, body, { fill: colour, textures: [twill(sheet, 7)], width: 70 }) +
    zip(sheet, "M206 566Q400 522 594 566", { metal, pull: [560, 556], width: 13 }) +
    seam("M204 590Q400 548 596 590", { opacity: 0.34, width: 2 }) +
    castShadow(sheet, pocket, { dx: 4, dy: 6, soft: 6, opacity: 0.34 }) +
    solid(sheet, pocket, { fill: lighter(colour, 0.03), textures: [twill(sheet, 7)], width: 38 }) +
    zip(sheet, "M244 680Q400 664 556 680", { metal, pull: [280, 678], width: 11 }) +
    both(piece(sheet, "M616 520L668 540L664 606L634 622Z", leatherColour, { width: 10 })) +
    label(363, 736)
  );
}

/** A wash bag, with room for a razor and a book of poems. */
export function washbag(sheet, { colour, leatherColour, metal = "#c7b184" }) {
  const body = `M182 560Q400 540 618 560C640 640 642 730 632 800Q626 ${GROUND} 588 ${GROUND + 2}H212Q174 ${GROUND} 168 800C158 730 160 640 182 560Z`;
  const top = "M182 560C200 520 260 504 400 502S600 520 618 560Q400 590 182 560Z";
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 270 }) +
    castShadow(sheet, body, { dx: 30, dy: 10, soft: 20, opacity: 0.25 }) +
    solid(sheet, top, { fill: lighter(colour, 0.08), textures: [canvas(sheet, 8)], width: 22 }) +
    zip(sheet, "M196 548Q400 522 604 548", { metal, pull: [226, 546], width: 13 }) +
    solid(sheet, body, {
      fill: colour,
      textures: [canvas(sheet, 8)],
      inside:
        fold(sheet, "M280 590C300 660 286 740 300 780", { strength: 0.18, width: 22 }) +
        fold(sheet, "M520 590C500 660 516 740 502 780", { strength: 0.18, width: 22 }),
      width: 62,
    }) +
    piece(
      sheet,
      `M164 740Q400 764 636 740L632 800Q626 ${GROUND} 588 ${GROUND + 2}H212Q174 ${GROUND} 168 800Z`,
      leatherColour,
      { width: 30 },
    ) +
    seam("M166 754Q400 778 634 754", { colour: "#f3e6cc", opacity: 0.75 }) +
    strap(
      sheet,
      line([
        [614, 590],
        [690, 600],
        [704, 660],
        [628, 680],
      ]),
      { colour: leatherColour, width: 24 },
    ) +
    rivet(sheet, 616, 596, 7, metal) +
    rivet(sheet, 622, 676, 7, metal) +
    clip(
      sheet,
      body,
      gleam(sheet, "M214 600C206 650 206 690 208 730", { width: 12, opacity: 0.25, soft: 6 }),
    ) +
    label(363, 640)
  );
}
