import type { Item } from "@shopkeeper/engine";
import { listen, targetOf } from "../dom/elements.ts";
import { type Undo, undoAll } from "../dom/undo.ts";
import { itemOf } from "./dialect/attributes.ts";
import { OF_ITEM } from "./event-names.ts";
import { fillIn } from "./fill-in.ts";
import { guarded } from "./guarded.ts";

const TRACK = "data-sk-track";

/** Whether the page does not let the control do its work. Asking `:invalid` shows no message, as validating would. */
export const isRefused = (control: HTMLButtonElement): boolean =>
  control.matches(":disabled,[aria-disabled=true],.disabled") ||
  (control.type == "submit" &&
    !control.formNoValidate &&
    !!control.form?.matches("form:invalid:not([novalidate])"));

/**
 * Records `data-sk-track="EVENT"` on a click, or on the submission of a form that has it. It listens only:
 * the shop's own handling goes on untouched, whether it prevents the default or not.
 *
 * Not counted is what the page refuses: a control that is disabled, or a button of a form that is not filled in.
 *
 * @param product The page's product, at the time of the click.
 */
export function watchAttributes(
  document: Document,
  product: () => Item | undefined,
  heard: (name: string, parameters: Record<string, unknown>, teller: string) => void,
): Undo {
  let clicked: Element | undefined;
  let clickedAt = 0;

  const tell = (control: Element): void => {
    const name = control.getAttribute(TRACK)!;
    let item = itemOf(control);
    // What neither the control nor its card says of the product, the page does.
    if (item || OF_ITEM.test(name)) item = fillIn(item, product());
    const { item_id, item_name, currency, price, quantity = 1 } = item ?? {};
    heard(
      name,
      (item_id ?? item_name)
        ? { currency, ...(name.includes("_cart") && price && { value: price * quantity }), items: [item] }
        : {},
      "attributes",
    );
  };
  return undoAll([
    listen(
      document,
      "click",
      guarded((event: Event) => {
        const control = targetOf(event, `[${TRACK}]`) as HTMLButtonElement | undefined;
        // A form's event is its submission.
        if (!control || control instanceof HTMLFormElement || isRefused(control)) return;
        clicked = control;
        clickedAt = event.timeStamp;
        tell(control);
      }),
    ),
    listen<SubmitEvent>(
      document,
      "submit",
      guarded((event: SubmitEvent) => {
        const control = (event.submitter ?? (event.target as Element)).closest(`[${TRACK}]`);
        // Enter in a field clicks the form's button too: that has been told.
        if (control && (control !== clicked || event.timeStamp - clickedAt > 1000)) tell(control);
      }),
    ),
  ]);
}
