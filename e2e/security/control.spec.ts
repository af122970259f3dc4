import { expect, listener, test } from "./kit/kit.ts";
import { provoke } from "./kit/in-page.ts";
import { contexts } from "./vectors/vector.ts";
import { live, vectors } from "./vectors/vectors.ts";

/** A page that does with a text what must not be done. */
function careless([vectors, contexts]: [
  { id: number; sink: string; text: string }[],
  Record<string, [string, string]>,
]): void {
  const host = document.querySelector("main")!;
  const div = () => host.appendChild(document.createElement("div"));
  for (const { id, sink, text } of vectors) {
    const context = contexts[sink];
    if (sink === "markup") div().innerHTML = text;
    else if (sink === "clone") {
      // It came with the page: what a script makes of a text holds scripts that never run.
      const template = document.querySelector<HTMLTemplateElement>(`#t${id}`)!;
      div().append(template.content.cloneNode(true));
    } else if (sink === "twice") {
      const first = document.createElement("template");
      first.innerHTML = text;
      const again = div();
      again.innerHTML = first.innerHTML;
      const third = div();
      third.innerHTML = again.innerHTML;
    } else if (sink === "address") div().appendChild(document.createElement("a")).setAttribute("href", text);
    else if (context) div().innerHTML = context.join(text);
    else if (sink === "program")
      for (const program of [
        text,
        `'${text}'`,
        `"${text}"`,
        `\`${text}\``,
        `/* ${text} */`,
        `// ${text}`,
        `(${text})`,
        text.replace(/^[{[]+|[}\]]+$/g, ""),
        text.replace(/\band\b/g, "&&"),
      ])
        try {
          // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval, no-new-func
          new Function("profile", "$on", program)({}, Array);
        } catch {
          // Not a program in this reading.
        }
  }
}

test("the vectors run in a page that is careless, so that it means something when they do not", async ({
  page,
  shop,
}) => {
  const clones = vectors
    .filter(({ sink }) => sink === "clone")
    .map(({ id, text }) => `<template id=t${id}>${text}</template>`)
    .join("");
  shop.put("/control", { body: `<!doctype html><body>${listener}<main></main>${clones}` });
  await page.goto(`${shop.address}/control`);
  await page.evaluate(careless, [vectors, contexts] as never);
  await expect(async () => {
    await page.evaluate(provoke, "main");
    const ran = new Set(await page.evaluate(() => window.ran));
    expect(live.filter(({ id }) => !ran.has(id)).map(({ family, text }) => `${family}: ${text}`)).toEqual([]);
  }).toPass({ timeout: 20_000 });
  expect(live.length).toBeGreaterThanOrEqual(350);
  // What is said to run no more does not: else it belongs to the others.
  const ran = await page.evaluate(() => window.ran);
  expect(
    vectors.filter(({ id, sink }) => sink === "gone" && ran.includes(id)).map(({ text }) => text),
  ).toEqual([]);
});
