/** The last name of a dotted path, as of a class in its module or of a member in its request. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The path of what has that name; empty for a name by itself. */
export function pathAbove(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("."), 0));
}
