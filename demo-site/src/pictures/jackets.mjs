import { darker, lighter } from "./colour.mjs";
import { castShadow, fold, solid } from "./light.mjs";
import { fuzz, join, quilt, rib, seam, twill } from "./material.mjs";
import { both, symmetric } from "./shape.mjs";
import { sleeves } from "./tailoring.mjs";
import { hanger, rivet, zip } from "./trim.mjs";

/** A light quilted jacket without a collar, bound in cord. */
export function quiltedJacket(sheet, { colour, binding = "#5d4632", metal = "#c7b184" }) {
  const textures = [quilt(sheet)];
  const body = symmetric(
    [400, 330],
    [
      [432, 322, 462, 288, 476, 246],
      [522, 260, 568, 276, 602, 302],
      [586, 370, 582, 430, 594, 500],
      [604, 600, 610, 700, 614, 800],
      [540, 818, 470, 822, 400, 822],
    ],
  );
  const bound = (d, width = 9) =>
    `<path d="${d}" fill="none" stroke="${darker(binding, 0.3)}" stroke-width="${width + 2}" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${binding}" stroke-width="${width}" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${lighter(binding, 0.4)}" stroke-opacity=".5" stroke-width="2" transform="translate(-2 -1)"/>`;
  const pocket = "M462 620H566L572 762Q516 772 462 766Z";
  return (
    castShadow(sheet, body) +
    hanger(sheet, { y: 250, reach: 150 }) +
    `<path d="M326 246Q400 222 474 246C462 290 436 324 400 332C364 324 338 290 326 246Z" fill="${darker(colour, 0.5)}"/>` +
    bound("M326 248Q400 228 474 248", 12) +
    sleeves(sheet, { colour, textures, end: bound("M644 808Q690 816 730 794", 10) }) +
    solid(sheet, body, {
      fill: colour,
      textures,
      inside:
        both(fold(sheet, "M566 460C530 560 540 680 556 810", { strength: 0.2, width: 22 })) +
        both(fold(sheet, "M480 480C476 600 484 700 480 816", { strength: 0.12, width: 18 })),
      width: 56,
    }) +
    both(join("M602 302C586 370 582 430 594 500", { opacity: 0.36, width: 4 })) +
    both(
      castShadow(sheet, pocket, { dx: 4, dy: 5, soft: 4, opacity: 0.3 }) +
        solid(sheet, pocket, { fill: colour, textures, width: 16, depth: 0.8 }) +
        bound("M460 622H568", 10),
    ) +
    bound("M326 246C338 290 362 324 400 334C438 324 462 290 474 246") +
    bound("M400 334L402 822", 11) +
    bound("M188 800Q400 844 612 800", 10) +
    [386, 486, 586, 686, 786].map((y) => rivet(sheet, 401, y, 9, metal)).join("")
  );
}

/** A fleece with a half zip, woven chest pocket and bound cuffs. */
export function fleece(sheet, { colour, panel }) {
  const textures = [fuzz(sheet, { size: 96, count: 300, opacity: 0.13 })];
  const body = symmetric(
    [400, 262],
    [
      [462, 262],
      [478, 268],
      [524, 272, 568, 282, 602, 306],
      [586, 380, 582, 440, 594, 510],
      [604, 600, 608, 700, 610, 800],
      [540, 816, 470, 820, 400, 820],
    ],
  );
  const collar =
    "M318 268C316 232 322 206 336 192Q400 174 464 192C478 206 484 232 482 268Q440 300 400 302T318 268Z";
  const yoke = symmetric(
    [400, 262],
    [
      [462, 262],
      [478, 268],
      [524, 272, 568, 282, 602, 306],
      [590, 360, 584, 400, 584, 436],
      [520, 446, 460, 450, 400, 450],
    ],
  );
  const pocket = "M452 372H548V470Q500 478 452 470Z";
  const band = (d) => solid(sheet, d, { fill: panel, textures: [rib(sheet, 8)], width: 12 });
  return (
    castShadow(sheet, body) +
    `<path d="M390 190Q400 70 410 190" fill="none" stroke="${panel}" stroke-width="7"/>` +
    sleeves(sheet, { colour, textures, end: band("M641 780Q690 792 729 768L732 804Q690 826 645 816Z") }) +
    solid(sheet, body, {
      fill: colour,
      textures,
      inside: both(fold(sheet, "M566 480C530 580 540 680 556 810", { strength: 0.2, width: 24 })),
      width: 60,
    }) +
    solid(sheet, yoke, { fill: panel, textures: [twill(sheet, 6)], width: 30, depth: 0.8 }) +
    seam("M222 428Q400 462 578 428", { opacity: 0.4 }) +
    both(join("M602 306C586 380 582 440 594 510", { opacity: 0.36, width: 4 })) +
    band("M190 796Q400 838 610 796L611 830Q400 874 189 830Z") +
    solid(sheet, pocket, { fill: panel, textures: [twill(sheet, 6)], width: 12, depth: 0.8 }) +
    join(pocket, { opacity: 0.4 }) +
    zip(sheet, "M456 392H544", { pull: [462, 392], width: 9 }) +
    solid(sheet, collar, { fill: colour, textures, width: 30 }) +
    `<path d="M330 206Q400 188 470 206" fill="none" stroke="#0b1a22" stroke-opacity=".22" stroke-width="14"/>` +
    zip(sheet, "M400 186V520", { pull: [400, 430] })
  );
}
