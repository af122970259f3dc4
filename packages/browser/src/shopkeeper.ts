// The whole way of one page: read → remember → know → decide → render.
import { createEngine, parseExperience, type Context, type Engine } from "@shopkeeper/engine";
import { absentShopkeeper } from "./absent-shopkeeper.ts";
import type { ConsentState, Options, Shopkeeper } from "./api.ts";
import { readExperience } from "./experiences/ready-made.ts";
import { runParts, type Plans } from "./experiences/run-parts.ts";
import { adoptFirstFrame, findFirstFrame, keptRecord, type FrameRecord } from "./first-frame/first-frame.ts";
import { guardedBy } from "./guard.ts";
import { lazyParts } from "./lazy-parts.ts";
import { loadPart } from "./load-part.ts";
import { knowledgeWithPlace } from "./knowledge-with-place.ts";
import { createListeners } from "./listeners.ts";
import { watchPrivacyControls } from "./privacy-controls.ts";
import { readPages } from "./read-pages.ts";
import { itemOf } from "./read/dialect/attributes.ts";
import { cleanItem, listOf } from "./read/clean-item.ts";
import { readEnvironment } from "./read/environment.ts";
import { readPlace } from "./read/place.ts";
import { createConsent } from "./remember/consent.ts";
import { ENGAGED, openHistory } from "./remember/history.ts";
import { beginQuietVisit, isQuietVisit } from "./remember/quiet-visit.ts";
import { readText, writeText } from "./remember/stored-text.ts";
import { steadyClock } from "./steady-clock.ts";
import { outsideZone } from "./dom/outside-zone.ts";
import { undoAll, type Undo } from "./dom/undo.ts";
import { runElements, type Elements } from "./run-elements.ts";
import { runExperiences, type Experiences } from "./run-experiences.ts";
import { engagedText, parseEngaged } from "./trigger/engaged-time.ts";
import { watchEngagement } from "./trigger/engagement.ts";
import { whenOwned } from "./render/owner.ts";
import { watchElements } from "./render/watch-elements.ts";
import { privacyPanel } from "./watch-privacy-panel.ts";
import { wakeAtFlip } from "./wake-at-flip.ts";
import { contentIn } from "./words/content-in.ts";
import { english } from "./words/english.ts";
import { loadWords } from "./words/words.ts";
import { ownDocument } from "./dom/own-document.ts";

/** After so many errors of our own the page is left as the shop made it. */
const errorsBeforeStop = 10;

/**
 * Opens a shopkeeper for this page.
 *
 * Nothing happens before the current task has ended, so that a `consent` called at once comes in time.
 *
 * @example
 * const shop = createShopkeeper({ segments: { fan: 'top(category) = "Green"' } });
 * await shop.ready;
 * shop.segments(); // ["fan"]
 */
