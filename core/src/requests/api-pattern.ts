const compiled = new Map<string, RegExp | undefined>();
/** Beyond this an unlucky pattern could take long; no id, name or ARN is. */
const longest = 4096;

/**
 * Whether AWS takes the text by a pattern of the service model: the whole text matches. A pattern that cannot be read
 * and a text that is too long to try say nothing.
 */
export function matches(text: string, pattern: string): boolean {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  const expression = compiled.get(pattern);
  return expression === undefined || text.length > longest || expression.test(text);
}

/** `.` takes line ends as well: what AWS does with them the model does not say. */
function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "su");
  } catch {
    return undefined;
  }
}
