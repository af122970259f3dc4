import { expect, test } from "vitest";
import { destinationOf, redirect } from "./redirect.ts";

const here = "https://shop.example/";

test("leads to another page, and takes the campaign along", () => {
  expect(destinationOf("https://shop.example/sale?page=2", `${here}?utm_source=mail&page=1`, "")).toBe(
    "https://shop.example/sale?page=2&utm_source=mail",
  );
});

test("leads nowhere where this is the page already, whatever else its query and fragment say", () => {
  expect(destinationOf(here, `${here}?utm_source=mail#top`, "")).toBeUndefined();
  expect(destinationOf(`${here}?hero=b`, `${here}?utm_source=mail&hero=b`, "")).toBeUndefined();
  expect(destinationOf(`${here}?hero=b`, `${here}?hero=a`, "")).toBe(`${here}?hero=b`);
});

test("never leads back to the page that it was come from: that would be a loop", () => {
  expect(destinationOf("https://shop.example/sale", here, "https://shop.example/sale?x=1")).toBeUndefined();
});

for (const address of ["javascript:alert(1)", "mailto:a@shop.example", "data:text/html,x", "", "http://["])
  test(`"${address}" is no page to lead to`, () => {
    expect(destinationOf(address, here, "")).toBeUndefined();
  });

test("a page that is painted is not left", () => {
  expect(redirect("/elsewhere")).toBe(false);
});
