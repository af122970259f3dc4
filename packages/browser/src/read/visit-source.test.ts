import { expect, test } from "vitest";
import { visitSource } from "./visit-source.ts";

const shop = "https://shop.example/";

test.for<[string, string, object]>([
  ["", "", { medium: "direct" }],
  ["", "https://shop.example/coats", { medium: "direct" }],
  ["", "https://www.google.de/", { source: "google", medium: "search", page_referrer: "www.google.de" }],
  [
    "",
    "https://mail.google.com/mail/u/0",
    { source: "mail", medium: "email", page_referrer: "mail.google.com" },
  ],
  ["", "https://gemini.google.com/", { source: "gemini", medium: "ai", page_referrer: "gemini.google.com" }],
  ["", "https://chatgpt.com/", { source: "chatgpt", medium: "ai", page_referrer: "chatgpt.com" }],
  ["", "https://t.co/abc", { source: "t", medium: "social", page_referrer: "t.co" }],
  [
    "",
    "https://l.facebook.com/l.php?u=x",
    { source: "facebook", medium: "social", page_referrer: "l.facebook.com" },
  ],
  [
    "",
    "https://www.mygoogle.shop/",
    { source: "mygoogle.shop", medium: "referral", page_referrer: "www.mygoogle.shop" },
  ],
  [
    "?gclid=x",
    "https://www.google.com/",
    { source: "google", medium: "cpc", page_referrer: "www.google.com" },
  ],
  ["?fbclid=x", "", { source: "facebook", medium: "social" }],
  [
    "?utm_source=June%20letter&utm_medium=email&utm_campaign=sale&gclid=x&token=secret",
    "",
    { source: "June letter", medium: "email", campaign: "sale" },
  ],
  ["?utm_source=partner", "", { source: "partner", medium: "referral" }],
  ["?utm_source=anna@example.com&email=anna@example.com", "", { medium: "direct" }],
  ["", "not an address", { medium: "direct" }],
])("%s from %j", ([query, referrer, source]) => {
  expect(visitSource(shop + query, referrer)).toEqual(source);
});
