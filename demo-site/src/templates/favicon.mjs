/** The ø of the name, with its light. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#17322e"/><g fill="none" stroke="#f2f5f1" stroke-width="6" stroke-linecap="round"><circle cx="31" cy="36" r="14"/><path d="M18 52L44 19"/></g><circle cx="49" cy="13" r="5" fill="#f0825c"/></svg>';
