import { darker, lighter } from "./colour.mjs";
import { castShadow, fold, gleam, solid } from "./light.mjs";
import { fuzz, herringbone, join, seam, twill } from "./material.mjs";
import { both, mirrored, symmetric } from "./shape.mjs";
import { hood, hoodCords, sleeves } from "./tailoring.mjs";
import { button, hanger, rivet } from "./trim.mjs";

const LONG_BODY = symmetric(
  [400, 300],
  [
    [450, 300, 490, 280, 500, 258],
    [540, 268, 572, 280, 600, 304],
    [582, 380, 578, 440, 590, 520],
    [600, 640, 612, 780, 620, 900],
    [540, 920, 470, 924, 400, 924],
  ],
);

/** A flapped pocket with its bellows. */
function flapPocket(sheet, { x, y, width, height, colour, textures, metal }) {
  const bag = `M${x} ${y}h${width}l4 ${height}q${-width / 2} 14 ${-width - 8} 0z`;
  const flap = `M${x - 6} ${y - 6}h${width + 12}l2 46q${-width / 2 - 7} 20 ${-width - 16} 0z`;
  return (
    solid(sheet, bag, { fill: colour, textures, width: 18, depth: 0.7 }) +
    join(bag, { opacity: 0.3 }) +
    castShadow(sheet, flap, { dx: 4, dy: 7, soft: 5, opacity: 0.4 }) +
    solid(sheet, flap, { fill: lighter(colour, 0.04), textures, width: 14, depth: 0.8 }) +
    seam(`M${x} ${y + 32}q${width / 2} 16 ${width} 0`, { opacity: 0.3, width: 1.8 }) +
    rivet(sheet, x + width / 2, y + 27, 7, metal)
  );
}

/** A winter parka: storm flap, drawn waist, four pockets, a lined hood. */
export function parka(sheet, { colour, lining = "#d9c7a3", metal = "#c7b184" }) {
  const textures = [twill(sheet, 8)];
  const flap = symmetric(
    [400, 330],
    [
      [440, 330],
      [443, 600, 446, 760, 448, 918],
      [400, 922],
    ],
  );
  const cuff = "M640 764Q688 774 727 752L731 800Q690 820 644 814Z";
  return (
    castShadow(sheet, LONG_BODY) +
    sleeves(sheet, {
      colour,
      textures,
      end:
        solid(sheet, cuff, { fill: darker(colour, 0.1), textures, width: 16 }) +
        rivet(sheet, 700, 790, 6, metal),
    }) +
    solid(sheet, LONG_BODY, {
      fill: colour,
      textures,
      inside:
        both(fold(sheet, "M560 330C520 400 520 470 540 560", { strength: 0.2, width: 18 })) +
        both(fold(sheet, "M600 600C560 590 520 606 470 590", { strength: 0.26, width: 10 })) +
        both(fold(sheet, "M570 640C548 700 556 800 566 900", { strength: 0.2, width: 18 })) +
        both(fold(sheet, "M500 640C490 700 500 800 496 910", { strength: 0.14, width: 14 })),
      width: 60,
    }) +
    both(join("M600 304C582 380 578 440 590 520", { opacity: 0.36, width: 4 })) +
    seam("M206 600Q400 626 594 600", { opacity: 0.34 }) +
    `<path d="M204 606Q400 634 596 606" fill="none" stroke="#0b1a22" stroke-opacity=".3" stroke-width="4"/>` +
    both(
      `<path d="M446 622C470 640 480 690 470 728" fill="none" stroke="${lighter(lining, 0.2)}" stroke-width="5" stroke-linecap="round"/><path d="M464 724h12v18h-12z" fill="#b98a57"/>`,
    ) +
    both(
      flapPocket(sheet, { x: 478, y: 690, width: 104, height: 132, colour, textures, metal }) +
        flapPocket(sheet, { x: 474, y: 420, width: 88, height: 98, colour, textures, metal }),
    ) +
    castShadow(sheet, flap, { dx: 7, dy: 2, soft: 6, opacity: 0.4 }) +
    solid(sheet, flap, { fill: lighter(colour, 0.03), textures, width: 20, depth: 0.8 }) +
    seam("M432 340C435 600 438 760 440 914", { opacity: 0.32, width: 1.8 }) +
    [372, 470, 568, 666, 764, 862].map((y) => rivet(sheet, 424, y, 8, metal)).join("") +
    hood(sheet, { colour, lining, textures, edge: hoodCords(lining) })
  );
}

