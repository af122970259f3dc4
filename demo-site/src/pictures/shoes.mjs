import { darker, lighter } from "./colour.mjs";
import { clip, fold, gleam, solid } from "./light.mjs";
import { fuzz, grain, leather, seam, twill } from "./material.mjs";
import { line } from "./shape.mjs";
import { cupSole, laces, pair, part } from "./shoemaking.mjs";
import { GROUND } from "./stage.mjs";
import { rivet } from "./trim.mjs";

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
