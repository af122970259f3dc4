import type { BrowserContext, Page } from "@playwright/test";
import type { ShopOptions } from "./serve.ts";

/** A shop that keeps an exact count of the events called `probe`, and lets none of them go. */
export const probeShop: ShopOptions = {
  head: `<script type="application/json" data-sk-config>${JSON.stringify({
    version: 1,
    segments: { probed: "count(probe) >= 1" },
    retention: { events: 1_000_000 },
  })}</script>`,
};

export interface Found {
  /** The numbers of the probes that are remembered, by who told them. */
  numbers: Record<string, number[]>;
  /** How many probes are remembered. */
  rows: number;
  /** How many the engine has counted. */
  counted: number;
  /** How many events of every kind are remembered, and how many `status()` says. */
  events: number;
  stated: number;
}

/** What a page remembers of the probes, once it has read all that was kept. */
export const findProbes = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const { shopkeeper } = window;
    await shopkeeper.ready;
    const all = await shopkeeper.events();
    const probes = all.filter(({ name }) => name === "probe") as unknown as {
      writer: string;
      number: number;
    }[];
    const numbers: Record<string, number[]> = {};
    for (const { writer, number } of probes) (numbers[writer] ??= []).push(number);

    // The tag's own elements answer while they are added, before anything is painted.
    const holds = async (expression: string): Promise<boolean> => {
      const element = document.createElement("p");
      element.dataset["skWhen"] = expression;
      document.body.append(element);
      await Promise.resolve();
      const shown = !element.hidden;
      element.remove();
      return shown;
    };
    let counted = 0;
    for (let bit = 2 ** 20; bit >= 1; bit /= 2)
      if (await holds(`count(probe) >= ${counted + bit}`)) counted += bit;

    return { numbers, rows: probes.length, counted, events: all.length, stated: shopkeeper.status().events };
  });

/** Which of the numbers from 1 on are missing, and which are there more than once. */
export function compare(numbers: number[] = [], upTo: number): { lost: number[]; doubled: number[] } {
  const seen = new Set<number>();
  const doubled = numbers.filter((number) => seen.has(number) || !seen.add(number));
  const wanted = Array.from({ length: upTo }, (_, index) => index + 1);
  return { lost: wanted.filter((number) => !seen.has(number)), doubled };
}

/** Everything that reaches the pages of a browser as an error, and every complaint of ours in the console. */
export function watchErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(String(error.error().stack)));
  context.on("console", (message) => {
    if (message.text().includes("[shopkeeper]") || message.type() === "error") errors.push(message.text());
  });
  return errors;
}
