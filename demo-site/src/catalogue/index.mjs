import { bags } from "./bags.mjs";
import { coatsAndKnitwear } from "./coats-knitwear.mjs";
import { home } from "./home.mjs";
import { shoes } from "./shoes.mjs";

/**
 * What Halvø sells. A product's `picture` names a drawing of `pictures/`, the wall behind it and how near it
 * stands; each of its `colours` gives what that drawing is coloured with. The first colour is the one shown.
 */

export const categories = [
  {
    id: "coats-knitwear",
    name: "Coats & Knitwear",
    headline: "Dressed for the headland",
    blurb: "Wool from the flocks on the heath, and coats that have been argued with by the west wind.",
  },
  {
    id: "bags",
    name: "Bags",
    headline: "Packed for the early ferry",
    blurb: "Canvas and bridle leather from the old ropewalk. They begin stiff and end up yours.",
  },
  {
    id: "home",
    name: "Home",
    headline: "Lamps lit, kettle on",
    blurb: "Stoneware, wool and low light, for the half of the year that happens indoors.",
  },
  {
    id: "shoes",
    name: "Shoes",
    headline: "Good ground underfoot",
    blurb: "For wet planks, sheep paths and the kitchen floor. Most can be soled again.",
  },
];

/** The makers, and where on the peninsula they are: `at` is a place on the chart of the home page. */
export const brands = {
  Halvø: { does: "our own things", at: [690, 640] },
  Klint: { does: "coats, on the north cliff", at: [884, 226] },
  Uldgaard: { does: "knitting, on the heath", at: [640, 460] },
  Rebslager: { does: "bags, in the ropewalk", at: [905, 560] },
  Lerhus: { does: "stoneware, by the clay pit", at: [520, 640] },
  Glimt: { does: "lamps, below the lighthouse", at: [1010, 300] },
  Marehalm: { does: "weaving, in the dunes", at: [790, 380] },
  Tørv: { does: "boots, at the edge of the bog", at: [450, 500] },
  Ostra: { does: "light shoes, at the harbour", at: [870, 690] },
};

export const products = [...coatsAndKnitwear, ...bags, ...home, ...shoes];

export const categoryOf = (product) => categories.find((category) => category.id === product.category);
