import { afterEach, expect, test, vi } from "vitest";
import { place } from "./place.ts";
import { createRail } from "./rail.ts";
import { showInstead } from "./slot.ts";
import { whenSeen } from "./when-seen.ts";

const positions = ["append", "prepend", "before", "after", "replace"] as const;
const painted = (yes: boolean) =>
  vi.spyOn(AnimationTimeline.prototype, "currentTime", "get").mockReturnValue(yes ? 100 : 0);
const loading = () => vi.spyOn(Document.prototype, "readyState", "get").mockReturnValue("interactive");
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});
const page = (height: string, tag = "main") => {
  document.body.innerHTML = `<${tag} style="height:${height}"><p>One</p></${tag}><footer>Footer</footer>`;
  return document.body.firstElementChild as HTMLElement;
};
/** An element of ours with a height to be seen. */
const node = () => {
  const made = document.createElement("aside");
  made.textContent = "Ours";
  return made;
};
/** What is to be seen, from top to bottom. */
const seen = () =>
  [...document.querySelectorAll("p,footer,aside,em"), ...ours()]
    .filter((element, index, all) => element.getClientRects().length && all.indexOf(element) === index)
    .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map((element) => element.textContent)
    .join();
const ours = () => [...(document.body.firstElementChild?.shadowRoot?.querySelectorAll("aside") ?? [])];

for (const [tag, where] of [
  ["main", "beside the shop's own elements, which stay as they are"],
  ["ul", "among the shop's own, where there can be no shadow root"],
] as const)
  test(`before the first paint a node goes anywhere, ${where}, and undo takes it out again`, () => {
    painted(false);
    const target = page("auto", tag);
    const before = document.body.innerHTML;
    const expected = {
      append: "One,Ours,Footer",
      prepend: "Ours,One,Footer",
      before: "Ours,One,Footer",
      after: "One,Ours,Footer",
      replace: "Ours,Footer",
    };
    for (const position of positions) {
      const undo = place(node(), target, position)!;
      expect(seen()).toBe(expected[position]);
      const untouched = tag === "main" && position !== "before" && position !== "after";
      expect(document.body.innerHTML === before).toBe(untouched);
      undo();
      undo();
      expect(document.body.innerHTML).toBe(before);
      expect(seen()).toBe("One,Footer");
    }
  });

test("until the page is loaded a node goes only where the children of nobody change", () => {
  painted(false);
  loading();
  for (const tag of ["main", "ul", "late-list"])
    for (const position of positions) {
      const target = page("auto", tag);
      const before = document.body.innerHTML;
      const placed = !!place(node(), target, position);
      expect([position, placed]).toEqual([
        position,
        tag === "main" && position !== "before" && position !== "after",
      ]);
      expect(document.body.innerHTML).toBe(before);
    }
});

test("after the first paint a node goes only where nothing moves that is seen", () => {
  painted(true);
  let main = page("10px");
  for (const position of positions) expect(place(node(), main, position)).toBeUndefined();
  expect(seen()).toBe("One,Footer");
  expect(main.shadowRoot).toBeNull();

  main = page("300vh");
  for (const position of ["prepend", "before", "replace"] as const)
    expect(place(node(), main, position)).toBeUndefined();
  for (const position of ["append", "after"] as const)
    expect(place(node(), main, position)).toBeTypeOf("function");
});

test("what has just been added, or is not displayed, is not seen", () => {
  painted(true);
  expect(place(node(), page("10px"), "prepend", true)).toBeTypeOf("function");
  const main = page("10px");
  main.hidden = true;
  expect(place(node(), main, "prepend")).toBeTypeOf("function");
});

test("several nodes and an alternative share one target", () => {
  painted(false);
  const main = page("auto");
  const before = document.body.innerHTML;
  const alternative = document.createElement("em");
  alternative.textContent = "Other";
  const undos = [
    place(node(), main, "append"),
    place(node(), main, "replace"),
    place(node(), main, "replace"),
  ];
  expect(seen()).toBe("Ours,Ours,Ours,Footer");
  undos.push(showInstead(main, [alternative]));
  expect(seen()).toBe("Other,Ours,Footer");
  undos.pop()!();
  undos.shift()!();
  undos.shift()!();
  expect(seen()).toBe("Ours,Footer");
  undos.shift()!();
  expect(document.body.innerHTML).toBe(before);
  expect(seen()).toBe("One,Footer");
});

test("items of a shop's flex container stay its items, and so does ours", () => {
  painted(false);
  const main = page("auto");
  main.style.cssText = "display:flex;gap:10px";
  place(node(), main, "append");
  const [one, rail] = [main.querySelector("p")!, ours()[0]!].map((each) => each.getBoundingClientRect());
  expect(rail!.left - one!.right).toBe(10);
});

test("a root that the shop has declared or made is left as it is", () => {
  painted(false);
  document.body.setHTMLUnsafe(
    "<main><template shadowrootmode=open><i>Shop's</i><slot></slot></template><p>One</p></main>",
  );
  const main = document.querySelector("main")!;
  expect(place(node(), main, "append")).toBeTypeOf("function");
  expect(main.shadowRoot!.innerHTML).toBe("<i>Shop's</i><slot></slot>");
  expect(main.lastElementChild!.localName).toBe("aside");
});

test("a rail beside the shop's own can be styled, and be watched coming into view", async () => {
  painted(false);
  const main = page("auto");
  const style = document.createElement("style");
  style.textContent =
    "main::part(card){color:rgb(1,2,3)} main::part(shopkeeper-rail){margin-top:3px} main{--sk-radius:5px}";
  document.body.append(style);
  const rail = createRail([{ item_name: "Mug", url: "/mug", image: "/mug.svg" }])!;
  place(rail, main, "append");
  const inside = (selector: string) => getComputedStyle(rail.shadowRoot!.querySelector(selector)!);
  expect(inside("li").color).toBe("rgb(1, 2, 3)");
  expect(inside("img").borderRadius).toBe("2.5px");
  expect(getComputedStyle(rail).marginTop).toBe("3px");
  await new Promise<void>((resolve) => whenSeen(rail, resolve));
});
