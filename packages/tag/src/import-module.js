// No TypeScript: it would bring a helper along that looks at the ending of the address (rewriteRelativeImportExtensions).
export const importModule = (address) => import(address);
