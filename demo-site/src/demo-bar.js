/*
 * The bar at the top of the demo. It is no part of the shop, and no part of Shopkeeper: it moves the clock of
 * the page, picks a consent, forgets, and shows what is known, all through what any page could use. It comes
 * before the tag because whoever reads the time must read the moved one.
 */
(() => {
  const HOUR = 60 * 60 * 1000;
  const DAY = 24 * HOUR;
  const JUMPS = [
    ["30 min", HOUR / 2],
    ["3 days", 3 * DAY],
    ["100 days", 100 * DAY],
  ];
  const CONSENTS = ["granted", "pending", "denied"];
  // A fact's name, what it is called here, and the most characters that it takes: nothing may move when it changes.
  const FACTS = [
    ["visitor.stage", "stage", 11],
    ["visitor.visits", "visit", 2],
    ["visit.pages", "pages", 2],
    ["cart.quantity", "in cart", 2],
    ["orders.count", "orders", 2],
  ];
  const home = new URL("index.html", document.currentScript.src).href;

  const stored = {
    get(key) {
      try {
        return localStorage.getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      try {
        if (value === undefined) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Storage is refused: the bar works for this page.
      }
    },
  };

  const offset = Number(stored.get("demo.clock")) || 0;
  if (offset !== 0) moveClock(offset);
  const consent = stored.get("demo.consent");
  if (CONSENTS.includes(consent)) ask((shopkeeper) => shopkeeper.consent(consent));

  /** Runs when the tag is there, at once or later. */
  function ask(what) {
    (window.shopkeeper ||= []).push(what);
  }

  /** Makes `Date.now()` and `new Date()` tell a later time; dates that are spelled out stay as they are. */
  function moveClock(by) {
    const RealDate = Date;
    const now = () => RealDate.now() + by;
    window.Date = new Proxy(RealDate, {
      get: (date, key) => (key === "now" ? now : Reflect.get(date, key)),
      apply: () => new RealDate(now()).toString(),
      construct: (date, values, target) =>
        Reflect.construct(date, values.length > 0 ? values : [now()], target === window.Date ? date : target),
    });
  }

  function comeBackIn(time) {
    stored.set("demo.clock", String(offset + time));
    location.href = home;
  }

  function forget() {
    const startAnew = () => {
      stored.set("demo.clock");
      location.href = home;
    };
    // Without the tag there is nothing to forget but the time.
    if (!window.shopkeeper || Array.isArray(window.shopkeeper)) startAnew();
    else Promise.resolve(window.shopkeeper.forget()).then(startAnew, startAnew);
  }

  const element = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { display: block; color: #d9e6e4; background: #1b2b33; font: 13px/1.3 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    * { box-sizing: border-box; }
    section { overflow: hidden; }
    .row { display: flex; align-items: center; gap: 6px 18px; height: 40px; padding: 0 clamp(12px, 2vw, 24px); overflow-x: auto; scrollbar-width: none; white-space: nowrap; }
    .known { border-top: 1px solid #31454f; background: #16242b; }
    .group { display: flex; align-items: center; gap: 6px; flex: none; }
    .clock { flex: 1; }
    .label { color: #a7bdbf; }
    h2 { margin: 0; font: inherit; font-weight: 700; color: #ffd98c; }
    button, select { height: 28px; padding: 0 10px; border: 1px solid #5b747d; border-radius: 4px; color: inherit; background: #24373f; font: inherit; cursor: pointer; }
    button:hover, select:hover { background: #31474f; }
    button:focus-visible, select:focus-visible, .row:focus-visible { outline: 2px solid #ffd98c; outline-offset: 1px; }
    .toggle { border-color: transparent; background: none; color: #ffd98c; }
    ul { display: flex; gap: 6px; margin: 0; padding: 0; list-style: none; }
    li { padding: 2px 8px; border-radius: 99px; background: #2f5b52; color: #e6f4ea; }
    li.none { background: none; color: #a7bdbf; padding-left: 0; }
    dl { display: flex; gap: 14px; margin: 0; }
    dl div { display: flex; gap: 5px; }
    dt { color: #a7bdbf; }
    dd { margin: 0; }
    :host([collapsed]) .open { display: none; }
    .row.head { display: none; }
    :host([collapsed]) .row.head { display: flex; height: 32px; }
    @media (width < 60rem) { .controls { height: 80px; flex-wrap: wrap; align-content: center; } .controls h2, .controls .clock { display: none; } .controls .toggle { margin-left: auto; } }
  `);

  function consentPicker() {
    const states = CONSENTS.map((state) => element("option", { textContent: state, value: state }));
    const picker = element("select", { id: "consent" }, ...states);
    picker.value = CONSENTS.includes(consent) ? consent : "granted";
    picker.addEventListener("change", () => {
      const chosen = picker.value;
      ask((shopkeeper) => shopkeeper.consent(chosen));
      stored.set("demo.consent", chosen);
    });
    return picker;
  }

  class DemoBar extends HTMLElement {
    #segments = element("ul");
    #facts = FACTS.map(([name, label, width]) => {
      const value = element("dd", { textContent: "–" });
      value.style.minWidth = `${width}ch`;
      return { name, value, entry: element("div", {}, element("dt", { textContent: label }), value) };
    });
    #consent = consentPicker();
    #waiting = 0;

    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      const known = element(
        "div",
        { className: "row known open", tabIndex: 0, role: "group", ariaLabel: "What is known" },
        element("dl", {}, ...this.#facts.map(({ entry }) => entry)),
        element(
          "div",
          { className: "group" },
          element("span", { className: "label", textContent: "segments" }),
          this.#segments,
        ),
      );
      root.append(
        element(
          "section",
          { ariaLabel: "Demo bar, not part of the shop" },
          this.#head(),
          this.#controls(),
          known,
        ),
      );
      this.toggleAttribute(
        "collapsed",
        (stored.get("demo.collapsed") ?? String(matchMedia("(width < 44rem)").matches)) === "true",
      );
      this.#show();

      // The tag tells when segments change; facts such as the pages of a visit change more quietly.
      for (const type of ["segments", "event", "consent"])
        document.addEventListener(`shopkeeper:${type}`, () => this.#soon());
      ask((shopkeeper) => Promise.resolve(shopkeeper.ready).then(() => this.#soon()));
    }

    #toggle(label, collapsed) {
      const button = element("button", {
        type: "button",
        className: "toggle",
        textContent: label,
        ariaExpanded: String(!collapsed),
      });
      button.addEventListener("click", () => {
        this.toggleAttribute("collapsed", !collapsed);
        stored.set("demo.collapsed", String(!collapsed));
        this.shadowRoot.querySelector(collapsed ? ".controls .toggle" : ".head .toggle").focus();
      });
      return button;
    }

    #head() {
      return element(
        "div",
        { className: "row head" },
        this.#toggle("▸ Demo bar", true),
        element("span", { className: "label", textContent: clock() }),
      );
    }

    #controls() {
      const jumps = JUMPS.map(([label, time]) => {
        const button = element("button", {
          type: "button",
          textContent: label,
          ariaLabel: `Come back in ${label}`,
        });
        button.addEventListener("click", () => comeBackIn(time));
        return button;
      });
      const forgetting = element("button", { type: "button", textContent: "Forget me" });
      forgetting.addEventListener("click", forget);
      return element(
        "div",
        { className: "row controls open" },
        element("h2", { textContent: "Demo" }),
        element(
          "div",
          { className: "group" },
          element("span", { className: "label", textContent: "come back in" }),
          ...jumps,
        ),
        element(
          "div",
          { className: "group" },
          element("label", { className: "label", htmlFor: "consent", textContent: "consent" }),
          this.#consent,
        ),
        element("div", { className: "group" }, forgetting),
        element("span", { className: "label clock", textContent: clock() }),
        this.#toggle("Hide", false),
      );
    }

    /** Many things may change in one task; they are shown once. */
    #soon() {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#show(), 50);
    }

    #show() {
      const shopkeeper = window.shopkeeper;
      const there = shopkeeper && !Array.isArray(shopkeeper);
      const held = there ? shopkeeper.segments() : [];
      const facts = there ? shopkeeper.facts() : {};
      const chips =
        held.length > 0
          ? held.map((name) => element("li", { textContent: name }))
          : [element("li", { className: "none", textContent: nothingToTell(shopkeeper) })];
      this.#segments.replaceChildren(...chips);
      for (const { name, value } of this.#facts) value.textContent = String(facts[name] ?? "–");
      this.#consent.value = facts["consent.personalization"] ?? this.#consent.value;
    }
  }

  /** Why no segment is shown. */
  function nothingToTell(shopkeeper) {
    if (!shopkeeper || Array.isArray(shopkeeper)) return "the tag is not there";
    return shopkeeper.status().quiet ? "forgotten; nothing is kept until the next visit" : "none yet";
  }

  const clock = () => {
    const moved =
      offset >= DAY
        ? `+${Math.floor(offset / DAY)} d`
        : offset > 0
          ? `+${Math.round(offset / 60000)} min`
          : "today";
    return `${new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })} (${moved})`;
  };

  customElements.define("demo-bar", DemoBar);
})();
