import type { Page } from "@playwright/test";
import type { Shop } from "../kit/serve-shop.ts";
import type { NumberedVector } from "../vectors/vectors.ts";

/** A way by which a text that others wrote comes to us. */
export interface Input {
  name: string;
  /** How many vectors a page takes. @default all */
  size?: number;
  page(vectors: NumberedVector[]): string;
  /** What happens before the page is opened, and then in it. */
  before?(page: Page, shop: Shop, vectors: NumberedVector[]): Promise<void>;
  act?(page: Page, shop: Shop, vectors: NumberedVector[]): Promise<void>;
  /** What has to be there afterwards, so that it is known that the vectors have come through. */
  shown: string;
  /** How many of it, as a part of the vectors. */
  least: number;
}
