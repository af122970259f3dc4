import type { Locator, Page } from "@playwright/test";

/** The ready-made rail of the products looked at before. */
export const railOf = (page: Page): Locator => page.getByRole("region", { name: "Recently viewed" });
