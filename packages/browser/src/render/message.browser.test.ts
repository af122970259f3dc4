import { afterEach, expect, test, vi } from "vitest";
import { showInline } from "./message.ts";

const told = vi.fn();
const content = {
  title: "Can we help?",
  body: "Ask, {profile.name|friend}.",
  action: { label: "Ask us", url: "#help" },
};
const filling = { content, fact: () => undefined };

afterEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
});
const acts = () => told.mock.calls.flat();
const show = () => showInline(filling, told, document.body, "prepend", true)!;
const host = () => document.body.shadowRoot?.querySelector("shopkeeper-overlay") ?? null;
const inside = (selector: string) => host()!.shadowRoot!.querySelector<HTMLElement>(selector)!;

test("a message in the page takes its place there, and undo takes it out", () => {
  const before = document.body.innerHTML;
  const undo = show();
  const box = inside("[part~=box]");
  expect(getComputedStyle(box).position).toBe("static");
  expect(box.textContent).toContain("Can we help?Ask, friend.");
  undo();
  undo();
  expect([document.body.innerHTML, host(), acts()]).toEqual([before, null, ["view"]]);
});

test("it is a named group whose close button comes first, and no live region", () => {
  const undo = show();
  expect([inside("[part~=box]").role, inside("[part~=box]").ariaLabel]).toEqual(["group", "Can we help?"]);
  const controls = [...host()!.shadowRoot!.querySelectorAll("button,a")];
  expect(controls.map(({ part }) => part.value)).toEqual(["close", "action"]);
  expect(host()!.shadowRoot!.querySelector("[role=status],[aria-live]")).toBeNull();
  undo();
});

test("its button closes it, its action goes through", async () => {
  show();
  inside("[part=close]").click();
  expect([host(), acts()]).toEqual([null, ["view", "dismiss"]]);
  show();
  inside("[part=action]").click();
  await expect.poll(host).toBeNull();
  expect(acts()).toEqual(["view", "dismiss", "view", "click"]);
});

test("a link around the place where it stands is not its action", () => {
  const link = document.createElement("a");
  link.href = "#around";
  document.body.append(link);
  const undo = showInline(filling, told, link, "append", true)!;
  link.querySelector("shopkeeper-overlay")!.shadowRoot!.querySelector<HTMLElement>("[part=text]")!.click();
  expect(acts()).toEqual(["view"]);
  undo();
});
