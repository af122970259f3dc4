import { label, piece } from "./bag-making.mjs";
import { darker, lighter } from "./colour.mjs";
import { castShadow, fold, gleam, groundShadow, linear, solid } from "./light.mjs";
import { canvas, seam } from "./material.mjs";
import { both, line, symmetric } from "./shape.mjs";
import { GROUND } from "./stage.mjs";
import { rivet, strap, zip } from "./trim.mjs";

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
