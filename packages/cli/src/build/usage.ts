export const BUILD_USAGE = `shopkeeper build --events FILES… [--catalog FEED…] --out DIR [--tune SECONDS] [--engine ADDRESS] [--json] [--help]
                         a model for recommendations: from exports, GA4's or tables of sessions and orders, and a product feed`;

export const BUILD_HELP = `${BUILD_USAGE}

  --events FILES     what visitors did: exportData() or lines of events (JSON), GA4's export (JSON lines, Parquet), or a table of
                     sessions or orders (CSV, TSV, Parquet); .gz too
  --catalog FEED     the products: a feed for Google Merchant Center (XML, TSV), Shopify's products.json, WooCommerce's
                     Store API, or a list of products with item_id
  --out DIR          where the model is published; what is there stays as it is where a build fails
  --tune SECONDS     looks so long for better settings, on the last 8 % of visits; else one setting for every shop
  --engine ADDRESS   duckdb, postgres://… or clickhouse://…; else duckdb, in this program
  --neighbours N     so many products a product leads to; else 20
  --basket-min N     from so many common orders on, two products are bought together; else 2
  --allow-bad PART   of the rows, so many may be bad; else 0.1. Above it nothing is written
  --memory SIZE      of DuckDB, such as 2GB; else half of the machine's, 4 GB at most. What does not fit goes to the disk
  --seed N           of what is drawn at random while tuning; else 1
  --json             what came of it as JSON

 Columns of a table, where they have unusual names:
  --item --session --visitor --time --event --order --query --category --quantity --price NAME
  --time-format F    how times are written, such as "%m/%d/%Y %H:%M"
  --item-id FIELD    which field of the catalogue events call products by, such as sku; else the one that most events know

It exits with 0 where all is well, 1 where a model was written but rows were bad, 2 where none was written.`;
