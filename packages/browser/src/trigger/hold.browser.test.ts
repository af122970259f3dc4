import { afterEach, expect, test, vi } from "vitest";
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

test("nobody looks at a tab in the background", () => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
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
