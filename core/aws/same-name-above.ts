import { existsSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { dependsOnFolder, mostFoldersAbove, whyNamesake } from "../src/files/namesakes-above.js";

/**
 * Why it is not known which file a script opens: there is another of the name above it.
 *
 * @param document The notebook or script, absolute.
 * @param path Below its folder, where such a file is.
 * @returns Undefined: it is the only one of the name, or the document's own without doubt.
 */
export function sameNameAbove(document: string, path: string): string | undefined {
  if (extname(document).toLowerCase() === ".ipynb" || !dependsOnFolder(path)) return undefined;
  const own = dirname(document);
  let folder = own;
  for (let step = 0; step < mostFoldersAbove && !existsSync(join(folder, ".git")); step++) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
    if (existsSync(join(folder, path))) return whyNamesake(relative(own, join(folder, path)));
  }
  return undefined;
}
