import { create, selectAll } from "../dom/elements.ts";
import { ownDocument } from "../dom/own-document.ts";
import { button, controls } from "./controls.ts";
import { configured, wording, type Texts } from "./part-kit.ts";
import type { Make, PartWorld } from "./part-world.ts";

/** Offers to share a product: by what the device has for it (Web Share), else by copying the address. */
export const make: Make = (world) => {
  const say = wording(world, "share", texts);
  const light = (): Element => {
    const status = create("p", { part: "status", role: "status" });
    const act = (): void =>
      void shareThis(world).then(
        (method) => (status.textContent = method === "copy" ? say("copied") : ""),
        world.report,
      );
    return controls(create("div", { part: "buttons" }, button(say("share"), "primary", act)), status);
  };
  world.add(
    {
      ...configured(world, {
        id: "share",
        kind: "message",
        when: "not product.bought",
        pages: ["product"],
        trigger: world.option("into") ? undefined : "time 45s",
        cap: world.option("into") ? undefined : "1 per visit, rest 90d",
      }),
      content: { title: say("title") },
    },
    { light },
  );
};

/** The address that the page gives as its own, without what a campaign has added to it. */
function addressOf(): string {
  const [canonical] = selectAll("link[rel=canonical]");
  const given = canonical instanceof HTMLLinkElement && canonical.href;
  return given || location.origin + location.pathname;
}

/** @returns How it was shared; nothing where the shopper has thought better of it. */
async function shareThis({ page, record }: PartWorld): Promise<"web-share" | "copy" | undefined> {
  const url = addressOf();
  const { product } = page();
  const title = product?.item_name ?? ownDocument.title;
  const method = typeof navigator.share === "function" ? "web-share" : "copy";
  try {
    if (method === "copy") await navigator.clipboard.writeText(url);
    else await navigator.share({ title, url });
  } catch (error) {
    if ((error as Error).name === "AbortError") return undefined;
    throw error;
  }
  record("share", { method, content_type: "product", item_id: product?.item_id });
  return method;
}

export const texts: Texts<"title" | "share" | "copied"> = {
  en: { title: "Show it to somebody", share: "Share", copied: "The address is copied." },
  de: { title: "Jemandem zeigen", share: "Teilen", copied: "Die Adresse ist kopiert." },
  fr: { title: "Le montrer à quelqu’un", share: "Partager", copied: "L’adresse est copiée." },
  es: { title: "Enséñaselo a alguien", share: "Compartir", copied: "La dirección está copiada." },
  it: { title: "Mostralo a qualcuno", share: "Condividi", copied: "L’indirizzo è stato copiato." },
  pt: { title: "Mostre a alguém", share: "Compartilhar", copied: "O endereço foi copiado." },
  nl: { title: "Laat het iemand zien", share: "Delen", copied: "Het adres is gekopieerd." },
  pl: { title: "Pokaż to komuś", share: "Udostępnij", copied: "Adres został skopiowany." },
  ja: { title: "だれかに見せる", share: "共有する", copied: "アドレスをコピーしました。" },
  ar: { title: "أره لشخص آخر", share: "مشاركة", copied: "تم نسخ العنوان." },
};
