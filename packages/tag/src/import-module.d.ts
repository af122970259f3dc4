/** Imports a module by its whole address. */
export function importModule<Module>(address: string): Promise<Module>;
