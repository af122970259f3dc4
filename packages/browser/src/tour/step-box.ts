import { create } from "../dom/elements.ts";
import type { Words } from "../words/words.ts";

/** The names of the buttons, and `"{step} of {steps}"`. */
export type TourWords = Pick<Words, "close" | "back" | "next" | "done" | "step">;

/** What a step says, with its facts filled in. */
export interface StepTexts {
  title?: string | undefined;
  body?: string | undefined;
}

/**
 * The box of one step: the close button is the first that the keyboard comes to.
 *
 * @param step Number of the step, from 1.
 */
export function createStepBox(
  { title, body }: StepTexts,
  step: number,
  steps: number,
  words: TourWords,
): HTMLElement {
  const count = words.step.replace("{step}", String(step)).replace("{steps}", String(steps));
  const button = (part: string, ...name: string[]) => create("button", { part, type: "button" }, ...name);
  const close = button("close", "×");
  close.ariaLabel = words.close;
  return create(
    "div",
    {
      part: "box",
      role: "dialog",
      tabindex: "-1",
      "aria-label": title ?? body,
      "aria-describedby": title && body ? "step body" : "step",
    },
    close,
    create(
      "div",
      { part: "text" },
      create("p", { part: "step", id: "step" }, count),
      ...(title ? [create("h2", { part: "title" }, title)] : []),
      ...(body ? [create("p", { part: "body", id: "body" }, body)] : []),
    ),
    create(
      "div",
      { part: "controls" },
      ...(step > 1 ? [button("back", words.back)] : []),
      button("action", step < steps ? words.next : words.done),
    ),
  );
}
