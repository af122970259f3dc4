/** The names of the database and of the store in it that hold the journal. */
export const DATABASE = "shopkeeper";
export const STORE = "events";
