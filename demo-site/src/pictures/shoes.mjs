import { darker, lighter } from "./colour.mjs";
import { clip, fold, gleam, groundShadow, solid } from "./light.mjs";
import { fuzz, grain, join, leather, rib, seam, twill } from "./material.mjs";
import { line } from "./shape.mjs";
import { rivet } from "./trim.mjs";

/** Shoes stand on y = 850, toes to the right, about 590 long. */
const GROUND = 850;

/** Two of them: the other one a step behind, in its shade. */
function pair(sheet, one) {
  const id = sheet.define((name) => `<g id="${name}">${one}</g>`);
  const behind = `<g transform="translate(84 -30) scale(.955)"><use href="#${id}"/></g>`;
  return (
    `<g transform="translate(-46 0)">${groundShadow(sheet, { cx: 450, cy: GROUND - 36, rx: 290, ry: 22, opacity: 0.34 })}` +
    behind +
    groundShadow(sheet, { cx: 410, cy: GROUND - 4, rx: 310, ry: 26, opacity: 0.55 }) +
    `<use href="#${id}"/></g>`
  );
}

const part = (sheet, d, colour, options = {}) =>
  solid(sheet, d, { fill: colour, textures: [leather(sheet)], width: 22, depth: 0.85, ...options }) +
  join(d, { opacity: 0.26, width: 2.4 });

/** Laces as they cross from eyelet to tongue; `points` are the eyelets, `reach` how far each bar goes. */
function laces(sheet, points, { colour, reach = [40, -34], width = 11, metal }) {
  const bars = points
    .map(([x, y]) => `M${x} ${y}q${reach[0] * 0.5} ${reach[1] * 0.2} ${reach[0]} ${reach[1]}`)
    .join("");
  return (
    points.map(([x, y]) => rivet(sheet, x, y, metal ? 8 : 6, metal ?? "#2a2f31")).join("") +
    `<path d="${bars}" fill="none" stroke="#0b1a22" stroke-opacity=".4" stroke-width="${width + 3}" stroke-linecap="round" transform="translate(2 4)"/>` +
    `<path d="${bars}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>` +
    `<path d="${bars}" fill="none" stroke="${darker(colour, 0.35)}" stroke-opacity=".5" stroke-width="${width}" stroke-dasharray="2 4"/>`
  );
}

/** The bow on top of the laces, at (x, y). */
const bow = (x, y, colour) => {
  const loops = `M${x} ${y}c-30 -30 -62 -20 -54 4s40 14 54 -4c20 -34 56 -34 54 -8s-38 22 -54 8M${x} ${y}c-8 26 -22 40 -34 62M${x} ${y}c14 22 20 40 36 58`;
  return (
    `<path d="${loops}" fill="none" stroke="#0b1a22" stroke-opacity=".35" stroke-width="10" stroke-linecap="round" transform="translate(3 5)"/>` +
    `<path d="${loops}" fill="none" stroke="${darker(colour, 0.25)}" stroke-width="9" stroke-linecap="round"/><path d="${loops}" fill="none" stroke="${colour}" stroke-width="6.5" stroke-linecap="round"/>`
  );
};

/** A cup sole: side wall, groove and the tread under it. */
function cupSole(sheet, { colour, tread, top = 776 }) {
  const d = `M124 ${top + 10}Q130 ${top - 6} 150 ${top - 4}C300 ${top + 10} 520 ${top + 10} 690 ${top - 6}Q712 ${top - 4} 716 ${top + 16}C718 ${top + 46} 704 ${GROUND - 10} 670 ${GROUND}H172C138 ${GROUND - 2} 122 ${GROUND - 18} 124 ${top + 10}Z`;
  return (
    solid(sheet, d, {
      fill: colour,
      inside: `<path d="M100 ${GROUND - 18}H740V${GROUND + 10}H100Z" fill="${tread}"/><path d="M110 ${GROUND - 19}H730" stroke="#0b1a22" stroke-opacity=".3" stroke-width="3"/>`,
      width: 24,
      depth: 0.8,
    }) +
    seam(`M136 ${top + 26}C300 ${top + 34} 520 ${top + 34} 704 ${top + 22}`, {
      colour: darker(colour, 0.3),
      opacity: 0.5,
      width: 2,
    })
  );
}