export function createShopkeeper(options: Options = {}): Shopkeeper {
  if (typeof document === "undefined") return absentShopkeeper();

  let errors = 0;
  let lastError: string | undefined;
  const report = (given: unknown): void => {
    const error = given instanceof Error ? given : new Error(String(given));
    lastError = error.message;
    console.warn("[shopkeeper]", lastError);
    listeners.tell("error", error);
    if (++errors === errorsBeforeStop) shop.stop();
  };
  const guarded = guardedBy(report);
  const listeners = createListeners(document, report);

  let stopped = false;
  let quiet = isQuietVisit(Date.now());
  const consent = createConsent(options.consent, options.consentTools);
  /** Whether the shopper is served at all: not where they said no, paused, or asked to be forgotten. */
  const serving = (): boolean =>
    !stopped && !quiet && !consent.paused && consent.states.personalization !== "denied";

  // Know: what follows from everything that the engine has been told.
  const engine = createEngine({ ...options, experiences: [] });
  const load = options.load ?? loadPart;
  const frame = findFirstFrame();
  const adopted = adoptFirstFrame(frame);
  const part = lazyParts(load, () => history.saveSoon(), report);
  const words = loadWords(
    load,
    options.words,
    guarded(() => refresh(false)),
  );
  let future: Engine | undefined;
  const plans: Plans = {};
  const place = readPlace({
    country: options.country,
    load: load && (() => load("time-zones")),
    wanted: serving,
    found: guarded(() => {
      history.saveSoon();
      refresh(false);
    }),
  });
  const environment = Object.defineProperties(
    readEnvironment(window, place.facts),
    Object.getOwnPropertyDescriptors({
      get "visit.time"() {
        return engagement.time();
      },
      get "visit.idle"() {
        // A clock that was set back makes nothing negative.
        return Math.max(0, Date.now() - engagement.last());
      },
      get "consent.measurement"() {
        return consent.states.measurement;
      },
      get "consent.personalization"() {
        return consent.states.personalization;
      },
    }),
  );
  const clock = steadyClock();
  // What is worked out together is asked in the same circumstances, so that it is worked out once.
  let together: Context | undefined;
  const context = (): Context => {
    if (together) return together;
    const now = clock();
    return {
      now,
      timezoneOffset: new Date(now).getTimezoneOffset(),
      page: reader.page,
      environment,
    };
  };
  const fact = (name: string): unknown => engine.fact(name, context());

  /** What the snippet of the next page is told: nothing, where the page has to wait before it may read. */
  function foresee(state: unknown): FrameRecord | undefined {
    if (!isSure) return undefined;
    const before = keptRecord();
    const made = part("foresee");
    if (!made) return before;
    future ??= createEngine({ ...options, experiences: [] });
    future.restore(state);
    return made.foresee({ engine, future, segments: options.segments ?? {}, context: context(), before });
  }

  // Remember: what happened is told to the engine and kept in this browser.
  const history = openHistory({
    knowledge: knowledgeWithPlace(engine, place, plans),
    foresee: frame && guarded(foresee),
    changed: guarded((events) => {
      // What was asked for the next page may be known now, as what the past has just been shown to is.
      if (frame || !events[0]) history.saveSoon();
      // The page rests since another tab forgot a part: this is what is left.
      if (events[0]) serve();
      refresh(false);
    }),
    erased: guarded(() => rest()),
    retention: options.retention,
  });
  const engagement = watchEngagement({
    visit: () => engine.visitAt(clock()),
    carry: () => (history.keeps() ? parseEngaged(readText(ENGAGED)) : undefined),
    save: (engaged) => void (history.keeps() && writeText(ENGAGED, engagedText(engaged))),
  });
  const awaited = new Set<{ name: string; heard(): void }>();
  const record = (name: string, parameters: Record<string, unknown>): Promise<unknown> => {
    if (!serving()) return Promise.resolve();
    const { event, kept } = history.add(name, parameters, clock());
    if (event) {
      listeners.tell("event", event);
      for (const each of awaited) if (each.name === name) each.heard();
      refreshSoon();
    }
    return kept;
  };

  // Read: this page, and every one that a single-page app makes of it.
  const reader = readPages({
    options,
    record: (name, parameters) => void record(name, parameters),
    changed: () => refresh(false),
    moved: () => experiences?.newPage(),
    guarded,
  });

  // Decide and render.
  let elements: Elements | undefined;
  let experiences: Experiences | undefined;
  const configurations = (options.experiences ?? []).flatMap((given) => guarded(readExperience)(given) ?? []);
  const recommend: Shopkeeper["recommend"] = (strategy, { limit, exclude } = {}) =>
    engine.recommend(strategy, { limit, exclude: exclude ?? ownIds(strategy) });
  /**
   * The product of this page has no place in a rail beside itself, nor what is in the cart beside the cart; before a page
   * is read its address tells it.
   */
  const ownIds = (strategy: string): string[] => {
    if (strategy === "cart" || strategy === "wishlist") return [];
    const here = location.href.split("#")[0];
    const ids = [
      reader.page.product,
      ...engine.recommend(strategy, {}).filter(({ url }) => url === here),
      ...(reader.page.type === "cart" ? engine.recommend("cart", {}) : []),
    ];
    return ids.flatMap((item) => item?.item_id ?? item?.item_name ?? []);
  };

  let held = "";
  const tellSegments = (): void => {
    const names = engine.segments(context());
    if (held === (held = names.join("\n"))) return;
    listeners.tell("segments", names);
  };
  const refresh = (live: boolean): void => {
    if (!serving()) return;
    together = context();
    try {
      elements?.refresh(live);
      experiences?.refresh();
      tellSegments();
      // Of the same moment, for between that and now an answer may have turned.
      alarm.set(engine.nextFlip(together) - clock());
    } finally {
      together = undefined;
    }
  };
  const alarm = wakeAtFlip(guarded(() => refresh(false)));
  let refreshing = false;
  const refreshSoon = (): void => {
    if (refreshing) return;
    refreshing = true;
    queueMicrotask(
      guarded(() => {
        refreshing = false;
        refresh(true);
      }),
    );
  };

  const complained = new Set<string>();
  const holds = (expression: string): boolean => {
    const condition = engine.condition(expression);
    if (condition.error && !complained.has(expression)) {
      complained.add(expression);
      report(new Error(`${condition.error.message} in: ${expression}`));
    }
    return condition.holds(context());
  };

  const serve = (): void => {
    if (experiences || !serving()) return;
    const shared = {
      fact,
      recommend: (strategy: string, limit: number) => recommend(strategy, { limit }),
      record: (name: string, parameters: Record<string, unknown>) => void record(name, parameters),
      report,
    };
    const running = runExperiences(
      configurations.filter(({ use }) => !use),
      {
        ...shared,
        engine,
        engagement,
        load,
        words,
        situation: context,
        silent: () => consent.states.personalization !== "granted",
        pages: () => Number(fact("visit.pages")) || 0,
        onEvent(name, listener) {
          const entry = { name, heard: listener };
          awaited.add(entry);
          return () => awaited.delete(entry);
        },
      },
    );
    const parts = runParts(configurations, {
      ...shared,
      load,
      plans,
      changed: history.saveSoon,
      words: options.words,
      currency: options.currency,
      holds,
      events: history.all,
      page: () => reader.page,
      heard: (listener) => listeners.on("event", listener),
      add: (configuration, own) => running.add(configuration, undefined, own),
    });
    experiences = { ...running, stop: undoAll([running.stop, parts]) };
    elements?.stop();
    elements = runElements({
      ...shared,
      panel,
      adopted,
      holds,
      itemOf: (element) => itemOf(element) ?? reader.page.product,
      isWished: engine.isWished,
      addExperience: experiences.add,
    });
    refresh(false);
  };
  /** Puts the page back as the shop made it, but for the shopper's own panel. */
  const rest = (): void => {
    elements?.stop();
    experiences?.stop();
    for (const undo of adopted.values()) undo();
    experiences = undefined;
    elements = stopped ? undefined : { refresh() {}, stop: watchElements([panel], report) };
    tellSegments();
  };

  // The last goes first: what was counted is handed on while it can still be kept.
  const undos: Undo[] = [consent.stop, reader.stop, history.stop, alarm.stop, engagement.stop];
  let permitted: ConsentState | undefined;
  /** It was clear from the beginning that this page may read what is kept. */
  let isSure = false;
  const applyConsent = (): void => {
    const { personalization } = consent.states;
    // A no erases, also what other tabs keep, where this one has paused or is quiet.
    const resting = (consent.paused || quiet) && personalization !== "denied";
    const permission = resting ? "pending" : personalization;
    // Told once only: where another tab has erased meanwhile, what is said anew of something else opens nothing.
    if (!consent.unsure && permission !== permitted) history.permit((permitted = permission));
    if (serving()) serve();
    else rest();
  };
  const start = guarded(() => {
    if (stopped) return;
    for (const { segment, line, column, message } of engine.errors)
      report(new Error(`segment "${segment}", ${line}:${column}: ${message}`));
    undos.push(
      whenOwned(guarded(() => refresh(false))),
      watchPrivacyControls(shop, consent, guarded),
      consent.on(
        guarded((states) => {
          applyConsent();
          listeners.tell("consent", { ...states });
        }),
      ),
    );
    if (options.inspect)
      void load?.("lint-page")
        .then(({ lintPage }) => lintPage(options))
        .catch(report);
    if (frame) part("foresee");
    isSure = consent.states.personalization === "granted";
    applyConsent();
  });
  queueMicrotask(start);

  const shop: Shopkeeper = {
    ready: reader.read
      .then(() => history.loaded)
      .then(guarded(() => refresh(false)))
      .then(() => place.loading),
    track: async (name, { items, ...parameters } = {}) =>
      void (await outsideZone(() =>
        guarded(record)(name, {
          ...parameters,
          ...(items ? { items: listOf(items).map((item) => cleanItem(item, ownDocument.baseURI)) } : {}),
        }),
      )),
    identify: (profile) => shop.track("identify", { profile }),
    facts: () => engine.facts(context()),
    segments: () => engine.segments(context()),
    async events({ name } = {}) {
      const all = await history.all();
      return name ? all.filter((event) => event.name === name) : all;
    },
    why(id) {
      const decision = experiences?.decisions().find((each) => each.id === id);
      if (decision || !Object.hasOwn(options.segments ?? {}, id)) return decision;
      const show = shop.segments().includes(id);
      return { id, show, reasons: show ? [] : ["who"] };
    },
    recommend,
    decide(id) {
      const configuration = configurations.find((each) => each.id === id);
      if (!configuration || !serving()) return undefined;
      const situation = { ...context(), fired: () => true, showing: () => false };
      if (!engine.decide([parseExperience(configuration)], situation)[0]?.show) return undefined;
      const { content } = configuration;
      return content?.words
        ? { ...configuration, content: contentIn(words() ?? english, content) }
        : configuration;
    },
    on: listeners.on,
    consent: (state) => consent.set(state),
    pause: () => consent.choose("paused"),
    resume: () => consent.choose(undefined),
    exportData: async () => ({
      version: 1,
      exportedAt: new Date().toISOString(),
      origin: location.origin,
      consent: { ...consent.states },
      // What this page says of itself is not kept.
      facts: Object.fromEntries(
        Object.entries(shop.facts()).filter(([name]) => !/^(page|product)\./.test(name)),
      ),
      segments: shop.segments(),
      ...(await history.exported()),
    }),
    async forget() {
      beginQuietVisit(Date.now());
      quiet = true;
      const erased = history.erase();
      rest();
      await erased;
    },
    status() {
      const { mode, error, events, bytes, snapshot } = history.status();
      return {
        storage: mode,
        consent: { ...consent.states },
        paused: consent.paused,
        quiet,
        error: lastError ?? error,
        events,
        bytes,
        snapshot,
        experiences: experiences?.decisions() ?? [],
      };
    },
    stop() {
      stopped = true;
      rest();
      undoAll(undos)();
    },
  };
  const panel = privacyPanel(
    load,
    {
      shop,
      load,
      words: options.words,
      report,
      amend(act) {
        rest();
        return history.amend(act).finally(() => {
          serve();
          refresh(true);
        });
      },
    },
    report,
  );
  return shop;
}
