/** The names of the database, of the store in it that holds the journal, and of its index: an id is kept once. */
export const DATABASE = "shopkeeper";
export const STORE = "events";
export const INDEX = "id";
