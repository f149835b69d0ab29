/** Notebooks have types and paths of their own, of which there is no end; those of an SDK soon come back. */
const mostRemembered = 4096;

/** The function, which is asked the same again and again, and always answers the same. */
export function remembering<T>(read: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (path) => {
    let found = known.get(path);
    if (!found) {
      found = { value: read(path) };
      if (known.size >= mostRemembered) known.clear();
      known.set(path, found);
    }
    return found.value;
  };
}