/** A court shoe in canvas or leather. */
export function sneaker(
  sheet,
  { colour, trimColour, sole = "#f0eadb", tread = "#b98a57", lace = "#f4efe2", cloth = false },
) {
  const upper =
    "M138 800C124 748 130 700 146 650C150 628 152 606 158 588C168 570 192 572 208 588C236 618 274 632 312 622C336 614 352 594 364 568L384 528C396 514 428 518 438 538C454 580 488 624 540 650C594 672 652 684 688 712C708 734 714 766 708 800Z";
  const toe = "M600 806C580 764 578 716 598 674C642 684 670 696 688 712C708 734 714 766 708 806Z";
  const heel =
    "M138 806C124 748 130 700 146 650C150 628 152 606 158 588C168 570 192 572 208 588L228 606C212 670 222 740 246 806Z";
  const stay =
    "M340 632C356 614 366 596 374 570L404 560C420 604 470 648 560 686C552 706 544 722 530 734C450 716 384 684 340 632Z";
  const textures = cloth ? [twill(sheet, 7)] : [leather(sheet)];
  const eyelets = [0, 1, 2, 3, 4].map((at) => [384 + at * 35, 602 + at * 24]);
  return pair(
    sheet,
    `<path d="M366 580L382 512C394 492 436 496 448 522L470 590Z" fill="${darker(colour, 0.22)}"/>` +
      `<path d="M196 590C240 632 300 640 352 606L366 570C330 590 260 596 214 566Z" fill="${darker(colour, 0.55)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures,
        inside:
          fold(sheet, "M520 700C546 716 560 740 566 770", { strength: 0.2, width: 10 }) +
          fold(sheet, "M556 690C578 712 586 730 588 760", { strength: 0.16, width: 8 }),
        width: 56,
      }) +
      part(sheet, toe, cloth ? sole : colour, { width: 30 }) +
      seam("M592 680C574 720 578 764 596 802", { opacity: 0.5, width: 2 }) +
      part(sheet, heel, trimColour) +
      seam("M220 612C206 674 216 742 238 800", { opacity: 0.6, width: 2 }) +
      `<path d="M300 690C350 690 380 720 420 740S500 760 540 752" fill="none" stroke="${trimColour}" stroke-width="17" stroke-linecap="round"/><path d="M296 730C340 730 370 756 410 770S480 786 520 782" fill="none" stroke="${trimColour}" stroke-width="17" stroke-linecap="round"/>` +
      part(sheet, stay, cloth ? lighter(colour, 0.06) : trimColour, { width: 14 }) +
      laces(sheet, eyelets, { colour: lace, reach: [34, -40] }) +
      cupSole(sheet, { colour: sole, tread }),
  );
}

/** A leather-soled or crepe-soled desert boot with two eyelets. */
export function chukka(sheet, { colour, crepe = "#c9a672", lace = "#e9dcc0" }) {
  const suede = [fuzz(sheet, { opacity: 0.09 })];
  const upper =
    "M146 812C132 752 146 690 156 640C162 590 158 540 152 492C210 476 290 474 348 486C356 540 384 590 424 622C486 658 590 668 656 704C704 734 716 772 710 812Z";
  const quarter =
    "M146 812C132 752 146 690 156 640C162 590 158 540 152 492C210 476 290 474 348 486C352 520 362 548 378 574C392 640 390 720 360 812Z";
  return pair(
    sheet,
    `<path d="M330 500C352 456 404 456 412 492L436 626H360Z" fill="${darker(colour, 0.2)}"/>` +
      `<ellipse cx="250" cy="486" rx="98" ry="15" fill="${darker(colour, 0.6)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: suede,
        inside:
          fold(sheet, "M490 668C514 690 530 720 534 760", { strength: 0.22 }) +
          fold(sheet, "M530 680C556 700 566 726 568 750", { strength: 0.16, width: 9 }),
        width: 58,
      }) +
      solid(sheet, quarter, { fill: lighter(colour, 0.03), textures: suede, width: 40 }) +
      join("M378 574C392 640 390 720 360 812", { opacity: 0.4 }) +
      seam("M370 586C382 650 380 724 352 806", { opacity: 0.55, width: 2 }) +
      seam("M156 506C214 490 286 488 340 498", { opacity: 0.5, width: 2 }) +
      seam("M196 806C184 740 196 660 200 600S198 530 194 500", { opacity: 0.3, width: 2 }) +
      laces(
        sheet,
        [
          [328, 548],
          [346, 606],
        ],
        { colour: lace, reach: [58, -12] },
      ) +
      bow(392, 560, lace) +
      solid(
        sheet,
        `M128 806Q132 790 150 794C300 812 540 812 700 796Q722 796 720 816Q716 ${GROUND - 6} 684 ${GROUND}H164Q128 ${GROUND} 128 806Z`,
        { fill: crepe, textures: [fuzz(sheet, { seed: 12, opacity: 0.12 })], width: 18 },
      ) +
      seam("M140 804C300 820 540 820 708 804", { opacity: 0.6, width: 2.4 }),
  );
}

