import { expect, test } from "vitest";
import type { ReadPage } from "./open-page.ts";
import { readCommand } from "./read-command.ts";

const mug: ReadPage = {
  name: "mug.html",
  rendered: "browser",
  report: {
    type: "product",
    path: "/mug",
    product: { item_name: "Mug", price: 18 },
    sources: { type: "json-ld", item_name: "json-ld", price: "visible" },
    conflicts: [],
    missing: ["image"],
    advice: ["The price stands only in the visible page."],
  },
};

const call = async (words: string[], open: () => Promise<ReadPage> = async () => mug) => {
  const said: string[] = [];
  const complained: string[] = [];
  const shell = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
  return { code: await readCommand(words, shell, open), said, complained };
};

test("says what was read, from where, and what to mend", async () => {
  const { code, said } = await call(["mug.html"]);
  expect(code).toBe(0);
  expect(said).toEqual([
    "mug.html: a product page (json-ld)",
    "  item_name  Mug  json-ld",
    "  price      18   visible",
    "  Nothing says: image",
    "  To mend:",
    "  1. The price stands only in the visible page.",
  ]);
});

test("says so where only the markup was read", async () => {
  const { said } = await call(["mug.html"], async () => ({ ...mug, rendered: "markup" }));
  expect(said.at(-1)).toMatch(/no script was run/);
});

test("for other programs as JSON", async () => {
  const { said } = await call(["mug.html", "--json"]);
  expect(JSON.parse(said.join("\n"))).toMatchObject([
    { name: "mug.html", rendered: "browser", type: "product", sources: { price: "visible" } },
  ]);
});

test.each([[[]], [["--wrong"]], [["a", "b", "--url", "https://x.example/"]], [["a", "--url", "/x"]]])(
  "called as %j it tells how it is called",
  async (words) => {
    const { code, complained } = await call(words);
    expect(code).toBe(2);
    expect(complained.join()).toMatch(/shopkeeper read URL-or-FILE/);
  },
);

test("a page that is not there", async () => {
  const { code, complained } = await call(["x.html"], () => Promise.reject(new Error("no such file")));
  expect(code).toBe(2);
  expect(complained).toEqual(["x.html: no such file"]);
});
