import { darker, lighter } from "./colour.mjs";
import { castShadow, clip, fold, gleam, groundShadow, linear, solid } from "./light.mjs";
import { canvas, join, leather, seam, twill } from "./material.mjs";
import { both, line, symmetric } from "./shape.mjs";
import { buckle, rivet, strap, zip } from "./trim.mjs";

/** All bags stand on y = 850 and are about 500 wide. */
const GROUND = 850;

const piece = (sheet, d, colour, options = {}) =>
  solid(sheet, d, { fill: colour, textures: [leather(sheet)], width: 18, depth: 0.9, ...options }) +
  join(d, { opacity: 0.22, width: 2 });

/** The little woven label that the bag makers sew on. */
const label = (x, y, width = 74, height = 44) =>
  `<path d="M${x + 2} ${y + 3}h${width}v${height}h-${width}z" fill="#0b1a22" fill-opacity=".3"/><path d="M${x} ${y}h${width}v${height}h-${width}z" fill="#efe6d2"/>` +
  `<path d="M${x + 14} ${y + height - 13}q${width / 2 - 14} -26 ${width - 28} 0" fill="none" stroke="#23443c" stroke-width="3.4" stroke-linecap="round"/><path d="M${x + width / 2} ${y + 9}v8" stroke="#c8502d" stroke-width="3.4" stroke-linecap="round"/>`;

/** A boat tote of heavy canvas, with leather handles and foot. */
export function tote(sheet, { colour, leatherColour }) {
  const body = symmetric(
    [400, 402],
    [
      [628, 396],
      [624, 560, 606, 720, 592, GROUND - 6],
      [540, GROUND + 4, 470, GROUND + 6, 400, GROUND + 6],
    ],
  );
  const foot = `M190 690Q400 716 610 690L592 ${GROUND - 6}Q400 ${GROUND + 14} 208 ${GROUND - 6}Z`;
  const opening = "M172 398Q400 350 628 398Q400 436 172 398Z";
  const handle = (y) =>
    line(
      [
        [286, 640],
        [282, 460],
        [290, y + 90],
        [330, y + 14],
        [400, y],
        [470, y + 14],
        [510, y + 90],
        [518, 460],
        [514, 640],
      ],
      6,
    );
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 270 }) +
    castShadow(sheet, body, { dx: 34, dy: 12, soft: 22, opacity: 0.22 }) +
    strap(sheet, handle(196), { colour: darker(leatherColour, 0.25), width: 24 }) +
    `<path d="${opening}" fill="${darker(colour, 0.62)}"/>` +
    solid(sheet, body, {
      fill: colour,
      textures: [canvas(sheet, 9)],
      inside:
        fold(sheet, "M236 420C256 540 246 640 262 700", { strength: 0.2, width: 18 }) +
        fold(sheet, "M570 420C548 530 560 620 546 690", { strength: 0.24, width: 18 }) +
        fold(sheet, "M400 440C420 520 392 600 404 690", { strength: 0.12, width: 26 }),
      width: 60,
    }) +
    `<path d="M172 398Q400 436 628 398L627 424Q400 462 173 424Z" fill="${lighter(colour, 0.12)}" fill-opacity=".7"/>` +
    seam("M174 424Q400 462 626 424", { opacity: 0.5 }) +
    piece(sheet, foot, leatherColour, { width: 36 }) +
    seam("M193 702Q400 728 607 702", { colour: "#f3e6cc", opacity: 0.75 }) +
    strap(sheet, handle(236), { colour: leatherColour, width: 27 }) +
    both(rivet(sheet, 515, 618, 8) + rivet(sheet, 517, 470, 8)) +
    label(363, 520)
  );
}

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