/** A Chelsea boot with elastic sides and a loop at the heel. */
export function chelsea(sheet, { colour, elastic = "#23282b", sole = "#3a2a20" }) {
  const upper =
    "M148 814C136 756 150 696 162 636C170 560 160 480 150 384Q262 366 380 380C378 460 384 540 416 602C456 654 548 672 612 702C668 728 708 762 708 814Z";
  const gusset = "M218 378L318 376C324 456 316 530 272 600C232 536 218 460 218 378Z";
  return pair(
    sheet,
    `<path d="M152 396C130 380 134 346 160 344L178 348L172 392Z" fill="${darker(elastic, 0.1)}"/><path d="M340 384C338 352 364 348 372 362L378 386Z" fill="${darker(elastic, 0.1)}"/>` +
      `<ellipse cx="264" cy="380" rx="115" ry="13" fill="${darker(colour, 0.7)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: [leather(sheet)],
        inside:
          fold(sheet, "M420 620C400 650 380 670 340 680", { strength: 0.3, width: 12 }) +
          fold(sheet, "M456 656C440 690 410 710 372 716", { strength: 0.22, width: 10 }) +
          fold(sheet, "M166 640C200 660 230 664 262 656", { strength: 0.2, width: 10 }),
        width: 60,
      }) +
      gleam(sheet, "M520 692C580 706 640 726 668 756", { width: 15, opacity: 0.42, soft: 6 }) +
      gleam(sheet, "M346 410C346 480 352 530 370 572", { width: 12, opacity: 0.3, soft: 6 }) +
      gleam(sheet, "M184 420C194 500 196 560 190 620", { width: 12, opacity: 0.3, soft: 6 }) +
      solid(sheet, gusset, { fill: elastic, textures: [rib(sheet, 8)], width: 14 }) +
      seam("M210 380C210 466 226 544 272 612C324 540 332 462 326 380", { opacity: 0.45, width: 2 }) +
      part(sheet, "M124 812Q300 800 420 812T714 806Q722 820 706 830H330L320 850H150Q132 850 132 832Z", sole, {
        width: 12,
      }) +
      seam("M136 816Q300 806 420 818T706 812", { colour: "#e9dcc0", opacity: 0.7, width: 2.2, dash: "6 4" }),
  );
}

/** A hiking boot: padded collar, rand, hooks and a lugged sole. */
export function hiker(
  sheet,
  { colour, collar = "#3b342e", lace = "#c8502d", sole = "#2b2b2a", metal = "#c7b184" },
) {
  const upper =
    "M146 796C130 740 146 690 160 640C170 580 164 510 158 452C158 432 176 424 198 430C250 446 300 440 348 418C368 410 388 418 392 440C402 502 428 562 478 606C540 650 614 660 666 692C704 718 716 756 712 796Z";
  const rand = "M560 806C556 760 566 716 590 664C620 672 646 682 666 692C704 718 716 756 712 806Z";
  const heel = "M146 806C130 740 146 690 160 640L166 590C214 620 240 700 250 806Z";
  const padding =
    "M158 470C156 436 174 420 198 430C250 446 300 440 348 418C368 410 388 418 392 440L398 476C350 512 220 520 160 494Z";
  const eyelets = [
    [388, 512],
    [402, 556],
    [426, 596],
    [462, 630],
    [504, 654],
  ];
  const lugs = Array.from(
    { length: 13 },
    (_, at) => `<path d="M${142 + at * 44} ${GROUND - 16}h26v20h-26z" fill="${darker(sole, 0.4)}"/>`,
  ).join("");
  return pair(
    sheet,
    `<path d="M320 450C330 390 390 360 424 384C438 420 452 520 500 600L430 610Z" fill="${darker(colour, 0.12)}"/><path d="M336 420C352 386 396 366 420 384" fill="none" stroke="${lighter(colour, 0.2)}" stroke-width="6"/>` +
      `<path d="M168 440C220 462 310 450 366 414L340 400C300 420 220 424 180 416Z" fill="${darker(collar, 0.5)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: [leather(sheet)],
        inside: fold(sheet, "M490 690C520 704 536 730 540 760", { strength: 0.24 }),
        width: 60,
      }) +
      solid(sheet, padding, { fill: collar, textures: [leather(sheet)], width: 26 }) +
      [0, 1]
        .map((at) =>
          fold(
            sheet,
            `M${220 + at * 80} 446C${214 + at * 80} 466 ${214 + at * 80} 490 ${218 + at * 80} 506`,
            { strength: 0.36, width: 7 },
          ),
        )
        .join("") +
      seam("M172 510C250 532 350 520 400 490", { opacity: 0.55, width: 2.2 }) +
      part(sheet, heel, darker(colour, 0.14)) +
      seam("M176 606C216 640 234 710 242 800", { opacity: 0.55, width: 2 }) +
      seam("M370 520C392 610 470 680 560 706C546 740 544 770 548 800", { opacity: 0.5, width: 2.2 }) +
      seam("M362 526C384 620 464 690 550 716", { opacity: 0.35, width: 2.2 }) +
      part(sheet, rand, sole, { textures: [], width: 24 }) +
      laces(sheet, eyelets, { colour: lace, reach: [36, -24], width: 10, metal }) +
      bow(424, 470, lace) +
      solid(
        sheet,
        `M128 788Q136 772 156 778C300 796 540 796 700 774Q722 776 720 800Q716 ${GROUND} 676 ${GROUND}H170Q128 ${GROUND} 128 788Z`,
        {
          fill: lighter(sole, 0.06),
          inside:
            lugs +
            `<path d="M110 816C300 828 540 828 740 812" fill="none" stroke="${lace}" stroke-width="6"/>`,
          width: 22,
        },
      ),
  );
}

