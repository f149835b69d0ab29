import { existsSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";

/** Folders above a script, so many of them at most, in which it may be run. */
const mostAbove = 16;

/**
 * Why it is not known which file a script opens. A notebook's kernel is in the notebook's folder, but a script is run where
 * its user happens to be, often at the root of the repository, and opens the data files of that folder. The modules that
 * it imports are those beside it wherever it is run.
 *
 * @param document The notebook or script, absolute.
 * @param path Below its folder, where such a file is.
 * @returns Undefined: it is the only one of the name, or the document's own without doubt.
 */
export function sameNameAbove(document: string, path: string): string | undefined {
  if (extname(document).toLowerCase() === ".ipynb" || path.endsWith(".py")) return undefined;
  const own = dirname(document);
  let folder = own;
  for (let step = 0; step < mostAbove && !existsSync(join(folder, ".git")); step++) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
    if (existsSync(join(folder, path)))
      return `${relative(own, join(folder, path))} has the name too, and which of them is read depends on where the script is run`;
  }
  return undefined;
}
