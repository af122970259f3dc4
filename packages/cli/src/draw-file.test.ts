import { drawJourney } from "@shopkeeper/engine";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./run.ts";

async function draw(text: string) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(["draw", "shop.json"], {
    read: () => text,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join("\n"), complained };
}

test("the diagram of the guide is what is drawn of its configuration", async () => {
  const guide = readFileSync(join(import.meta.dirname, "../../../docs/journeys.md"), "utf8");
  const [, configuration] = /```json\n([^]*?)```/.exec(guide)!;
  const [, diagram] = /```mermaid\n([^]*?)```/.exec(guide)!;
  const { "win-back": journey } = (JSON.parse(configuration!) as { journeys: object }).journeys as never;
  expect(diagram).toBe(drawJourney(journey));
  expect(await draw(configuration!)).toEqual({ code: 0, said: `%% win-back\n${diagram}`, complained: [] });
});

test("what is wrong is told, and the others are drawn", async () => {
  const { code, said, complained } = await draw(
    JSON.stringify({
      journeys: {
        a: { steps: [{ name: "x", next: [{ to: "y" }] }] },
        b: { goal: "orders.cuont > 1", steps: [{ name: "x" }] },
        c: { steps: [{ name: "x" }] },
      },
    }),
  );
  expect(code).toBe(1);
  expect(complained[0]).toContain('journey "a": step "x" leads to "y", and there is no such step');
  expect(complained[1]).toContain("Did you mean orders.count?");
  expect(said).toMatch(/^%% c\n/);
  expect((await draw("{}")).complained).toEqual(['shop.json: there are no "journeys"']);
});
