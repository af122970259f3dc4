import { expect, test } from "vitest";
import { productUrl } from "./address.ts";

test.for([
  ["/wool#reviews", "/wool"],
  ["/item?id=4&color=red", "/item?id=4"],
  ["/wool?variant=77&utm_source=x&session=y", "/wool?variant=77"],
  ["/item?product_id=a-1&pid=2&sku=x.3", "/item?product_id=a-1&pid=2&sku=x.3"],
  ["/item?id=anna@example.com&p=a b", "/item"],
])("the product of %s is at %s", ([given, kept]) => {
  const shop = "https://shop.example";
  expect(productUrl(new URL(shop + given))).toBe(shop + kept);
});
