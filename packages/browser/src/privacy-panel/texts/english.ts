/**
 * What the panel says, by names that a shop can replace. `{…}` is filled in: words, or numbers and dates as the language
 * writes them. A text with several forms is said in the one for `{count}`.
 */
export const english = {
  /** BCP 47: the language of all these. */
  lang: "en",
  // Why there is nothing to look at, and what is to be done about it.
  denied: "You have said no: nothing is remembered about you here.",
  pending: "Nothing is remembered about you here: you have not been asked yet, or have not answered.",
  paused:
    "Paused. Nothing is remembered until you resume. What was kept before is still there, and is not used.",
  forgotten:
    "Everything is deleted. For the rest of this visit nothing is remembered, and the shop looks as it does to everybody.",
  nothing: "Nothing is remembered about you yet.",
  // Where all of this is, and since when.
  kept: "All of this is kept in this browser, on this device. It is not sent to anyone.",
  visits: {
    one: "This is your first visit, on {since}.",
    other: "You have been here {count} times, first on {since}.",
  },
  segments: "What follows from it",
  segmentsNote: "For now the shop counts you among these groups. Forget something, and they may change.",
  // Buttons.
  pause: "Pause",
  resume: "Resume",
  copy: "Download a copy",
  all: "Delete everything",
  forget: "Forget",
  more: "Show {count} more",
  // Asked before everything is deleted, and the two answers.
  sure: "Delete all of it, now and for good? The shop’s own cart and orders stay as they are.",
  yes: "Yes, delete everything",
  no: "No, keep it",
  "heading.viewed": "Products you looked at",
  "heading.cart": "In your cart",
  "heading.wish": "On your wish list",
  "heading.order": "Orders",
  "heading.search": "Searches",
  "heading.stated": "What you told the shop",
  "heading.other": "What else you did",
  "note.cart": "Only the memory of it goes. The shop’s own cart stays as it is.",
  // What a screen reader says of a button: the word that is seen on it is in each.
  "forget.viewed": "Forget that you looked at {label}",
  "forget.cart": "Forget that {label} is in your cart",
  "forget.wish": "Forget that you wish for {label}",
  "forget.order": "Forget this: {label}",
  "forget.search": "Forget that you searched for {label}",
  "forget.stated": "Forget what you said about {label}",
  "forget.other": "Forget this: {label}",
  // Lines, and what stands under them.
  times: { one: "once", other: "{count} times" },
  quantity: "{count} ×",
  order: "Order of {date}",
  orderPriced: "Order of {date}, {price}",
  search: "“{label}”",
  // Events by their names in GA4; the others are shown as they are called.
  "event.page_view": "Pages opened",
  "event.view_item_list": "Lists of products seen",
  "event.view_cart": "Cart looked at",
  "event.begin_checkout": "Checkout begun",
  "event.experience_view": "Messages shown to you",
  "event.experience_click": "Messages followed",
  "event.experience_dismiss": "Messages closed",
  "event.experience_convert": "Messages acted on",
  "event.sign_up": "Signed up",
  "event.login": "Logged in",
  "event.generate_lead": "Wrote to the shop",
  "event.refund": "Refunds",
  // What has just been done.
  "did.forgot": "Forgotten: {label}.",
  "did.failed": "This could not be deleted just now. Please try again.",
  "did.busy": "One moment…",
  "did.deleted": "Deleted.",
  "did.copied": "Your copy is among your downloads.",
  "did.paused": "Paused.",
  "did.resumed": "Resumed.",
};
