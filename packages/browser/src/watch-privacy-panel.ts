import type { Report } from "./dom/report.ts";
import type { LoadPart } from "./parts.ts";
import type { PanelWorld } from "./privacy-panel/panel-world.ts";
import type { Watched } from "./render/watch-elements.ts";

/**
 * The panel in which shoppers see what is remembered about them, where the page has a place for one. It is loaded
 * then; until it is there, and where it cannot be had, the element shows its own children.
 */
export const privacyPanel = (load: LoadPart | undefined, world: PanelWorld, report: Report): Watched => ({
  selector: "[data-sk-privacy]",
  met(element) {
    const shown = load?.("privacy-panel")
      .then(({ showPrivacyPanel }) => showPrivacyPanel(element, world))
      .catch(report);
    return () => void shown?.then((undo) => undo?.());
  },
});