/** A rubber boot, pulled up to the knee. */
export function rubberBoot(sheet, { colour, sole = "#e8ddc4", lining = "#d8c9a6" }) {
  const upper =
    "M178 816C168 760 190 700 196 640C204 520 194 380 186 252Q300 232 430 252C420 400 412 500 428 566C446 628 510 650 578 676C660 706 712 746 712 816Z";
  return pair(
    sheet,
    `<ellipse cx="308" cy="250" rx="122" ry="20" fill="${lining}"/><ellipse cx="308" cy="254" rx="106" ry="14" fill="${darker(colour, 0.7)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        inside:
          fold(sheet, "M196 600C240 640 330 640 420 580", { strength: 0.26, width: 14 }) +
          fold(sheet, "M190 660C240 690 340 690 446 624", { strength: 0.22, width: 14 }),
        width: 70,
      }) +
      `<path d="M186 254Q308 288 430 254L427 300Q308 330 190 300Z" fill="${darker(colour, 0.16)}"/><path d="M187 262Q308 294 429 262" fill="none" stroke="#fff8ea" stroke-opacity=".4" stroke-width="3"/>` +
      gleam(sheet, "M232 330C242 430 246 520 240 600", { width: 20, opacity: 0.5, soft: 7 }) +
      gleam(sheet, "M386 330C378 430 376 500 384 560", { width: 8, opacity: 0.34, soft: 4 }) +
      gleam(sheet, "M520 676C590 694 650 720 676 758", { width: 18, opacity: 0.55, soft: 7 }) +
      `<path d="M430 300l26 8v44l-30 6z" fill="${darker(colour, 0.2)}"/>${rivet(sheet, 444, 330, 7, "#c9c4b6")}` +
      `<path d="M560 816C556 760 570 716 604 690" fill="none" stroke="#0b1a22" stroke-opacity=".24" stroke-width="4"/>` +
      solid(
        sheet,
        `M158 806Q164 790 184 796C320 812 540 812 702 794Q722 796 720 816Q716 ${GROUND} 680 ${GROUND}H400L384 836H330L320 ${GROUND}H186Q156 ${GROUND} 158 806Z`,
        { fill: sole, width: 18 },
      ) +
      `<path d="M168 822C320 832 540 832 714 816" fill="none" stroke="${darker(sole, 0.4)}" stroke-opacity=".5" stroke-width="3"/>`,
  );
}

/** A penny loafer. */
export function loafer(sheet, { colour, sole = "#4a3323" }) {
  const upper =
    "M138 808C124 760 134 706 148 660C156 634 182 632 202 646C250 690 330 696 392 664C420 648 438 618 468 610C540 618 628 660 676 702C708 732 718 772 710 808Z";
  const opening =
    "M156 646C190 622 330 600 420 622C440 614 456 608 468 610C438 618 420 648 392 664C330 696 250 690 202 646C186 634 168 634 156 646Z";
  const apron =
    "M430 640C480 632 590 670 640 716C648 726 644 740 628 742C556 748 440 742 372 724C350 716 384 690 400 672Q416 654 430 640Z";
  const saddleStrap =
    "M384 800C376 760 384 712 408 664C424 640 440 622 468 610L520 622C484 644 464 680 458 716C454 750 458 780 466 806Z";
  return pair(
    sheet,
    `<path d="${opening}" fill="${darker(colour, 0.62)}"/><path d="M190 650C250 622 340 612 410 630" fill="none" stroke="#d9c7a3" stroke-opacity=".5" stroke-width="10"/>` +
      solid(sheet, upper, { fill: colour, textures: [leather(sheet)], width: 54 }) +
      solid(sheet, apron, {
        fill: lighter(colour, 0.06),
        textures: [leather(sheet)],
        width: 26,
        depth: 0.7,
      }) +
      `<path d="M430 640C480 632 590 670 640 716C648 726 644 740 628 742C556 748 440 742 372 724" fill="none" stroke="${darker(colour, 0.4)}" stroke-width="9"/><path d="M430 640C480 632 590 670 640 716C648 726 644 740 628 742C556 748 440 742 372 724" fill="none" stroke="${lighter(colour, 0.3)}" stroke-width="7" stroke-dasharray="5 6"/>` +
      part(sheet, saddleStrap, colour, { width: 18 }) +
      seam("M394 798C388 758 396 716 418 672M448 802C440 760 446 706 474 660", { opacity: 0.5, width: 2 }) +
      `<path d="M420 696q18 -12 40 -8l-8 24q-18 -2 -38 8z" fill="${darker(colour, 0.6)}"/>` +
      part(
        sheet,
        "M138 808C124 760 134 706 148 660C156 634 182 632 202 646L214 656C196 710 204 760 226 808Z",
        darker(colour, 0.08),
        { width: 16 },
      ) +
      seam("M170 652C240 704 330 712 400 680", { opacity: 0.4, width: 2 }) +
      gleam(sheet, "M560 690C610 706 650 728 672 760", { width: 14, opacity: 0.5, soft: 6 }) +
      gleam(sheet, "M260 740C300 752 330 756 356 752", { width: 14, opacity: 0.25, soft: 6 }) +
      part(sheet, "M126 808Q300 796 420 808T714 802Q722 816 706 826H330L322 850H150Q134 850 134 830Z", sole, {
        width: 12,
      }) +
      seam("M138 812Q300 802 420 814T706 808", { colour: "#e9dcc0", opacity: 0.6, width: 2, dash: "6 4" }),
  );
}

/** A clog: leather nailed to a sole of alder. */
export function clog(sheet, { colour, wood = "#cfa677", metal = "#c7b184" }) {
  const sole =
    "M132 736C150 716 200 716 250 730C330 752 380 784 450 792C540 800 630 786 698 768C722 772 722 800 704 816C664 846 600 852 540 846C480 838 446 822 400 822C356 822 336 850 310 850H162C140 850 132 830 130 800Z";
  const upper =
    "M300 752C292 690 330 624 396 598C446 580 486 592 526 616C596 656 678 688 710 742C718 764 714 786 698 798C606 822 506 812 436 798C384 786 338 772 300 752Z";
  const nails = line([
    [322, 752],
    [380, 774],
    [440, 786],
    [520, 798],
    [610, 798],
    [690, 780],
  ])
    .match(/[\d.]+ [\d.]+(?=C|$)/g)
    .map((pair) => pair.split(" ").map(Number));
  const between = nails.flatMap(([x, y], at) =>
    nails[at + 1]
      ? [
          [x, y],
          [(x + nails[at + 1][0]) / 2, (y + nails[at + 1][1]) / 2 + 2],
        ]
      : [[x, y]],
  );
  return pair(
    sheet,
    solid(sheet, sole, { fill: wood, textures: [grain(sheet)], width: 26 }) +
      `<path d="M140 740C160 722 200 722 250 736C330 758 380 788 450 796" fill="none" stroke="${lighter(wood, 0.5)}" stroke-width="6" stroke-linecap="round"/>` +
      clip(sheet, sole, `<path d="M100 838H740V870H100Z" fill="#2b2b2a"/>`) +
      `<path d="M300 752C292 690 330 624 396 598C360 640 352 700 372 776Z" fill="${darker(colour, 0.66)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: [leather(sheet)],
        inside: fold(sheet, "M470 620C500 660 510 700 506 760", { strength: 0.16, width: 14 }),
        width: 58,
      }) +
      gleam(sheet, "M500 640C570 668 640 702 668 744", { width: 22, opacity: 0.44, soft: 8 }) +
      `<path d="M304 748C298 692 334 630 398 604C440 588 476 596 506 612" fill="none" stroke="${darker(colour, 0.35)}" stroke-width="8" stroke-linecap="round"/><path d="M304 748C298 692 334 630 398 604" fill="none" stroke="${lighter(colour, 0.3)}" stroke-width="3"/>` +
      seam("M322 740C320 690 350 644 404 620", { opacity: 0.6, width: 2.2 }) +
      `<path d="M318 762C384 786 430 796 500 806C580 812 650 806 700 788" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="15" stroke-opacity=".7"/>` +
      between.map(([x, y]) => rivet(sheet, x, y + 8, 6, metal)).join(""),
  );
}

