/** The object that a text is in JSON, or why it is none. */
export function parseJson(text: string): { value: Record<string, unknown> } | { error: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return { value: { ...value } };
    return { error: "not a JSON object" };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
