import { afterEach, expect, test, vi } from "vitest";
import { watchControls } from "./do.ts";
import { watchProfileField } from "./profile-field.ts";
import { watchWish } from "./wish.ts";

afterEach(() => document.body.replaceChildren());
const page = <Made extends HTMLElement = HTMLElement>(markup: string) => {
  document.body.innerHTML = markup;
  return document.body.firstElementChild as Made;
};

test("a wish button says whether its product is wished, and tells each change", () => {
  const button = page("<button data-sk-wish>Wish</button>");
  const before = button.outerHTML;
  const toggled = vi.fn();
  const undo = watchWish(button, false, toggled)!;
  expect(button.getAttribute("aria-pressed")).toBe("false");
  button.click();
  expect(button.getAttribute("aria-pressed")).toBe("true");
  button.click();
  expect(toggled.mock.calls).toEqual([[true], [false]]);
  undo();
  button.click();
  expect(toggled).toHaveBeenCalledTimes(2);
  expect(button.outerHTML).toBe(before);
});

test("a preference is filled in, and kept when the shopper changes it", () => {
  const changed = vi.fn();
  const select = page<HTMLSelectElement>('<select data-sk-profile="size"><option>S<option>M</select>');
  const undo = watchProfileField(select, "M", changed);
  expect(select.value).toBe("M");
  expect(changed).not.toHaveBeenCalled();
  select.value = "S";
  select.dispatchEvent(new Event("change"));
  undo();
  select.dispatchEvent(new Event("change"));
  expect(changed.mock.calls).toEqual([["size", "S"]]);
});

test("a tick is a yes or a no, and of radio buttons the one with the value is chosen", () => {
  const changed = vi.fn();
  const tick = page<HTMLInputElement>('<input type="checkbox" data-sk-profile="vegan">');
  watchProfileField(tick, true, changed);
  expect(tick.checked).toBe(true);
  tick.click();
  expect(changed.mock.calls).toEqual([["vegan", false]]);

  const radios = page(
    '<p><input type="radio" name="s" value="a"><input type="radio" name="s" value="b"></p>',
  );
  for (const radio of radios.querySelectorAll("input")) watchProfileField(radio, "b", changed);
  expect([...radios.querySelectorAll("input")].map(({ checked }) => checked)).toEqual([false, true]);
});

test("what is unknown changes nothing in a form", () => {
  const field = page<HTMLInputElement>('<input data-sk-profile="name" value="Ada">');
  watchProfileField(field, undefined, () => {});
  expect(field.value).toBe("Ada");
});

for (const type of ["password", "file", "email", "tel", "hidden"]) {
  test(`a field of type ${type} is never read or filled in`, () => {
    const changed = vi.fn();
    const field = page<HTMLInputElement>(`<input type="${type}" data-sk-profile="x">`);
    watchProfileField(field, "secret", changed);
    field.dispatchEvent(new Event("change"));
    expect(field.value).toBe("");
    expect(changed).not.toHaveBeenCalled();
  });
}

test("a control tells its word, also where the shop stops the click, and words of others are left alone", () => {
  const used = vi.fn();
  const row = page(
    '<p><button data-sk-do="forget"><b>Forget</b></button><button data-sk-do="dance">x</button></p>',
  );
  row.addEventListener("click", (event) => event.stopImmediatePropagation());
  const undo = watchControls(used);
  row.querySelector<HTMLElement>("b")!.click();
  row.querySelectorAll("button")[1]!.click();
  undo();
  row.querySelector<HTMLElement>("b")!.click();
  expect(used.mock.calls).toEqual([["forget", row.firstElementChild]]);
});
