import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { isHeld, whenFree } from "./hold.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});
const page = (markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as HTMLElement;
};

for (const [what, markup] of Object.entries({
  "a text field": "<input>",
  "a text area": "<textarea></textarea>",
  "a list to choose from": "<select></select>",
  "an editor": "<p contenteditable>Text</p>",
})) {
  test(`who is in ${what} is not interrupted`, () => {
    const field = page(markup);
    expect(isHeld()).toBe(false);
    field.focus();
    expect(isHeld()).toBe(true);
    field.blur();
    expect(isHeld()).toBe(false);
  });
}

test("who is in a field of a web component is not interrupted either", () => {
  const root = page("<div></div>").attachShadow({ mode: "open" });
  root.append(document.createElement("input"));
  root.querySelector("input")!.focus();
  expect(isHeld()).toBe(true);
});

test("a button that has been pressed holds nothing", () => {
  for (const markup of ["<button>Add</button>", "<input type=submit>", "<a href='#x'>Link</a>"]) {
    page(markup).focus();
    expect(isHeld()).toBe(false);
  }
});

test("a dialog of the shop holds while it is to be seen", () => {
  const drawer = page(
    "<aside role='dialog' aria-modal='true' style='position:fixed;inset:0 0 0 auto;width:200px;transform:translateX(100%)'>Cart</aside>",
  );
  expect(isHeld()).toBe(false);
  drawer.style.transform = "none";
  expect(isHeld()).toBe(true);
  drawer.style.visibility = "hidden";
  expect(isHeld()).toBe(false);

  const dialog = page("<dialog>Sizes</dialog>") as HTMLDialogElement;
  expect(isHeld()).toBe(false);
  dialog.showModal();
  expect(isHeld()).toBe(true);
});

test("a film that somebody watches holds, one that decorates does not", () => {
  const video = page("<video></video>") as HTMLVideoElement;
  expect(isHeld()).toBe(false);
  vi.spyOn(video, "paused", "get").mockReturnValue(false);
  expect(isHeld()).toBe(true);
  video.autoplay = video.muted = true;
  expect(isHeld()).toBe(false);
});

test("a film in a web component holds too, and one that goes round without a sound does not", () => {
  const root = page("<div></div>").attachShadow({ mode: "open" });
  const video = root.appendChild(document.createElement("video"));
  expect(isHeld()).toBe(false);
  vi.spyOn(video, "paused", "get").mockReturnValue(false);
  expect(isHeld()).toBe(true);
  video.loop = video.muted = true;
  expect(isHeld()).toBe(false);
});

test("music holds nothing", () => {
  const audio = page("<audio></audio>") as HTMLAudioElement;
  vi.spyOn(audio, "paused", "get").mockReturnValue(false);
  expect(isHeld()).toBe(false);
});

test("a dialog in a web component holds, and one of our own does not", () => {
  for (const [tag, held] of [
    ["cart-drawer", true],
    ["shopkeeper-overlay", false],
  ] as const) {
    const root = page(`<${tag}></${tag}>`).attachShadow({ mode: "open" });
    const inner = root.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    inner.appendChild(document.createElement("dialog")).show();
    expect(isHeld()).toBe(held);
  }
});

test("an open menu in a popover holds; a chat's button that always stands there does not", () => {
  const menu = page("<ul popover><li>Bags</ul>");
  expect(isHeld()).toBe(false);
  menu.showPopover();
  expect(isHeld()).toBe(true);
  menu.hidePopover();
  expect(isHeld()).toBe(false);
  page("<div popover=manual>Chat</div>").showPopover();
  expect(isHeld()).toBe(false);
});

test("a drawer that is folded up, inert or hidden from screen readers is shut", () => {
  for (const shut of ["style='height:0;overflow:hidden'", "inert", "aria-hidden=true"]) {
    page(`<aside role=dialog ${shut}>Cart</aside>`);
    expect(isHeld()).toBe(false);
  }
});

test("who has a menu open that is no list of the browser's is not interrupted", () => {
  const button = page("<button role=combobox aria-expanded=false>Size</button>");
  button.focus();
  expect(isHeld()).toBe(false);
  button.ariaExpanded = "true";
  expect(isHeld()).toBe(true);
});

test("a box that is ticked and a field that cannot be written in hold nothing", () => {
  for (const markup of ["<input type=checkbox>", "<input type=radio>", "<input readonly>"]) {
    page(markup).focus();
    expect(isHeld()).toBe(false);
  }
});

test("who selects text is not interrupted", () => {
  const text = page("<p>Dishwasher-safe</p>");
  getSelection()!.selectAllChildren(text);
  expect(isHeld()).toBe(true);
  getSelection()!.removeAllRanges();
  expect(isHeld()).toBe(false);
});

test("a click can act at once, by pointer or keyboard: nothing is pressed any more", async () => {
  const button = page("<button>Ask</button>");
  const held: boolean[] = [];
  button.addEventListener("mousedown", () => held.push(isHeld()));
  button.addEventListener("click", () => held.push(isHeld()));
  await userEvent.click(button);
  expect(held).toEqual([true, false]);
  await userEvent.keyboard("{Enter}");
  expect(held).toEqual([true, false, false]);
});

test("an `<input>` or `<img>` by the name of what we ask breaks nothing", () => {
  page("<form><input name=shadowRoot><input name=closest></form>");
  page("<img name=querySelectorAll>");
  expect(isHeld()).toBe(false);
});

test("nobody looks at a tab in the background", () => {
  vi.spyOn(Document.prototype, "hidden", "get").mockReturnValue(true);
  expect(isHeld()).toBe(true);
});

test("what waits acts once, as soon as nothing holds it, and not at all after undo", () => {
  vi.useFakeTimers();
  const act = vi.fn();
  whenFree(act);
  expect(act).toHaveBeenCalledOnce();
  page("<input>").focus();
  whenFree(act);
  const undo = whenFree(act);
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledOnce();
  undo();
  (document.activeElement as HTMLElement).blur();
  vi.advanceTimersByTime(5000);
  expect(act).toHaveBeenCalledTimes(2);
});

test("in a tab that nobody looks at what waits asks nothing until it is looked at", () => {
  vi.useFakeTimers();
  const hidden = vi.spyOn(Document.prototype, "hidden", "get").mockReturnValue(true);
  const act = vi.fn();
  whenFree(act);
  expect(vi.getTimerCount()).toBe(0);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(act).toHaveBeenCalledOnce();
});
