import { cardTemplate } from "./card.mjs";
import { PICTURE } from "../pictures/index.mjs";
import { html } from "./html.mjs";
import { layout } from "./layout.mjs";
import { field, recently } from "./parts.mjs";

/** The pages on the way to an order. What is in them comes from the shopper's own basket, so the script fills them. */

const sums = html`<dl class="sums">
  <div>
    <dt>Things</dt>
    <dd data-sum="items"></dd>
  </div>
  <div>
    <dt>Delivery</dt>
    <dd data-sum="delivery"></dd>
  </div>
  <div class="sums-total">
    <dt>Together</dt>
    <dd data-sum="total"></dd>
  </div>
</dl>`;

const lineTemplate = html`<template data-line>
  <li class="line">
    <img data-fill="picture" alt="" width="${PICTURE.width}" height="${PICTURE.height}" decoding="async" />
    <div class="line-words">
      <p class="card-brand" data-fill="brand"></p>
      <h2 class="card-name"><a data-fill="link"></a></h2>
      <p class="line-variant" data-fill="variant"></p>
      <div class="line-tools">
        <label
          ><span class="visually-hidden">Quantity</span
          ><input type="number" min="1" max="20" inputmode="numeric" data-quantity
        /></label>
        <button type="button" class="text-button" data-remove>Remove</button>
      </div>
    </div>
    <p class="line-price" data-fill="price"></p>
  </li>
</template>`;

const shortLineTemplate = html`<template data-line>
  <li class="line line-short">
    <img data-fill="picture" alt="" width="${PICTURE.width}" height="${PICTURE.height}" decoding="async" />
    <div class="line-words">
      <p class="card-name" data-fill="name"></p>
      <p class="line-variant" data-fill="variant"></p>
    </div>
    <p class="line-price" data-fill="price"></p>
  </li>
</template>`;

export const cart = () =>
  layout({
    kind: "cart",
    title: "Your basket — Halvø",
    description: "What you have put in the basket.",
    content: html`
      <section class="band page-head"><h1>Your basket</h1></section>
      <div class="band two-columns tall" data-basket>
        <section aria-label="Things in the basket">
          ${lineTemplate}
          <ul class="lines" data-lines></ul>
          <div class="nothing" data-nothing hidden>
            <p>Nothing in it yet. It is a good basket; it can wait.</p>
            <a class="button" href="index.html">Look around</a>
          </div>
        </section>
        <section class="summary" aria-labelledby="sum" data-summary hidden>
          <h2 id="sum">Summary</h2>
          ${sums}
          <a class="button button-large" href="checkout.html">To the checkout</a>
          <p class="hint">60 days to change your mind. We pay the way back.</p>
        </section>
      </div>
      <section class="band" data-sk-when="cart.quantity > 0" aria-labelledby="beside" hidden>
        <h2 id="beside">Often carried home together</h2>
        <ul class="shelf" data-sk-rail="bought-together similar" data-sk-limit="6">
          ${cardTemplate}
          <li class="shelf-empty">Nothing yet.</li>
        </ul>
      </section>
      ${recently}
      <template
        data-sk-popup="before-you-go"
        data-sk-trigger="exit"
        data-sk-when="cart.quantity > 0"
        data-sk-cap="1 per visit, rest 7d"
        data-sk-place="corner"
      >
        <div class="popup">
          <h2>Going out?</h2>
          <p>Your basket stays as it is, in this browser, for as long as you like. No account needed.</p>
          <p class="popup-choices">
            <a class="button" href="checkout.html" data-sk-do="convert">Finish now</a>
            <button class="text-button" type="button" data-sk-do="dismiss">Leave it</button>
          </p>
        </div>
      </template>
    `,
  });

const choice = (name, value, label, note, checked) =>
  html`<label class="choice"
    ><input type="radio" name="${name}" value="${value}" ${checked && html`checked`} /><span
      ><strong>${label}</strong><span>${note}</span></span
    ></label
  >`;

export const checkout = () =>
  layout({
    kind: "checkout",
    title: "Checkout — Halvø",
    description: "Where it goes, and how.",
    content: html`
      <section class="band page-head"><h1>Checkout</h1></section>
      <div class="band two-columns tall" data-basket>
        <form class="checkout" data-checkout>
          <fieldset>
            <legend>You</legend>
            ${field({ id: "email", label: "E-mail", type: "email", autocomplete: "email", wide: true })}
            ${field({ id: "given-name", label: "First name", autocomplete: "given-name" })}
            ${field({ id: "family-name", label: "Last name", autocomplete: "family-name" })}
          </fieldset>
          <fieldset>
            <legend>Where to</legend>
            ${field({ id: "street", label: "Street and number", autocomplete: "street-address", wide: true })}
            ${field({ id: "postal-code", label: "Postcode", autocomplete: "postal-code", inputmode: "text", minlength: "3", maxlength: "10" })}
            ${field({ id: "city", label: "Town", autocomplete: "address-level2" })}
            ${field({ id: "note", label: "For the driver", required: false, wide: true, placeholder: "The dog is friendly" })}
          </fieldset>
          <fieldset>
            <legend>How to pay</legend>
            ${choice("payment", "invoice", "By invoice", "When it has arrived and fits.", true)}
            ${choice("payment", "quay", "On the quay", "In coins, to whoever carries it.")}
          </fieldset>
          <button class="button button-large" type="submit">Place the order</button>
          <p class="hint">This is a demonstration: nothing is sent anywhere, and nothing is charged.</p>
        </form>
        <section class="summary" aria-labelledby="sum" data-summary hidden>
          <h2 id="sum">Your order</h2>
          ${shortLineTemplate}
          <ul class="lines" data-lines></ul>
          ${sums}
        </section>
        <div class="nothing" data-nothing hidden>
          <p>There is nothing to check out.</p>
          <a class="button" href="index.html">Look around</a>
        </div>
      </div>
    `,
  });

export const order = () =>
  layout({
    kind: "order",
    title: "Thank you — Halvø",
    description: "Your order.",
    content: html`
      <section class="band page-head">
        <h1 data-order-title>Thank you</h1>
        <p class="lede" data-order-words>No order has been placed in this browser.</p>
        <p class="page-way"><a class="button" href="index.html">Back to the point</a></p>
      </section>
      <div class="band order tall">
        <section class="summary" aria-labelledby="sum" data-summary hidden>
          <h2 id="sum">Order <span data-order-number></span></h2>
          ${shortLineTemplate}
          <ul class="lines" data-lines></ul>
          ${sums}
        </section>
      </div>
    `,
  });