/** A felted slipper lined with fleece. */
export function slipper(sheet, { colour, lining = "#f1e8d6", sole = "#a9713f" }) {
  const felt = [fuzz(sheet, { size: 80, count: 260, opacity: 0.13 })];
  const upper =
    "M136 826C122 764 128 704 148 662C156 642 182 636 200 652C240 694 304 706 372 684C412 668 432 626 470 618C540 616 630 668 678 712C708 742 718 786 708 826C600 846 250 848 136 826Z";
  const collar = "M150 668C160 640 184 634 202 650C242 694 304 706 372 684C412 668 432 626 470 618";
  return pair(
    sheet,
    solid(sheet, `M128 822Q420 846 716 820Q718 ${GROUND} 680 ${GROUND}H166Q128 ${GROUND} 128 822Z`, {
      fill: sole,
      textures: [leather(sheet)],
      width: 14,
    }) +
      `<path d="M150 660C190 610 400 580 470 616C440 622 412 668 372 684C304 706 242 694 202 650Z" fill="${darker(lining, 0.3)}"/>` +
      solid(sheet, upper, {
        fill: colour,
        textures: felt,
        inside: fold(sheet, "M470 660C500 700 506 740 500 780", { strength: 0.16, width: 20 }),
        width: 70,
      }) +
      `<path d="${collar}" fill="none" stroke="#0b1a22" stroke-opacity=".3" stroke-width="34" stroke-linecap="round" transform="translate(3 7)"/>` +
      `<path d="${collar}" fill="none" stroke="${darker(lining, 0.12)}" stroke-width="34" stroke-linecap="round"/><path d="${collar}" fill="none" stroke="${lining}" stroke-width="30" stroke-linecap="round" stroke-dasharray="1 13"/><path d="${collar}" fill="none" stroke="#fffaf0" stroke-width="15" stroke-linecap="round" stroke-dasharray="1 11" transform="translate(-3 -5)"/>` +
      seam("M150 818C260 836 590 836 702 814", { colour: lining, opacity: 0.85, width: 4, dash: "13 9" }),
  );
}
