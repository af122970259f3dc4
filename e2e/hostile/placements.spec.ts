import { expect, test } from "./kit/test.ts";

for (const way of [
  "head",
  "body",
  "async",
  "defer",
  "module",
  "manager",
  "late",
  "twice",
  "thrice",
  "package",
])
  test(`put in ${way}, the tag leaves the page as it is, and tells each act once`, async ({ compare }) => {
    const { with: visit } = await compare(`/placed?${way}`, { anyMoment: way !== "head" && way !== "twice" });
    expect(visit.remembered).toMatchObject({ page_view: 2, view_item: 1, identify: 1, add_to_cart: 1 });
  });
