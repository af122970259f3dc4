const any = (...words: string[]): RegExp => new RegExp(words.join("|"), "i");

/** What a control says or is called that puts a product in the cart, or buys it. */
export const BUY = any(
  "add[-_ ]?(item[-_ ]?)?to[-_ ]?(your[-_ ]|my[-_ ])?(shopping[-_ ])?(cart|ba[gs]|trolley|order)",
  "^buy\\b|buy[-_ ]?(it[-_ ])?now|buy[-_]?(button|btn)|(btn|button)[-_]?buy|^(order|shop) now|purchase",
  "in den (waren|einkaufs)|^(jetzt )?(kaufen|bestellen)|ajouter au (panier|cabas|sac)|^acheter",
  "(añadir|agregar|sumar) (al? )?(la )?(carr|cesta|bolsa)|^comprar|adicionar (ao|à) (carr|sacola|cesto)",
  "aggiungi al|^acquista|^compra( ora|lo)?$|in(\\b.{0,8})? winkel(wagen|mand)|^(nu )?bestel|do (koszyka|ko[sš][ií]ku?)",
  "^(kup|koupit|kúpiť)\\b|lägg (i|till)|^köp|læg i|^køb|legg i|^kjøp|lisää .*koriin|^osta|kosárba|în coș|adaugă în",
  "(u|v) koš|^kupi|grozā|grozam|^pirkt|krepšelį|korvi$|sepete|στο καλάθι|αγορά|(в|у) (корзину|кошик$|количк)|купить|купити",
  "السلة|العربة|الحقيبة|اشتر|לסל|カートに|購入|购物车|購物車|购买|장바구니|구매|giỏ hàng|mua ngay|keranjang|beli sekarang|ตะกร้า",
);

/** What says that a product cannot be bought now. */
export const SOLD_OUT = any(
  "(out[- ]of|not in|no)[- ]stock|sold out|(currently|temporarily|no longer) (un)?available|\\bunavailable|notify me when",
  "ausverkauft|nicht (verfügbar|lieferbar|auf lager|vorrätig)|vergriffen|rupture|épuisé|indisponible|agotado|sin stock|no disponible",
  "esaurito|non disponibile|esgotado|indisponível|uitverkocht|niet (leverbaar|op voorraad)|wyprzedan|niedostępn|vyprod|není skladem",
  "slutsåld|slut i lager|udsolgt|utsolgt|loppu(unmyyty|nut)|elfogyott|stoc epuizat|rasprodano|nav pieejams|tükendi|εξαντλη|нет в наличии|распродан|немає",
  "غير متوفر|نفد|אזל|在庫切れ|売り切れ|缺货|售罄|품절|hết hàng|stok habis",
);

/** What says that it can. */
export const IN_STOCK = any(
  "^(\\d+ )?(in|on) stock\\b|^available( now| online)?$|^auf lager|^(sofort )?(lieferbar|verfügbar)|^en stock|^disponible|^disponibile",
  "^op voorraad|^dostępn|^skladem|^i lager|^på lager|^varastossa|^raktáron|^în stoc|^na zalihi|^(есть )?в наличии|^в наявності|^متوفر",
);

/** What names the number of an article: its label, or its label and the number. */
export const CODE =
  /^(?!promo|discount|coupon|voucher|gift|zip|post|rabatt|gutschein|cup|desc|sconto)(?:[\p{L}’']{2,12} )?(?:sku|(?:item|product|article|style|model|part|stock|catalog(?:ue)?|ebay item)\W{0,2}(?:code|no|nr|num(?:ber)?|id|#|ref(?:erence)?)|item|art(?:ikel|icle|ículo|icolo)?[-. ]{0,2}(?:n[or°º]|nummer|number|num[eé]ro|num|code)|(?:produkt|bestell|artikel)(?:nummer|nr|code|id)|r[eé]f(?:[eé]ren(?:ce|z|cia|cja|ční číslo))?|c[oó]d(?:\.|igo|ice)?(?: (?:del? |do )?(?:producto|produto|prodotto|art[ií]cu?lo))?|code (?:article|produit|produs)|num[eé]ro? (?:oggetto|de (?:l['’]objet|art[ií]culo|producto))(?: ebay)?|indeks|kat(?:alogové)?\.? ?č(?:íslo)?|produkta kods|šifra|cikkszám|varenr|artnr|tuotenumero|артикул|код(?: товара)?|арт|رمز المنتج|sku المنتج|商品番号|品番|商品コード)\s*[.:#№]*\s*(?:[:#№]\s*|\s|$)([a-z\d][\w./\- ]{1,29}(?<! ))?$/iu;

/** What names a maker. */
export const MAKER = any(
  "^(brand|manufacturer|marca|marque|marke|hersteller|fabricante|fabricant|produttore|merk|märke|mærke|merke|merkki|marka|producent|značka|výrobce|gyártó|proizvođač|ražotājs|zīmols|бренд|производитель|торговая марка|العلامة التجارية|الماركة|ブランド|メーカー|品牌|브랜드)\\s*:?$",
);

/** Names of elements, as classes and ids have them, within which no amount is the price of a product. */
export const NOT_THE_PRICE = any(
  "ship|deliver|livr|versand|envio|install?ment|financ|credit|month|deposit|points?\\b|bonus|cashback|coupon|gift|reward|loyal|voucher|threshold|trade-?in|warranty|leas|\\bconv",
);

/** Names of an amount that is something else about it. */
export const OTHER_AMOUNT = any(
  "sav(e|ing)|discount(?!ed|-?pric|_pric)|per-?unit|unit-?price|base-?price|tax|vat\\b|total|rate\\b|rating|stock|qty|quantity|percent",
);

/** Of what it cost before. */
export const BEFORE = any(
  "\\bold\\b|old[-_]?pric|pric\\w*[-_]?old|[-_]old\\b|\\bwas\\b|strike|struck|before|regular|list-?price|rrp|msrp|cross(ed)?|compare|previous|original|uvp|statt|anterior|ancien|vecchi|retail|normal-?price|full-?price|full_price|high-?price",
);

/** Of what it costs now, where something else stands beside it. */
export const NOW = any(
  "current|final|special|sale|\\bnow|our-?price|actual|sell|\\bnew|pric\\w*[-_]?new|main-?price|primary|offer|reduced|today|red\\b|promo",
);

/** Of a price. */
export const PRICE = any(
  "pric(e|ing)|preis|prix|precio|preco|prezzo|cena|ceny|cost|amount|prijs|\\bpris|hinta|kaina|hind\\b|fiyat|tsena|stoimost|prc",
);

/** Of what is about other products, or about the shop. */
export const ELSEWHERE = any(
  "related|recommend|similar|carousel|slick|swiper|also|recent|cross-?sell|up-?sell|mini-?(cart|basket|bag)|navi|\\bnav|-nav\\b|-nav-|menu|header|footer|breadcrumb|sidebar|suggest|compl[ei]ment|bundle|accessor|alternativ|wishlist|compare-|history|last-?seen|recs\\b|merch|popular|bestsell|modal|popup|tooltip|review|comment|question",
);
