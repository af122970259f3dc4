// What every app renders: one place of each kind. Frameworks take a template's content as HTML.
export const hero = `<h2 class="ours">Made for you</h2>`;
export const line = `<li class="ours">Our line</li>`;
export const card = `<a data-sk-field="url"><b data-sk-field="name"></b></a>`;
export const always = "visitor.visits >= 1";
export const never = "visitor.visits > 99";
export const greeting = "Hello, {profile.name|friend}";
export const mug = JSON.stringify({ item_id: "mug", item_name: "Mug", price: 9, currency: "EUR" });
