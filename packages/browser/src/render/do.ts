import { listen, targetOf } from "../dom/elements.ts";
import type { Undo } from "../dom/undo.ts";

const CONTROLS = ["grant", "deny", "forget", "export", "pause", "why", "dismiss", "convert"] as const;

/** What a `data-sk-do` control asks for. */
export type Control = (typeof CONTROLS)[number];

/** Tells when a `data-sk-do` control is used; one in an overlay of ours closes that besides. */
export const watchControls = (used: (control: Control, element: HTMLElement) => void): Undo =>
  listen(document, "click", (event) => {
    const element = targetOf(event, "[data-sk-do]");
    const control = CONTROLS.find((name) => name === element?.dataset.skDo);
    if (control) used(control, element!);
  });
