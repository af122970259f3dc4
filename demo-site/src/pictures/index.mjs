import * as bags from "./bags.mjs";
import * as boots from "./boots.mjs";
import * as coats from "./coats.mjs";
import * as furnishings from "./furnishings.mjs";
import * as jackets from "./jackets.mjs";
import * as knitwear from "./knitwear.mjs";
import * as packs from "./packs.mjs";
import * as pottery from "./pottery.mjs";
import { createSheet } from "./sheet.mjs";
import * as shoes from "./shoes.mjs";
import { pegWall, surface } from "./stage.mjs";

/** A product picture is this many px wide and high, and may be shown at any size. */
export const PICTURE = { width: 800, height: 1000 };

const hanging = { ...coats, ...jackets, ...knitwear };
const worn = { ...boots, ...shoes };
const standing = { ...bags, ...packs, ...pottery, ...furnishings };

/**
 * The picture of a product in one of its colours.
 *
 * @param picture What the catalogue says: which drawing, before which wall.
 * @param colours What the drawing is coloured with.
 * @returns A whole SVG document.
 */
export function productPicture({ of, wall, wood, zoom }, colours) {
  const sheet = createSheet();
  const scene = () => {
    if (of in hanging) return pegWall(sheet, wall, hanging[of](sheet, colours));
    if (of in worn)
      return surface(sheet, wall, worn[of](sheet, colours), { wood, horizon: 670, zoom: zoom ?? 0.98 });
    if (of in standing) return surface(sheet, wall, standing[of](sheet, colours), { wood, zoom });
    throw new Error(`no drawing is named "${of}"`);
  };
  return sheet.svg(PICTURE.width, PICTURE.height, scene());
}
