export const READ_USAGE = `shopkeeper read URL-or-FILE… [--url URL] [--browser PATH] [--markup] [--json]
                         what Shopkeeper understands of a page, from where, what conflicts, what is missing and what to mend`;
