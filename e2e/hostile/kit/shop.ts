/** What every page says to the tag: an exchanged banner and a pop-up, both from the second page on. */
export const CONFIGURATION = `<script type="application/json" data-sk-config="">
  {
    "version": 1,
    "experiences": [
      { "id": "bags", "kind": "swap", "target": "#banner", "when": "count(view_item) >= 1", "template": "#banner-bags" },
      { "id": "hello", "kind": "popup", "trigger": "load", "when": "visit.pages >= 2", "cap": "9 per visit",
        "content": { "title": "May we help?", "action": { "label": "Ask us", "url": "/ask" } } }
    ],
    "quiet": { "popupsPerVisit": 9, "afterDismissals": "0s" }
  }
</script>`;

/** What every shop has marked in its page: a slot, a condition, a text, a rail, a place to exchange. Well-formed XML too. */
export const SHOP = `<h1 id="title">A shop</h1>
<div id="hero" data-sk-slot="hero">
  <template data-sk-when="count(view_item) >= 1"><p>Welcome back</p></template>
  <p>Welcome</p>
</div>
<p id="again" data-sk-when="visitor.returning or count(view_item) >= 1" hidden="">Nice to see you again</p>
<p id="hello" data-sk-text="Hello {profile.name|friend}">Hello</p>
<ul id="rail" data-sk-rail="recently-viewed">
  <template><li data-sk-field="name"></li></template>
  <li>Nothing yet</li>
</ul>
<template id="banner-bags"><p>Bags for you</p></template>
<div id="banner"><p>Everything for you</p></div>
<form id="order" action="/order">
  <input name="size" value="M" />
  <button id="buy" data-sk-track="add_to_cart" data-sk-item='{"item_id":"tote","price":89,"quantity":1}'>Buy</button>
</form>`;

/** What a shopper sees of it. */
export interface Shown {
  slot: string;
  when: boolean;
  text: string;
  rail: string;
  swap: string;
  popup: boolean;
}

/** As the shop has made it. */
export const PLAIN: Shown = {
  slot: "Welcome",
  when: false,
  text: "Hello",
  rail: "Nothing yet",
  swap: "Everything for you",
  popup: false,
};

/** For somebody who has looked at a tote and has a name. */
export const PERSONAL: Shown = {
  slot: "Welcome back",
  when: true,
  text: "Hello Ada",
  rail: "Tote",
  swap: "Bags for you",
  popup: true,
};
