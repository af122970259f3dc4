import { brands, categories } from "../catalogue/index.mjs";
import { cardTemplate } from "./card.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";
import { recently } from "./parts.mjs";

/** The pages about the shopper: the wish list, the account, and help. */

export const wishlist = () =>
  layout({
    kind: "wishlist",
    title: "Wish list — Halvø",
    description: "What you would like to have, some day.",
    content: html`
      <section class="band page-head">
        <h1>Wish list</h1>
        <p class="lede">Kept in this browser, for you alone.</p>
      </section>
      <section class="band tall" aria-label="Wish list">
        <ul class="grid" data-sk-rail="wishlist" data-sk-limit="40" data-sk-min="1">
          ${cardTemplate}
          <li class="nothing">
            <p>Nothing here yet. The heart on every picture puts things here.</p>
            <a class="button" href="index.html">Look around</a>
          </li>
        </ul>
      </section>
      ${recently}
    `,
  });

const select = (id, label, fact, options) =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${id}" data-sk-profile="${fact}">
      <option value="">no matter</option>
      ${options.map((option) => html`<option>${option}</option>`)}
    </select>
  </div>`;

const remembered = [
  ["Visits", "{visitor.visits|1}"],
  ["We take you for", "{visitor.stage|new}"],
  ["Pages in this visit", "{visit.pages|1}"],
  ["In your basket", "{cart.quantity|0}"],
  ["Orders", "{orders.count|0}"],
];

const control = (action, label, note) =>
  html`<li>
    <button class="button button-quiet" type="button" data-sk-do="${action}">${label}</button>
    <p>${note}</p>
  </li>`;

export const account = () =>
  layout({
    kind: "account",
    title: "Account and privacy — Halvø",
    description: "What you told us, what this browser remembers, and how to change either.",
    content: html`
      <section class="band page-head">
        <h1 data-sk-text="Hello, {profile.name|friend}">Hello, friend</h1>
        <p class="lede">There is no account: all of this is kept in your browser, and nowhere else.</p>
      </section>
      <div class="band two-columns">
        <section aria-labelledby="about-you">
          <h2 id="about-you">About you</h2>
          <form class="checkout" data-quiet-form>
            <fieldset>
              <legend class="visually-hidden">About you</legend>
              <div class="field">
                <label for="name">What to call you</label>
                <input id="name" name="name" autocomplete="given-name" data-sk-profile="name" />
              </div>
              ${select("size", "Size in clothes", "size", ["XS", "S", "M", "L", "XL"])}
              ${select("shoe-size", "Size in shoes", "shoe_size", ["36", "37", "38", "39", "40", "41", "42", "43", "44", "45"])}
              ${select(
                "favourite-category",
                "You come for",
                "favourite_category",
                categories.map((category) => category.name),
              )}
              ${select("favourite-maker", "Made by", "favourite_brand", Object.keys(brands))}
            </fieldset>
            <p class="hint">Kept as you type. Leave anything empty.</p>
          </form>
        </section>
        <section class="summary" id="privacy" aria-labelledby="privacy-title">
          <h2 id="privacy-title">What this browser remembers</h2>
          <dl class="sums">
            ${remembered.map(
              ([name, value]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd data-sk-text="${value}">–</dd>
                </div>`,
            )}
          </dl>
          <p>
            What you looked at, searched for, wished for and put in the basket, so that the shop can show it
            to you again. It is kept on this device for thirteen months at most. It is not sent to us or to
            anyone.
          </p>
          <p class="state" data-sk-when='consent.personalization = "denied"' hidden>
            You have said no: nothing is remembered.
          </p>
          <p class="state" data-sk-when='consent.personalization = "pending"' hidden>
            You have not said yet: nothing is kept beyond this page.
          </p>
          <ul class="controls">
            ${control("grant", "Remember me", "Keep these things in this browser.")}
            ${control("deny", "Do not remember me", "Erase them, and keep nothing from now on.")}
            ${control("pause", "Pause", "Show me the shop as everybody sees it.")}
            ${control("export", "Give me a copy", "Everything that is kept, as a file.")}
            ${control("forget", "Forget me", "Erase everything, now. You begin anew.")}
          </ul>
        </section>
      </div>
    `,
  });

const questions = [
  [
    "delivery",
    "When will it be here?",
    "Three days on the mainland, two on the islands with a bridge, one on ours. The ferry does not sail above force nine.",
  ],
  [
    "returns",
    "Can I send it back?",
    "For sixty days, worn once or twice if you must. We pay the way back; put the label over ours.",
  ],
  [
    "sizes",
    "Which size?",
    "Coats are cut for a jumper underneath: take your usual size. Boots are true; loafers give half a size in a month.",
  ],
  [
    "repairs",
    "Do you repair?",
    "The makers do. Soles, seams, zips and handles, for as long as they have hands. Write first; Inge answers on Thursdays.",
  ],
  [
    "memory",
    "What does the shop know about me?",
    "Only what your own browser remembers. Nothing leaves it. You can see, take along or erase it on the account page.",
  ],
];

export const help = () =>
  layout({
    kind: "help",
    title: "Help — Halvø",
    description: "Questions that people ask, and someone to ask others.",
    content: html`
      <section class="band page-head">
        <h1>How can we help?</h1>
        <p class="lede">Most things have been asked before, usually by the harbour master.</p>
      </section>
      <div class="band two-columns">
        <section aria-label="Questions">
          ${questions.map(
            ([id, question, answer]) =>
              html`<details class="question" id="${id}">
                <summary><h2>${question}</h2></summary>
                <p>${answer}</p>
              </details>`,
          )}
        </section>
        <section class="summary" aria-labelledby="ask">
          <h2 id="ask">Ask Inge</h2>
          <form class="checkout" data-ask data-sk-track="generate_lead">
            <fieldset>
              <legend class="visually-hidden">Your question</legend>
              <div class="field field-wide">
                <label for="question">Your question</label
                ><textarea id="question" name="question" rows="5" required></textarea>
              </div>
              <div class="field field-wide">
                <label for="reply">Answer to (e-mail)</label
                ><input id="reply" name="reply" type="email" autocomplete="email" required />
              </div>
            </fieldset>
            <button class="button" type="submit">Send</button>
            <p class="hint">A demonstration: it goes no further than this page.</p>
          </form>
        </section>
      </div>
    `,
  });
