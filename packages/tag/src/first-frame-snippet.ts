// Stands in the page itself, in its head: small, and the same for every shop, so that its hash can stand in a content
// security policy. It shows in marked slots what the page before foresaw; the tag, which may be `async` then, finds in
// `shopkeeper.frame` what was shown and goes on from there. Whatever is in doubt is left to the tag.
import type { FirstFrame, Foreseen } from "@shopkeeper/browser";

try {
  let answers: Foreseen[2];
  const shown: FirstFrame["shown"] = [];
  const sheet = new CSSStyleSheet();
  // As children of the template itself, into which no framework looks that is still to take the page over.
  sheet.replaceSync(
    "template:has(>[slot=shopkeeper]){display:contents!important}[data-sk-slot]:has(>template>[slot=shopkeeper])>:not(template,#_#_){display:none!important}",
  );
  const show = (host: Element, template: HTMLTemplateElement): void => {
    const nodes = [...(template.content.cloneNode(true) as DocumentFragment).children];
    for (const node of nodes) node.slot = "shopkeeper";
    template.append(...nodes);
    shown.push([host, nodes]);
  };
  const observer = new MutationObserver(() => {
    for (const host of document.querySelectorAll("[data-sk-slot]"))
      try {
        for (const node of host.querySelector(":scope>template>*") ? [] : host.childNodes) {
          const { outerHTML } = node as Element;
          if (!outerHTML && (node instanceof Comment || !node.nodeValue!.trim())) continue;
          // The same as ever, to the letter: the tag has looked through it.
          let key = 0;
          for (const letter of outerHTML) key = (key * 31 + letter.codePointAt(0)!) | 0;
          if (answers[key]) show(host, node as HTMLTemplateElement);
          if (answers[key] !== 0) break;
        }
      } catch {
        // A text of the default comes first.
      }
  });
  ((globalThis as { shopkeeper?: unknown[] & { frame?: FirstFrame } }).shopkeeper ||= []).frame = {
    shown,
    stop: () => observer.disconnect(),
  };
  const now = Date.now();
  const { frame } = JSON.parse(localStorage["shopkeeper.snapshot"]) as { frame: { foreseen: Foreseen[] } };
  answers = frame.foreseen.find(([from, until]) => now >= from && now < until)![2];
  document.adoptedStyleSheets.push(sheet);
  if (!(navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl)
    observer.observe(document, { childList: true, subtree: true });
} catch {
  // Nothing is foreseen, or nothing may be read.
}
