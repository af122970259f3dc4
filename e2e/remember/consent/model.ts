import type { ToolName, Word, Words } from "./tools.ts";

export type State = "granted" | "denied" | "pending";
export type Control = "grant" | "deny" | "pause" | "forget";

/** One act of a shopper, of a tool, or of the shop. `tab` counts round: there may be fewer. */
export type Step = { tab: number; /** Whether what it leads to is waited for. */ calm: boolean } & (
  | { does: "signal"; tool: number; word: boolean }
  | { does: "control"; control: Control }
  | { does: "api"; state: State }
  | { does: "view" | "open" | "close" | "reload" | "navigate" | "back" }
);

/** What the model knows of a tab. */
export interface TabModel {
  words: Words;
  api?: State | undefined;
  quiet: boolean;
  state: State;
  /** It keeps what happens, as far as anyone can know. */
  live: boolean;
}

/**
 * What ought to be, told independently of how it is done: the state of each tab, and whether a byte may be there.
 */
export class ConsentModel {
  tabs: TabModel[] = [];
  /** What the tools know: of every page that is loaded from now on. */
  known: Words = {};
  choice: "granted" | "denied" | "paused" | undefined;
  /** Nothing was ever permitted: not a byte, at no moment. */
  virgin = true;
  /** What is there may be there. */
  mayKeep = false;

  private readonly privacyControl: boolean;

  constructor(tools: ToolName[], privacyControl: boolean) {
    this.privacyControl = privacyControl;
    for (const tool of tools) this.known[tool] = undefined;
  }

  /** What all that was said in a tab comes to: one no wins, and one that waits over those that say yes. */
  private stateOf({ words, api }: TabModel): State {
    const said = Object.values(words).map((word): State =>
      word === undefined ? "pending" : word ? "granted" : "denied",
    );
    if (api) said.push(api);
    if (this.choice === "denied" || this.privacyControl || said.includes("denied")) return "denied";
    if (this.choice === "paused") return "pending";
    return this.choice === "granted" || said.every((each) => each === "granted") ? "granted" : "pending";
  }

  /** Works out what follows for every tab from what was said. */
  private follow(): void {
    // A tool's no takes the shopper's yes back; for a moment other tabs may have gone by it.
    if (this.choice === "granted" && this.tabs.some(({ words }) => Object.values(words).includes(false))) {
      this.choice = undefined;
      if (this.tabs.some((tab) => this.stateOf({ ...tab, words: {} }) === "granted")) this.permit();
    }
    const before = this.tabs.map(({ state }) => state);
    for (const tab of this.tabs) tab.state = this.stateOf(tab);
    if (this.tabs.some(({ state }, index) => state === "denied" && before[index] !== "denied")) this.erase();
    this.tabs.forEach((tab, index) => {
      if (tab.state !== "granted" || tab.quiet) tab.live = false;
      else if (before[index] !== "granted") {
        tab.live = true;
        this.permit();
      }
    });
  }

  private permit(): void {
    this.mayKeep = true;
    this.virgin = false;
  }

  private erase(): void {
    this.mayKeep = false;
    for (const tab of this.tabs) tab.live = false;
  }

  open(): void {
    this.tabs.push({ words: {}, quiet: false, state: "pending", live: false });
    this.load(this.tabs.length - 1);
  }

  /** A page is loaded in a tab: what was said to the one before is no more, but for what the tools know. */
  load(index: number): void {
    const tab = this.tabs[index]!;
    Object.assign(tab, { words: { ...this.known }, api: undefined, state: "pending" });
    this.follow();
  }

  close(index: number): void {
    this.tabs.splice(index, 1);
  }

  signal(index: number, tool: ToolName, word: Word): void {
    this.known[tool] = this.tabs[index]!.words[tool] = word;
    this.follow();
  }

  api(index: number, state: State): void {
    this.tabs[index]!.api = state;
    this.follow();
  }

  control(index: number, control: Control): void {
    if (control === "forget") {
      this.tabs[index]!.quiet = true;
      this.erase();
    } else if (control === "pause") this.choice = this.choice === "paused" ? undefined : "paused";
    else this.choice = control === "grant" ? "granted" : "denied";
    this.follow();
  }
}
