import type { Scene } from "./act-out.ts";
import type { Step } from "./model.ts";

const calm = true;
const open: Step = { does: "open", tab: 0, calm };
const view = (tab: number): Step => ({ does: "view", tab, calm: false });
const grant = (tab: number): Step => ({ does: "control", control: "grant", tab, calm });
const navigate = (tab: number): Step => ({ does: "navigate", tab, calm });

/** What must go right in every engine, in so many words. */
export const scenes: Record<string, Scene> = {
  "a tool's yes, pages and a second tab, and its no in the midst of writing": {
    tools: ["cookiebot"],
    privacyControl: false,
    steps: [
      view(0),
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      navigate(0),
      open,
      view(0),
      view(1),
      { does: "signal", tool: 0, word: false, tab: 1, calm },
      view(0),
      { does: "back", tab: 0, calm },
      { does: "reload", tab: 1, calm },
      view(1),
    ],
  },
  "the shopper's yes to three tools that wait, and the no in another tab": {
    tools: ["google", "tcf", "onetrust"],
    privacyControl: false,
    steps: [
      open,
      grant(0),
      view(0),
      view(1),
      { does: "control", control: "deny", tab: 1, calm: false },
      view(0),
      navigate(0),
      { does: "close", tab: 1, calm },
      view(0),
    ],
  },
  "forgotten in one tab while another writes": {
    tools: ["shopify"],
    privacyControl: false,
    steps: [
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      open,
      view(0),
      view(1),
      { does: "control", control: "forget", tab: 0, calm },
      view(0),
      { does: "reload", tab: 0, calm },
      view(0),
    ],
  },
  "the shop's own no after its yes, and a pause before": {
    tools: ["wordpress"],
    privacyControl: false,
    steps: [
      { does: "api", state: "granted", tab: 0, calm },
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      view(0),
      { does: "control", control: "pause", tab: 0, calm },
      view(0),
      { does: "control", control: "pause", tab: 0, calm },
      view(0),
      { does: "api", state: "denied", tab: 0, calm },
      view(0),
    ],
  },
  "a no that is taken back at once, after which everything is kept again": {
    tools: ["cookiebot"],
    privacyControl: false,
    steps: [
      { does: "control", control: "grant", tab: 0, calm },
      view(0),
      { does: "control", control: "deny", tab: 0, calm },
      { does: "control", control: "grant", tab: 0, calm },
      view(0),
      { does: "control", control: "deny", tab: 0, calm: false },
      { does: "control", control: "grant", tab: 0, calm: false },
      view(0),
    ],
  },
  "a tool's no while the shopper has paused": {
    tools: ["cookiebot"],
    privacyControl: false,
    steps: [
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      view(0),
      { does: "control", control: "pause", tab: 0, calm },
      { does: "signal", tool: 0, word: false, tab: 0, calm },
    ],
  },
  "a tool's no in a tab that was asked to forget, while another one keeps": {
    tools: ["onetrust"],
    privacyControl: false,
    steps: [
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      { does: "control", control: "forget", tab: 0, calm },
      open,
      view(1),
      { does: "signal", tool: 0, word: false, tab: 0, calm },
    ],
  },
  "Global Privacy Control, whatever is said": {
    tools: ["cookiebot", "google"],
    privacyControl: true,
    steps: [
      view(0),
      { does: "signal", tool: 0, word: true, tab: 0, calm },
      grant(0),
      open,
      view(1),
      navigate(0),
      { does: "api", state: "granted", tab: 1, calm },
      view(1),
    ],
  },
};
