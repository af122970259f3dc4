// What is shown over the page: seldom needed at once, and so a file of its own that is loaded when it is.
export { showBar } from "./bar.ts";
export { type Overlay, showOverlay } from "./overlay.ts";
export { showPopup } from "./popup.ts";