/** A weekend bag: a wide barrel with leather ends and two handles. */
export function weekender(sheet, { colour, leatherColour, metal = "#c7b184" }) {
  const body = `M150 520C150 462 190 440 260 436Q400 428 540 436C610 440 650 462 650 520C668 620 664 720 652 800Q646 ${GROUND} 600 ${GROUND + 2}H200Q154 ${GROUND} 148 800C136 720 132 620 150 520Z`;
  const top = "M176 470Q400 424 624 470";
  const handle = (y) =>
    line([
      [300, 700],
      [296, 520],
      [306, y + 70],
      [344, y + 6],
      [400, y],
      [456, y + 6],
      [494, y + 70],
      [504, 520],
      [500, 700],
    ]);
  const end = `M566 438C616 442 650 466 650 520C668 620 664 720 652 800Q646 ${GROUND} 600 ${GROUND + 2}H578C596 740 592 560 566 438Z`;
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 310 }) +
    castShadow(sheet, body, { dx: 34, dy: 10, soft: 22, opacity: 0.25 }) +
    strap(
      sheet,
      line([
        [158, 500],
        [70, 620],
        [56, 760],
        [120, 836],
        [200, 820],
      ]),
      { colour: darker(colour, 0.25), width: 26, stitches: false },
    ) +
    strap(sheet, handle(290), { colour: darker(leatherColour, 0.3), width: 24 }) +
    solid(sheet, body, {
      fill: colour,
      textures: [canvas(sheet, 9)],
      inside:
        fold(sheet, "M246 500C270 600 250 720 264 830", { strength: 0.22, width: 22 }) +
        fold(sheet, "M552 500C528 600 548 720 536 830", { strength: 0.22, width: 22 }) +
        fold(sheet, "M400 470C420 560 392 700 404 840", { strength: 0.12, width: 26 }),
      width: 70,
    }) +
    both(
      piece(sheet, end, leatherColour, { width: 34 }) +
        seam("M576 446C604 560 606 740 590 846", { colour: "#f3e6cc", opacity: 0.7, width: 2.2 }),
    ) +
    piece(
      sheet,
      `M206 ${GROUND - 62}Q400 ${GROUND - 48} 594 ${GROUND - 62}L592 ${GROUND + 2}H208Z`,
      leatherColour,
      { width: 22 },
    ) +
    zip(sheet, top, { metal, pull: [206, 466], width: 14 }) +
    `<path d="M246 600H554V786Q400 796 246 786Z" fill="${colour}"/>` +
    solid(sheet, "M246 600H554V786Q400 796 246 786Z", {
      fill: lighter(colour, 0.04),
      textures: [canvas(sheet, 9)],
      width: 24,
      depth: 0.7,
    }) +
    seam("M256 612H544M256 612V780M544 612V780", { opacity: 0.42, width: 2 }) +
    strap(sheet, handle(326), { colour: leatherColour, width: 28 }) +
    both(rivet(sheet, 501, 676, 8, metal) + rivet(sheet, 503, 540, 8, metal)) +
    piece(sheet, "M356 394Q400 384 444 394L448 432Q400 440 352 432Z", leatherColour, { width: 12 }) +
    `<g transform="translate(566 470) rotate(14)">${piece(sheet, "M0 0h36l6 66q-24 12 -48 0z", lighter(leatherColour, 0.06), { width: 8 })}<circle cx="18" cy="10" r="5" fill="${metal}"/></g>` +
    label(363, 690)
  );
}

/** A saddle bag: a curved flap with a turn lock, worn across. */
export function saddle(sheet, { colour, metal = "#c7b184" }) {
  const body = `M196 520Q400 492 604 520C620 600 628 700 610 780Q590 ${GROUND} 520 ${GROUND + 4}H280Q210 ${GROUND} 190 780C172 700 180 600 196 520Z`;
  const flap =
    "M186 498Q400 466 614 498C632 560 622 640 580 690Q500 758 400 762Q300 758 220 690C178 640 168 560 186 498Z";
  const loop = line([
    [206, 520],
    [176, 420],
    [190, 260],
    [300, 150],
    [420, 130],
    [540, 190],
    [612, 320],
    [618, 440],
    [594, 520],
  ]);
  const shine = linear(
    sheet,
    [
      [0, "#fff8ea", 0.3],
      [0.35, "#fff8ea", 0.02],
      [1, "#0a1420", 0.2],
    ],
    [0, 0, 0.6, 1],
  );
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 246 }) +
    castShadow(sheet, body, { dx: 32, dy: 10, soft: 22, opacity: 0.25 }) +
    strap(sheet, loop, { colour, width: 24 }) +
    piece(sheet, body, darker(colour, 0.08), { width: 50 }) +
    seam(
      `M206 540C196 620 192 720 208 780Q226 ${GROUND - 16} 284 ${GROUND - 10}H516Q574 ${GROUND - 16} 592 780C608 720 604 620 594 540`,
      { colour: "#f3e6cc", opacity: 0.6 },
    ) +
    castShadow(sheet, flap, { dx: 6, dy: 16, soft: 12, opacity: 0.45 }) +
    piece(sheet, flap, colour, {
      width: 60,
      inside:
        `<path d="${flap}" fill="${shine}"/>` +
        fold(sheet, "M210 520Q400 494 590 520", { strength: 0.2, width: 14 }),
    }) +
    seam("M200 514C188 568 196 632 232 678Q308 742 400 746Q492 742 568 678C604 632 612 568 600 514", {
      colour: "#f3e6cc",
      opacity: 0.75,
    }) +
    gleam(sheet, "M232 540C228 590 244 640 280 672", { width: 12, opacity: 0.3, soft: 7 }) +
    both(rivet(sheet, 594, 506, 11, metal)) +
    `<ellipse cx="402" cy="706" rx="34" ry="25" fill="#0b1a22" fill-opacity=".4"/>` +
    `<ellipse cx="400" cy="702" rx="34" ry="25" fill="${linear(sheet, [
      [0, lighter(metal, 0.6)],
      [1, darker(metal, 0.35)],
    ])}"/>` +
    `<ellipse cx="400" cy="702" rx="25" ry="17" fill="${metal}"/>` +
    `<rect x="376" y="695" width="48" height="14" rx="7" fill="${linear(sheet, [
      [0, lighter(metal, 0.75)],
      [1, darker(metal, 0.2)],
    ])}" stroke="#5d4a20" stroke-opacity=".4"/>`
  );
}

