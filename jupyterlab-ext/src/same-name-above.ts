import { PathExt } from "@jupyterlab/coreutils";
import type { FolderListings } from "./folder-listings.js";

/** Folders above a script, so many of them at most, in which it may be run. */
const mostAbove = 16;

/**
 * Why it is not known which file a script opens: a notebook's kernel is in the notebook's folder, but a script is run where
 * its user happens to be, and opens the data files of that folder. The modules that it imports are those beside it wherever
 * it is run. As `core/aws/same-name-above.ts` has it on a disk; here the server's root is the end, since nothing above it is
 * told.
 *
 * @param document The notebook or script, from the server's root.
 * @param below Where such a file is, below its folder.
 * @param above What there is so many folders above the document's.
 * @returns Undefined: it is the only one of the name, or the document's own without doubt.
 */
export async function sameNameAbove(
  document: string,
  below: string,
  above: (steps: number) => FolderListings,
): Promise<string | undefined> {
  if (/\.ipynb$/i.test(document) || below.endsWith(".py")) return undefined;
  const depth = PathExt.normalize(document).split("/").length - 1;
  for (let steps = 1; steps <= Math.min(depth, mostAbove); steps++) {
    const found = await above(steps).find(below);
    if (found === undefined) continue;
    if (found === "unlisted")
      return "what is in the folders above is not told, and the script may be run there";
    const name = "../".repeat(steps) + below;
    return `${name} has the name too, and which of them is read depends on where the script is run`;
  }
  return undefined;
}
