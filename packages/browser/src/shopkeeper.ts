// The whole way of one page: read → remember → know → decide → render.
import {
  createEngine,
  parseExperience,
  type Context,
  type Engine,
  type ExperienceConfiguration,
} from "@shopkeeper/engine";
import { absentShopkeeper } from "./absent-shopkeeper.ts";
import type { ConsentState, Options, Shopkeeper, Why } from "./api.ts";
import { linkedPreview } from "./experiment/linked-preview.ts";
import { runExperiments } from "./experiment/run-experiments.ts";
import { readExperience } from "./experiences/ready-made.ts";
import { runParts, type Plans } from "./experiences/run-parts.ts";
import { experimentIn } from "./first-frame/experiment-in.ts";
import { adoptFirstFrame, findFirstFrame, keptRecord, type FrameRecord } from "./first-frame/first-frame.ts";
import { guardedBy } from "./guard.ts";
import { lazyParts } from "./lazy-parts.ts";
import { loadPart } from "./load-part.ts";
import { knowledgeWithPlace } from "./knowledge-with-place.ts";
import { liveEnvironment } from "./live-environment.ts";
import { createListeners } from "./listeners.ts";
import { watchPrivacyControls } from "./privacy-controls.ts";
import { watchOutcomes } from "./outcomes/watch-outcomes.ts";
import { predictLater } from "./predict-later.ts";
import { readPages } from "./read-pages.ts";
import { recommendOn } from "./recommend-on.ts";
import { suggestLater } from "./suggest-later.ts";
import { itemOf } from "./read/dialect/attributes.ts";
import { watchReport } from "./read/report/watch-report.ts";
import { cleanItem, listOf } from "./read/clean-item.ts";
import { readPlace } from "./read/place.ts";
import { createConsent } from "./remember/consent.ts";
import { ENGAGED, openHistory } from "./remember/history.ts";
import { beginQuietVisit, isQuietVisit } from "./remember/quiet-visit.ts";
import { OUTCOMES, readText, writeText } from "./remember/stored-text.ts";
import { steadyClock } from "./steady-clock.ts";
import { outsideZone } from "./dom/outside-zone.ts";
import { keepNumbers } from "./keep-numbers.ts";
import { whenIdle } from "./dom/when-idle.ts";
import { undoAll, type Undo } from "./dom/undo.ts";
import { runElements, type Elements } from "./run-elements.ts";
import { runExperiences, type Experiences } from "./run-experiences.ts";
import { engagedText, parseEngaged } from "./trigger/engaged-time.ts";
import { watchEngagement } from "./trigger/engagement.ts";
import { whenOwned } from "./render/owner.ts";
import { watchElements } from "./render/watch-elements.ts";
import { watchCatalogue } from "./watch-catalogue.ts";
import { watchJourneys } from "./watch-journeys.ts";
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
  const engine = createEngine(
    { ...options, experiences: [] },
    predictLater(
      options.model,
      () => laterPart,
      serving,
      guarded(() => refresh(false)),
    ),
  );
  const load = options.load ?? loadPart;
  const frame = findFirstFrame();
  const adopted = adoptFirstFrame(frame);
  const foreseenHere =
    frame &&
    keptRecord()
      .alternatives.map(([, when]) => when)
      .join();
  /** Somebody of the shop looks; whether they do, is told in the end by the part that is loaded then. */
  let isPreview = !!options.preview && !!load && !!linkedPreview()?.startsWith(`${options.preview}/`);
  const part = lazyParts(
    load,
    guarded(() => {
      history.saveSoon();
      outcomes.changed();
    }),
    report,
  );
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
  const environment = liveEnvironment(place, {
    time: () => engagement.time(),
    last: () => engagement.last(),
    consent: () => consent.states,
  });
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
    // What happened since the page before may have turned its answers: who leaves too soon is shown the default.
    if (!made) return { ...before, foreseen: [] };
    future ??= createEngine({ ...options, experiences: [] });
    future.restore(state);
    return made.foresee({
      engine,
      future,
      segments: options.segments ?? {},
      experiments: options.experiments ?? {},
      context: context(),
      before,
    });
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
  const learnNumbersOf = keepNumbers(history.keeps, report);
  const awaited = new Set<{ name: string; heard(): void }>();
  const record = (
    name: string,
    parameters: Record<string, unknown>,
    ts = clock(),
    id?: string,
  ): Promise<unknown> => {
    // What somebody of the shop does in a preview is no figure.
    if (!serving() || (isPreview && name.startsWith("experi"))) return Promise.resolve();
    const { event, kept } = history.add(name, parameters, ts, id);
    if (event) {
      listeners.tell("event", event);
      for (const each of awaited) if (each.name === name) each.heard();
      refreshSoon();
      learnNumbersOf(event);
      outcomes.changed(kept);
    }
    return kept;
  };

  // Read: this page, and every one that a single-page app makes of it.
  const reader = readPages({
    options,
    load,
    record(name, parameters, at) {
      void record(name, parameters, at);
      if (name === "page_view" && serving()) experiments.pageSeen();
    },
    keeps: history.keeps,
    changed: () => refresh(false),
    told: () => catalogue.keepSoon(),
    moved: () => experiences?.newPage(),
    guarded,
  });

  const reportPage = watchReport(load, () => reader.reading);
  const catalogue = watchCatalogue(load, {
    history,
    reading: () => reader.reading,
    days: options.retention?.days,
    record: (name, parameters) => void record(name, parameters),
  });

  // Decide and render.
  const experiments = runExperiments({
    engine,
    situation: context,
    record: (name, parameters) => void record(name, parameters),
    keep: (name, parameters) => void history.add(name, parameters, clock()),
    isGranted: () => consent.states.personalization === "granted",
    isPreview: () => isPreview,
    report,
  });
  let elements: Elements | undefined;
  let experiences: Experiences | undefined;
  const configurations = (options.experiences ?? []).flatMap((given) => guarded(readExperience)(given) ?? []);
  /** What is asked for again once it is there. */
  const laterPart = lazyParts(
    load,
    guarded(() => refresh(false)),
    report,
  );
  const rails = suggestLater({
    part: laterPart,
    options,
    load: load!,
    shopper: engine.shopper,
    page: () => reader.page,
    now: clock,
    fact,
    events: history.all,
    products: catalogue.all,
    serving,
    came: guarded(() => refresh(false)),
    report,
  });
  const recommend = recommendOn(engine, () => reader.page, rails.suggest);

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
      lead(together);
      elements?.refresh(live);
      experiences?.refresh();
      outcomes.changed();
      tellSegments();
      // Of the same moment, for between that and now an answer may have turned.
      alarm.set(engine.nextFlip(together, experiences?.all()) - clock());
    } finally {
      together = undefined;
    }
  };
  /** Leads the visitor on, on the journeys of the shop. */
  let lead = (_context: Context): void => {};
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
    if (!serving()) return;
    const isEnrolled = experiments.enrol();
    if (experiences) {
      if (isEnrolled) refresh(false);
      return;
    }
    const shared = {
      ...experiments,
      fact,
      recommend: (strategy: string, limit: number, experience?: ExperienceConfiguration) =>
        recommend(strategy, { limit, experience }),
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
      catalogue: catalogue.all,
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
      foreseen: (id) => !!id && !!foreseenHere?.includes(experimentIn(id)),
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

  const outcomes = watchOutcomes(
    {
      options,
      configurations,
      history,
      engine,
      reader,
      consent,
      serving,
      record,
      holds,
      context,
      clock,
      report,
    },
    part,
  );

  // The last goes first: what was counted is handed on while it can still be kept.
  const undos: Undo[] = [outcomes.stop, consent.stop, reader.stop, history.stop, alarm.stop, engagement.stop];
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
    if (serving()) {
      serve();
      // What was read before it was allowed.
      catalogue.keepSoon();
    } else rest();
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
          outcomes.changed();
          listeners.tell("consent", { ...states });
        }),
      ),
    );
    if (options.inspect)
      void load?.("lint-page")
        .then(({ lintPage }) => lintPage(options))
        .catch(report);
    if (frame) part("foresee");
    lead = watchJourneys(options, load, { engine, history, report, came: () => refresh(false) });
    void shop.ready.then(guarded(() => whenIdle(guarded(outcomes.begin))));
    if (isPreview)
      void load!("preview")
        .then(({ showPreview }) => {
          const undo = showPreview({ word: options.preview!, experiments: engine.experiments, report });
          if (undo) undos.push(undo);
          isPreview = !!undo;
          rest();
          serve();
        })
        .catch(report);
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
      const { strategy = id } = experiences?.all().find((each) => each.id === id)?.configuration ?? {};
      const products = rails.last(strategy);
      const found = experiences?.why(id) ?? (products && { id, show: true, reasons: [], rules: [] });
      const trace = found && products ? { ...found, products } : found;
      if (trace || !Object.hasOwn(options.segments ?? {}, id)) return trace;
      const show = shop.segments().includes(id);
      const what = `${options.segments![id]}`;
      const rules: Why["rules"] = [
        { rule: "who", what, value: show, operator: "=", wanted: true, holds: show },
      ];
      return { id, show, reasons: show ? [] : ["who"], rules };
    },
    recommend,
    decide(id) {
      if (!serving()) return undefined;
      const running = experiences?.all().find((each) => each.id === id);
      const written = configurations.find((each) => each.id === id);
      if (!running && !written) return engine.variation(id, context());
      // What a part makes is there when the part is.
      const experience = running ?? (written!.use ? undefined : guarded(parseExperience)(written!));
      const situation = { ...context(), fired: () => true, showing: () => false };
      if (!experience || !engine.decide([experience], situation)[0]?.show) return undefined;
      const { configuration } = experience;
      const { content } = configuration;
      return content?.words
        ? { ...configuration, content: contentIn(words() ?? english, content) }
        : configuration;
    },
    outcomes: async () => {
      const all = await history.all();
      try {
        return (await load!("outcomes")).countOutcomes(all);
      } catch (error) {
        // Not beside the tag, or the tag does not know where it is.
        report(error);
        return [];
      }
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
      outcomes: readText(OUTCOMES) ?? undefined,
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
        // What tells more of it is loaded only for who looks.
        get page() {
          return reportPage();
        },
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
