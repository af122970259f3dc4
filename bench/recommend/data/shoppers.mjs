// Visits to a shop, and whether they ended with an order.
import { readData } from "./folder.mjs";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The sessions of UCI's Online Shoppers, by month, with what a page of the shop can know of them: not Google Analytics's
 * page values, which are made of the orders that they are to tell, nor its rates of leaving.
 *
 * @returns {{ ts: number, bought: boolean, signs: import("@shopkeeper/engine").VisitSigns }[]}
 */
export function readShoppers() {
  const [head, ...lines] = readData("online-shoppers/online_shoppers_intention.csv.gz").trim().split("\n");
  const names = head.trim().split(";");
  return lines
    .map((line) => {
      const cells = line.trim().split(";");
      return Object.fromEntries(names.map((name, index) => [name, cells[index]]));
    })
    .map((row) => {
      const pages = Number(row.Administrative) + Number(row.Informational) + Number(row.ProductRelated);
      const seconds =
        Number(row.Administrative_Duration) +
        Number(row.Informational_Duration) +
        Number(row.ProductRelated_Duration);
      return {
        ts: Date.UTC(2017, MONTHS.indexOf(row.Month)),
        bought: row.Revenue === "TRUE",
        signs: {
          pages: Math.log1p(pages),
          products: Math.log1p(Number(row.ProductRelated)),
          minutes: Math.log1p(seconds / 60),
          returning: +(row.VisitorType === "Returning_Visitor"),
          weekend: +(row.Weekend === "TRUE"),
          // Not told.
          customer: 0,
          cart: 0,
          search: 0,
          email: 0,
          social: 0,
          referral: 0,
          direct: 0,
        },
      };
    });
}

/** From here on the sessions are held against: November and December. */
export const SHOPPERS_CUT = Date.UTC(2017, 10);