/** A fisherman's raincoat: smooth, welded, with two big pockets. */
export function raincoat(sheet, { colour, lining = "#20384a", metal = "#d9d3c2" }) {
  const body = symmetric(
    [400, 300],
    [
      [450, 300, 490, 280, 500, 258],
      [540, 268, 572, 280, 600, 304],
      [584, 380, 582, 440, 596, 520],
      [616, 650, 634, 770, 646, 872],
      [560, 898, 480, 902, 400, 902],
    ],
  );
  const flap = "M400 330H436C440 560 444 740 446 900L400 902Z";
  const yoke = symmetric(
    [400, 330],
    [
      [500, 300],
      [596, 312],
      [584, 370, 580, 420, 584, 452],
      [520, 470, 460, 474, 400, 474],
    ],
  );
  const pocket = "M470 668L590 660L606 800Q540 816 474 808Z";
  const shine = (d, width = 9, opacity = 0.55) => gleam(sheet, d, { width, opacity, soft: 4 });
  return (
    castShadow(sheet, body) +
    sleeves(sheet, {
      colour,
      textures: [],
      end: shine("M640 380C664 440 676 500 684 560", 8) + join("M640 770Q690 782 728 758", { opacity: 0.3 }),
    }) +
    solid(sheet, body, {
      fill: colour,
      inside:
        both(fold(sheet, "M556 480C540 600 560 760 590 880", { strength: 0.3, width: 20 })) +
        both(fold(sheet, "M486 500C480 640 500 760 516 890", { strength: 0.2, width: 16 })),
      width: 62,
    }) +
    shine("M250 520C232 630 222 740 214 850", 12) +
    shine("M330 520C322 640 318 740 312 850", 6, 0.35) +
    shine("M538 520C552 640 566 720 574 780", 6, 0.4) +
    castShadow(sheet, yoke, { dx: 2, dy: 10, soft: 7, opacity: 0.4 }) +
    solid(sheet, yoke, { fill: lighter(colour, 0.05), width: 34 }) +
    shine("M222 330C226 360 222 400 226 436", 9) +
    both(
      solid(sheet, pocket, { fill: lighter(colour, 0.03), width: 20 }) +
        join(pocket, { opacity: 0.34 }) +
        castShadow(sheet, "M462 648L596 640L602 690Q530 706 464 700Z", {
          dx: 3,
          dy: 6,
          soft: 5,
          opacity: 0.4,
        }) +
        solid(sheet, "M462 648L596 640L602 690Q530 706 464 700Z", {
          fill: lighter(colour, 0.08),
          width: 14,
        }) +
        shine("M478 664L560 658", 5),
    ) +
    castShadow(sheet, flap, { dx: 7, dy: 2, soft: 6, opacity: 0.35 }) +
    solid(sheet, flap, { fill: lighter(colour, 0.04), width: 16 }) +
    [384, 500, 610, 720, 830].map((y) => rivet(sheet, 422, y, 9, metal)).join("") +
    hood(sheet, { colour, lining }) +
    shine("M312 200C318 170 340 146 368 136", 9) +
    hoodCords("#f1e9d6")
  );
}

/** A double-breasted coat of heavy wool with a wide collar. */
export function peacoat(sheet, { colour, buttons = "#241d19" }) {
  const textures = [herringbone(sheet), fuzz(sheet, { opacity: 0.09 })];
  const body = symmetric(
    [400, 300],
    [
      [440, 298, 468, 278, 478, 244],
      [524, 258, 570, 276, 602, 304],
      [584, 380, 576, 450, 586, 530],
      [598, 640, 606, 760, 612, 872],
      [540, 890, 470, 894, 400, 894],
    ],
  );
  const front =
    "M300 250C340 330 400 400 470 452L474 890Q340 896 188 872C194 760 202 640 214 530C224 450 216 380 198 304C230 276 262 262 300 250Z";
  const lapel =
    "M322 244C300 262 286 300 284 338L312 352L274 392C340 470 420 474 462 470C420 400 350 330 330 250Z";
  const lapelRight =
    "M478 244C500 262 514 300 516 338L488 352L526 392C500 430 476 452 452 462C430 440 410 420 396 404C430 360 460 310 472 250Z";
  const collar =
    "M326 240C340 262 370 276 400 276S460 262 474 240C492 262 508 292 514 330L486 350C452 326 428 312 400 312S348 326 314 350L286 330C292 292 308 262 326 240Z";
  const tab = "M640 742Q690 752 726 734L729 762Q690 778 643 770Z";
  return (
    castShadow(sheet, body) +
    hanger(sheet, { y: 248, reach: 150 }) +
    sleeves(sheet, {
      colour,
      textures,
      end:
        join("M641 742Q690 752 726 734", { opacity: 0.4 }) +
        solid(sheet, tab, { fill: colour, textures, width: 10, depth: 0.6 }) +
        button(sheet, 668, 758, 9, buttons),
    }) +
    `<path d="M326 240Q400 222 474 240L440 400H380Z" fill="${darker(colour, 0.45)}"/>` +
    solid(sheet, body, { fill: darker(colour, 0.08), textures, width: 56 }) +
    castShadow(sheet, front, { dx: 9, dy: 0, soft: 8, opacity: 0.45 }) +
    solid(sheet, front, {
      fill: colour,
      textures,
      inside:
        fold(sheet, "M236 520C280 560 290 700 270 880", { strength: 0.22, width: 22 }) +
        fold(sheet, "M400 520C384 640 396 760 410 890", { strength: 0.14, width: 20 }),
      width: 50,
    }) +
    mirrored(fold(sheet, "M236 520C280 560 290 700 270 880", { strength: 0.22, width: 18 })) +
    both(join("M602 304C584 380 576 450 586 530", { opacity: 0.4, width: 4 })) +
    both(
      solid(sheet, "M528 640L574 632L588 738L542 746Z", { fill: colour, textures, width: 12, depth: 0.7 }) +
        join("M528 640L574 632L588 738L542 746Z", { opacity: 0.4 }),
    ) +
    castShadow(sheet, lapelRight, { dx: 5, dy: 7, soft: 6, opacity: 0.5 }) +
    solid(sheet, lapelRight, { fill: lighter(colour, 0.04), textures, width: 20 }) +
    castShadow(sheet, lapel, { dx: 7, dy: 8, soft: 6, opacity: 0.5 }) +
    solid(sheet, lapel, { fill: lighter(colour, 0.05), textures, width: 22 }) +
    castShadow(sheet, collar, { dx: 3, dy: 7, soft: 5, opacity: 0.45 }) +
    solid(sheet, collar, { fill: lighter(colour, 0.06), textures, width: 22 }) +
    [
      [346, 512],
      [446, 512],
      [340, 604],
      [446, 604],
      [336, 696],
      [446, 696],
    ]
      .map(([x, y]) => button(sheet, x, y, 17, buttons))
      .join("")
  );
}
