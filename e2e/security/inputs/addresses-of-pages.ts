import { shopPage } from "../kit/page.ts";
import type { Input } from "./input.ts";

const facts = [
  "page.path",
  "page.searchTerm",
  "source.campaign",
  "source.name",
  "source.medium",
  "visit.landing",
];
const page = (): string =>
  shopPage({
    main: `${facts.map((name) => `<p data-sk-text="shown {${name}|}">?</p>`).join("")}<section data-sk-privacy></section>`,
  });

/** What is written in the address bar, by whoever made the link. */
export const pageAddresses: Input[] = [
  {
    name: "query and hash of the page's address",
    size: 60,
    page,
    async act(page, _, vectors) {
      const query = new URLSearchParams(
        ["utm_source", "utm_medium", "utm_campaign", "q", "search", "sk-inspect", "id", "variant"].map(
          (name, index) => [name, vectors[index % vectors.length]!.text],
        ),
      );
      for (const { text } of vectors) query.append(text, text);
      await page.goto(`${page.url()}?${query}#${vectors.map(({ text }) => text).join("&")}`);
      await page.reload();
    },
    shown: "p:text('shown')",
    least: 0.01,
  },
  {
    name: "path of the page's address",
    size: 60,
    page,
    async act(page, _, vectors) {
      await page.evaluate(
        (paths) => {
          for (const path of paths)
            history.pushState(null, "", `/route/${encodeURIComponent(path)}?q=${encodeURIComponent(path)}`);
        },
        vectors.map(({ text }) => text),
      );
      await page.reload();
    },
    shown: "p:text('shown')",
    least: 0.01,
  },
  {
    name: "a search",
    size: 60,
    page,
    async act(page, _, vectors) {
      await page.evaluate(
        async (terms) => {
          for (const search_term of terms) await window.shopkeeper.track("search", { search_term });
        },
        vectors.map(({ text }) => text),
      );
      await page.reload();
    },
    shown: "[data-sk-privacy]",
    least: 0.01,
  },
];
