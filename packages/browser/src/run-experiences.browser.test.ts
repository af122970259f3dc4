import type { Engine, Experience, ExperienceConfiguration } from "@shopkeeper/engine";
import { afterEach, expect, test, vi } from "vitest";
import { english } from "./words/english.ts";
import { runExperiences, type Experiences, type ExperienceWorld } from "./run-experiences.ts";

let running: Experiences | undefined;
/** Those that a message or a rail needs, as soon as they are loaded. */
let words: typeof english | undefined = english;
afterEach(() => {
  running?.stop();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Runs rails at targets of this markup, for a shopper whom everything is shown to. */
function run(
  markup: string,
  configuration: Partial<ExperienceConfiguration>,
  ...more: Partial<ExperienceConfiguration>[]
) {
  vi.spyOn(AnimationTimeline.prototype, "currentTime", "get").mockReturnValue(0);
  document.body.innerHTML = markup;
  const record = vi.fn();
  const engine = {
    decide: (experiences: Experience[]) => experiences.map(({ id }) => ({ id, show: true, reasons: [] })),
  } as Partial<Engine> as Engine;
  const world: Partial<ExperienceWorld> = {
    engine,
    situation: () => ({}) as never,
    recommend: () => [{ item_name: "Mug", url: "/mug" }],
    record,
    words: () => words,
    isPreview: () => false,
    report: (error) => {
      throw error;
    },
  };
  const rails = [configuration, ...more].map(
    (each) => ({ id: "seen", kind: "rail", target: "#here", ...each }) as ExperienceConfiguration,
  );
  running = runExperiences(rails, world as ExperienceWorld);
  return record;
}
const rail = () => document.querySelector("shopkeeper-rail");

test("a rail at the end of its target leaves the page's own markup as it is, and counts when it is seen", async () => {
  const markup = "<main id=here><p>One</p></main>";
  const record = run(markup, {});
  const target = document.querySelector("main")!;
  expect(target.shadowRoot!.lastElementChild!.localName).toBe("shopkeeper-rail");
  expect(target.outerHTML).toBe('<main id="here"><p>One</p></main>');
  await vi.waitFor(() =>
    expect(record.mock.calls).toEqual([
      ["experience_view", { experience_id: "seen", experience_kind: "rail" }],
    ]),
  );
  running!.stop();
  expect(target.shadowRoot!.querySelector("shopkeeper-rail")).toBeNull();
});

for (const [where, markup, position] of [
  ["beside its target", "<main id=here><p>One</p></main>", "after"],
  ["in a target that can have no shadow root", "<ul id=here><li>One</li></ul>", "append"],
] as const)
  test(`a rail ${where} comes when the page is loaded, and goes without a trace`, async () => {
    const state = vi.spyOn(Document.prototype, "readyState", "get").mockReturnValue("interactive");
    run(markup, { position });
    const before = document.body.innerHTML;
    expect(rail()).toBeNull();
    state.mockReturnValue("complete");
    dispatchEvent(new Event("load"));
    await vi.waitFor(() => expect(rail()).not.toBeNull());
    running!.stop();
    expect(document.body.innerHTML).toBe(before);
  });

test("several that come into a page which is seen already come in tasks of their own", async () => {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += 20));
  const ids = ["one", "two", "three"];
  const markup = ids.map((id) => `<main id=${id}><p>${id}</p></main>`).join("");
  words = undefined;
  run(markup, ...(ids.map((id) => ({ id, target: `#${id}` })) as [Partial<ExperienceConfiguration>]));
  const shown = () =>
    ids.filter((id) => document.getElementById(id)!.shadowRoot?.querySelector("shopkeeper-rail"));
  expect(shown()).toEqual([]);
  words = english;
  running!.refresh();
  expect(shown()).toEqual(["one"]);
  await vi.waitFor(() => expect(shown()).toEqual(ids));

  running!.stop();
  running = undefined;
  expect(shown()).toEqual([]);
});
