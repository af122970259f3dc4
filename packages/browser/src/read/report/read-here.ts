// The whole reader as one script for `shopkeeper read`, which runs it in a page that it has opened.
import type { LoadPart, Parts } from "../../parts.ts";
import { readDataLayerKind } from "../dialect/data-layer-kind.ts";
import * as markup from "../dialect/markup.ts";
import { readNosto } from "../dialect/nosto.ts";
import { readVisible } from "../dialect/visible.ts";
import { lateReading } from "../late-reading.ts";
import { platform as bigcommerce } from "../platform/bigcommerce.ts";
import { platform as magento } from "../platform/magento.ts";
import { platform as prestashop } from "../platform/prestashop.ts";
import { platform as shopify } from "../platform/shopify.ts";
import { platform as woocommerce } from "../platform/woocommerce.ts";
import type { PageReading } from "../read-page.ts";
import { reportOn, type PageReport } from "./page-report.ts";

/** All that a page may need, which the tag has beside it. */
const parts: Partial<Parts> = {
  visible: { readVisible },
  markup,
  "hidden-tags": { readNosto },
  "data-layer-kind": { readDataLayerKind },
  shopify: { platform: shopify },
  woocommerce: { platform: woocommerce },
  magento: { platform: magento },
  prestashop: { platform: prestashop },
  bigcommerce: { platform: bigcommerce },
};

export const loadHere: LoadPart = async (name) => {
  const part = parts[name];
  if (!part) throw new Error(`${name} is not among what reads a page`);
  return part;
};

/** Reads the page that this runs in, as the tag would, and tells what was understood. */
export async function readHere(): Promise<PageReport> {
  const { dataLayer } = window as { dataLayer?: unknown };
  const entries = (): unknown[] => (Array.isArray(dataLayer) ? dataLayer : []);
  return reportOn(
    await new Promise<PageReading>((done) => lateReading(document, entries, {}, loadHere)(done)),
  );
}