/** A bucket bag, drawn shut with a cord. */
export function bucket(sheet, { colour, leatherColour, cord = "#e7dcc4" }) {
  const body = `M232 428Q400 464 568 428C590 540 604 680 596 800Q590 ${GROUND + 4} 400 ${GROUND + 8}Q210 ${GROUND + 4} 204 800C196 680 210 540 232 430Z`;
  const ruffle =
    "M240 430C222 396 236 350 228 316C262 338 282 306 312 324C342 306 370 332 400 314C430 332 458 306 488 324C518 306 538 338 572 316C564 350 578 396 562 440Q400 500 238 440Z";
  const foot = `M201 726Q400 764 599 726L596 800Q590 ${GROUND + 4} 400 ${GROUND + 8}Q210 ${GROUND + 4} 204 800Z`;
  const pleats = Array.from({ length: 13 }, (_, at) => {
    const x = 262 + at * 23;
    return fold(
      sheet,
      `M${x} 330Q${x + (x - 400) * 0.04} 380 ${x - (x - 400) * 0.06} 430Q${x + (x - 400) * 0.1} 480 ${x + (x - 400) * 0.12} 520`,
      { strength: 0.3, width: 7 },
    );
  }).join("");
  return (
    groundShadow(sheet, { cx: 400, cy: GROUND, rx: 240 }) +
    strap(
      sheet,
      line([
        [240, 470],
        [196, 300],
        [260, 150],
        [400, 110],
        [540, 150],
        [604, 300],
        [560, 470],
      ]),
      { colour: leatherColour, width: 25 },
    ) +
    castShadow(sheet, body, { dx: 32, dy: 10, soft: 22, opacity: 0.25 }) +
    solid(sheet, ruffle, {
      fill: darker(colour, 0.05),
      textures: [canvas(sheet, 8)],
      inside: pleats,
      width: 26,
    }) +
    solid(sheet, body, {
      fill: colour,
      textures: [canvas(sheet, 8)],
      inside: pleats + fold(sheet, "M300 560C290 640 300 690 296 730", { strength: 0.16, width: 22 }),
      width: 76,
    }) +
    `<path d="M232 430Q400 466 568 430" fill="none" stroke="#0b1a22" stroke-opacity=".4" stroke-width="14"/><path d="M232 427Q400 463 568 427" fill="none" stroke="${cord}" stroke-width="10"/><path d="M232 427Q400 463 568 427" fill="none" stroke="#8b7a58" stroke-opacity=".5" stroke-width="10" stroke-dasharray="2 7"/>` +
    piece(sheet, foot, leatherColour, { width: 34 }) +
    seam("M202 740Q400 778 598 740", { colour: "#f3e6cc", opacity: 0.75 }) +
    both(rivet(sheet, 562, 462, 9)) +
    `<path d="M392 446C384 520 372 560 380 610M408 446C420 510 424 560 414 596" fill="none" stroke="#0b1a22" stroke-opacity=".3" stroke-width="10" transform="translate(6 6)"/><path d="M392 446C384 520 372 560 380 610M408 446C420 510 424 560 414 596" fill="none" stroke="${cord}" stroke-width="9" stroke-linecap="round"/>` +
    `<path d="M371 604h18l4 40h-26zM405 590h18l4 40h-26z" fill="${leatherColour}"/>` +
    piece(sheet, "M376 434H424L428 470Q400 478 372 470Z", leatherColour, { width: 8 }) +
    label(363, 660)
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
