import { html } from "./html.mjs";

/** The way here, from the home page on; `trail` is `[name, path]`. */
export const breadcrumbs = (trail, root) =>
  html`<nav class="crumbs" aria-label="Breadcrumb">
    <ol>
      ${trail.map(([name, path], at) =>
        at === trail.length - 1
          ? html`<li aria-current="page">${name}</li>`
          : html`<li><a href="${root}${path}">${name}</a></li>`,
      )}
    </ol>
  </nav>`;

/** Where the tag's ready-made rail of recently viewed products goes. */
export const recently = html`<div class="band recently" id="recently"></div>`;

/** A labelled field of a form. */
export const field = ({ id, label, type = "text", required = true, hint, wide, ...attributes }) =>
  html`<div class="field${wide ? " field-wide" : ""}">
    <label for="${id}">${label}${!required && html` <span class="optional">optional</span>`}</label>
    <input
      id="${id}"
      name="${id}"
      type="${type}"
      ${required && html`required`}
      ${hint && html`aria-describedby="${id}-hint"`}
      ${Object.entries(attributes).map(([name, value]) => html`${name}="${value}" `)}
    />
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
