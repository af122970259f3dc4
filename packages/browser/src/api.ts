import type {
  Configuration,
  ExperienceConfiguration,
  HandedOver,
  Item,
  Outcome,
  OutcomeCount,
  Rule,
  ShopEvent,
  SinkConfiguration,
  Suggestion,
} from "@shopkeeper/engine";
import type { Undo } from "./dom/undo.ts";
import type { ReadyMade, Use } from "./experiences/ready-made.ts";
import type { LoadPart } from "./parts.ts";
import type { PageStatus } from "./read/report/watch-report.ts";

export type ConsentState = "granted" | "denied" | "pending";

/** What `createShopkeeper` takes: a configuration, and what the tag says in attributes. */
export interface Options extends Omit<Partial<Configuration>, "experiences" | "sinks"> {
  /**
   * Experiences in full, or ready-made ones by name.
   *
   * @example ["welcome-back", { use: "exit-offer", code: "STAY5" }]
   */
  experiences?: (ExperienceConfiguration | ReadyMade | Use | string)[];
  /**
   * Who is told of outcomes; a function gets each as an object, and what it throws is an `"error"`.
   *
   * @example [(outcome) => console.log(outcome.name, outcome.experience_id)]
   */
  sinks?: (SinkConfiguration | ((outcome: Outcome | HandedOver) => unknown))[];
  /**
   * What the visitor agreed to. `"auto"` listens to the consent tools of the page (`consentTools`), and is granted where
   * there is none; the other words are the shop's own, and no tool is listened to. A no of Global Privacy Control or of the
   * shopper wins over all of them.
   *
   * @default "auto"
   */
  consent?: ConsentState | "auto";
  /** Checks what the page and the configuration say, and writes what is wrong into the console. @default false */
  inspect?: boolean;
  /**
   * Loads what few pages need when it is first needed: the table that tells the country of a time zone, the panel for
   * the shopper.
   *
   * @default The parts of this package, which bundlers make chunks of their own.
   */
  load?: LoadPart;
}

/** What is told to listeners, by type. */
export interface Messages {
  /** The names of the segments that hold now, sorted. */
  segments: string[];
  experience: { id: string; act: "view" | "click" | "dismiss" | "convert" };
  event: ShopEvent;
  consent: { measurement: ConsentState; personalization: ConsentState };
  error: Error;
}

/** What became of an experience or a segment. */
export interface Became {
  id: string;
  /** Whether it is shown, or holds. */
  show: boolean;
  /** Which rules stood against it. */
  reasons: string[];
  /** What is wrong with it, in words that tell the mend. */
  error?: string;
}

/** Why an experience is shown or not, or a segment holds or not. */
export interface Why extends Became {
  /** Every rule that was there to be asked, with what it looked at: `value operator wanted`. */
  rules: Rule[];
  /** Of a rail, each product with its reason, such as `because: "viewed", of: "wool-coat"`, and what told it: the model or the catalogue. */
  products?: Suggestion[];
}

export interface Status {
  storage: "indexeddb" | "memory";
  consent: Messages["consent"];
  paused: boolean;
  /** The shopper asked to be forgotten: for the rest of the visit nothing is remembered and nothing shown. */
  quiet: boolean;
  /** The last error, in words that tell the mend. */
  error?: string;
  /** How many events are remembered. */
  events: number;
  /** How much of this browser's storage they take with the snapshot, about. */
  bytes: number;
  /** How large the snapshot for the next page is, in characters. */
  snapshot: number;
  /**
   * How this page was read: its facts and which dialect each is from; absent before. What conflicts, what is missing and what
   * to mend is loaded when this is asked for, and there when it is asked again.
   *
   * @example shop.status().page?.sources // { type: "json-ld", item_name: "json-ld", price: "visible" }
   */
  page?: PageStatus | undefined;
  /** Experiences and slots with what became of them. */
  experiences: Became[];
}

export interface Shopkeeper {
  /** Settles when the stored history is loaded and the first decisions stand. Never rejects. */
  readonly ready: Promise<void>;
  /**
   * Records an event with GA4's name and parameters.
   *
   * @returns Settles when the event is durable, or in memory where nothing may be stored. Never rejects.
   * @example await shop.track("add_to_cart", { items: [{ item_id: "mug", price: 18, quantity: 1 }] })
   */
  track(name: string, parameters?: Record<string, unknown>): Promise<void>;
  /**
   * Adds facts that the shopper or the shop declared; they are `profile.*` in segments.
   *
   * @example shop.identify({ name: "Ada", birthday: "12-10" })
   */
  identify(profile: Record<string, unknown>): Promise<void>;
  /** Every fact that is known now, by dotted name. */
  facts(): Record<string, unknown>;
  /** The names of the segments that hold now, sorted. */
  segments(): string[];
  /** The remembered events, oldest first; with a name, only those. */
  events(query?: { name?: string }): Promise<ShopEvent[]>;
  /** Why an experience is shown or not, a segment holds or not, or a strategy's products were suggested last. */
  why(id: string): Why | undefined;
  /**
   * Products for a rail, best first, as they are known now. What has to be fetched for it is fetched when it is asked for the first
   * time: until it is there, there are none.
   *
   * @param strategy One, or several with spaces: the first that finds something counts.
   * @example shop.recommend("for-you popular", { limit: 4 })
   */
  recommend(strategy: string, options?: { limit?: number; exclude?: string[] }): Item[];
  /**
   * An experience, where it may be shown now, or the key of the visitor's variation in an experiment, where they take part;
   * for code that renders itself. Asking records nothing: mark what you render with `data-sk-experiment="ID"`, and whoever
   * sees it is exposed.
   *
   * @example if (shop.decide("hero") === "bold") renderBoldHero();
   */
  decide(id: string): ExperienceConfiguration | string | undefined;
  /** What became of experiences and experiments in this browser, as far as it is remembered. Never rejects. */
  outcomes(): Promise<OutcomeCount[]>;
  /** Listens; the same comes as a DOM event `shopkeeper:TYPE` on `document`. Returns its `off`. */
  on<Type extends keyof Messages>(type: Type, listener: (message: Messages[Type]) => void): Undo;
  /** Sets the consent, for both purposes or for each. */
  consent(state: ConsentState | Partial<Messages["consent"]>): void;
  /** No personalization in this browser until resumed. */
  pause(): void;
  resume(): void;
  /** All that is stored about this visitor, as plain data. */
  exportData(): Promise<Record<string, unknown>>;
  /** Erases all that is stored about this visitor, in every tab, and stays quiet for this visit. */
  forget(): Promise<void>;
  status(): Status;
  /** Takes every change on the page back and lets go of every listener. */
  stop(): void;
}
