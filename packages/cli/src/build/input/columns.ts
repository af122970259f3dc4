/** What a column of a table may be. */
export type ColumnRole =
  | "session"
  | "visitor"
  | "item"
  | "time"
  | "event"
  | "order"
  | "query"
  | "category"
  | "quantity"
  | "price";

/** Columns that are named by whoever calls, by their roles. */
export type NamedColumns = Partial<Record<ColumnRole, string>>;

/** What shops and public data sets call them, without case and punctuation; the first that is there counts. */
const USUAL: Record<ColumnRole, string[]> = {
  session: ["sessionid", "session", "visitid", "visit", "gasessionid", "sessionkey", "sid"],
  visitor: [
    "visitorid",
    "visitor",
    "userid",
    "user",
    "customerid",
    "customer",
    "clientid",
    "client",
    "userpseudoid",
    "cid",
    "uid",
    "email",
    "household",
    "householdid",
    "householdkey",
  ],
  item: [
    "itemid",
    "item",
    "productid",
    "product",
    "sku",
    "stockcode",
    "articleid",
    "article",
    "aid",
    "asin",
    "productsku",
    "contentid",
    "parentasin",
    "iid",
  ],
  time: [
    "ts",
    "timestamp",
    "time",
    "eventtime",
    "eventtimestamp",
    "datetime",
    "createdat",
    "orderdate",
    "invoicedate",
    "purchasedate",
    "transactiontimestamp",
    "eventdate",
    "tdat",
    "date",
    "day",
  ],
  event: [
    "event",
    "eventname",
    "eventtype",
    "type",
    "action",
    "behavior",
    "behaviour",
    "behaviortype",
    "kind",
  ],
  order: [
    "orderid",
    "ordernumber",
    "order",
    "transactionid",
    "transaction",
    "invoiceno",
    "invoice",
    "invoiceid",
    "basketid",
    "basket",
    "receiptid",
    "receipt",
  ],
  query: ["searchterm", "query", "searchquery", "search", "keywords"],
  category: ["itemcategory", "category", "categoryid", "productcategory", "categorycode"],
  quantity: ["quantity", "qty", "units"],
  price: ["price", "unitprice", "itemprice"],
};

const plain = (column: string): string => column.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * Which column is what: as named, else by its usual names.
 *
 * @throws Where a named one is not there, or none says which product, or whose.
 */
export function findColumns(columns: string[], named: NamedColumns): NamedColumns {
  const there = `the columns are ${columns.join(", ")}`;
  const found: NamedColumns = {};
  for (const role of Object.keys(USUAL) as ColumnRole[]) {
    const asked = named[role];
    if (asked !== undefined) {
      if (!columns.includes(asked)) throw new Error(`there is no column "${asked}" (--${role}): ${there}`);
      found[role] = asked;
      continue;
    }
    const usual = USUAL[role].find((name) => columns.some((column) => plain(column) === name));
    const column = columns.find((each) => plain(each) === usual);
    if (column !== undefined && !Object.values(named).includes(column)) found[role] = column;
  }
  if (found.item === undefined)
    throw new Error(`no column says which product: name it with --item. ${there}`);
  if (found.session === undefined && found.visitor === undefined && found.order === undefined)
    throw new Error(
      `no column says whose event it is: name one with --session, --visitor or --order. ${there}`,
    );
  return found;
}
