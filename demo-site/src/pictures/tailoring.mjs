import { darker, lighter } from "./colour.mjs";
import { castShadow, fold, radial, solid } from "./light.mjs";
import { both } from "./shape.mjs";

const SLEEVE =
  "M584 300C646 316 672 400 694 506C712 606 724 700 730 796Q690 818 644 812C636 706 620 596 584 470C570 420 566 344 584 300Z";

/** A pair of hanging sleeves with elbow folds; `end` is drawn over the cuffs. */
export function sleeves(sheet, { colour, textures, end = "", d = SLEEVE, width = 40 }) {
  return both(
    castShadow(sheet, d, { soft: 16 }) +
      solid(sheet, d, { fill: colour, textures, width }) +
      fold(sheet, "M676 470C650 520 652 560 664 610", { strength: 0.26 }) +
      fold(sheet, "M604 500C640 540 650 570 650 600", { strength: 0.2, width: 9 }) +
      fold(sheet, "M700 640C672 676 664 706 668 744", { strength: 0.22 }) +
      end,
  );
}

/** A hood that stands open, seen from the front, hung by its loop. */
export function hood(sheet, { colour, lining, textures = [], top = 118, edge = "" }) {
  const outer = `M400 ${top}C486 ${top} 528 190 520 270C516 312 498 340 470 356H330C302 340 284 312 280 270C272 190 314 ${top} 400 ${top}Z`;
  const opening = `M400 ${top + 42}C456 ${top + 42} 482 206 478 264C474 306 448 338 400 352C352 338 326 306 322 264C318 206 344 ${top + 42} 400 ${top + 42}Z`;
  const depths = radial(
    sheet,
    [
      [0, darker(lining, 0.62)],
      [0.7, darker(lining, 0.36)],
      [1, lining],
    ],
    [0.5, 0.42, 0.62],
  );
  return (
    castShadow(sheet, outer) +
    `<path d="M392 ${top + 4}Q400 78 408 ${top + 4}" fill="none" stroke="${darker(colour, 0.4)}" stroke-width="7"/>` +
    solid(sheet, outer, {
      fill: colour,
      textures,
      inside: fold(sheet, `M400 ${top}V170`, { strength: 0.2 }),
      width: 50,
    }) +
    `<path d="${opening}" fill="${depths}"/>` +
    `<path d="M360 ${top + 74}Q400 ${top + 58} 440 ${top + 74}" fill="none" stroke="${darker(lining, 0.7)}" stroke-opacity=".5" stroke-width="5"/>` +
    `<path d="${opening}" fill="none" stroke="${darker(colour, 0.3)}" stroke-width="9"/>` +
    `<path d="${opening}" fill="none" stroke="${lighter(colour, 0.14)}" stroke-width="4"/>${edge}`
  );
}

export const hoodCords = (colour) =>
  `<path d="M352 340C346 380 350 410 346 446M448 340C454 380 450 410 456 432" fill="none" stroke="${colour}" stroke-width="6" stroke-linecap="round"/>` +
  `<path d="M340 440h12v22h-12zM450 428h12v22h-12z" fill="#8a6238"/>`;
