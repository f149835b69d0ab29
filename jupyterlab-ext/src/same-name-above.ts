import type { FolderListings } from "./folder-listings.js";

/** Folders above a script, so many of them at most, in which it may be run. */
const mostAbove = 16;

/**
 * Why it is not known which file a script opens: a notebook's kernel is in the notebook's folder, but a script is run where
 * its user happens to be, and opens the data files of that folder. As `core/aws/same-name-above.ts` has it on a disk, but that
 * Jupyter tells nothing above the server's root, and hides where a repository begins: files above that count too.
 *
 * @param folders So many there are above the script's.
 * @param below Where such a file is, below the script's folder.
 * @param above What there is so many folders above the script's.
 * @returns Undefined: it is the only one of the name, or the document's own without doubt.
 */
export async function sameNameAbove(
  folders: number,
  below: string,
  above: (steps: number) => FolderListings,
): Promise<string | undefined> {
  if (!dependsOnFolder(below)) return undefined;
  for (let steps = 1; steps <= Math.min(folders, mostAbove); steps++) {
    const found = await above(steps).find(below);
    if (found === undefined) continue;
    if (found === "unlisted")
      return "what is in the folders above is not told, and the script may be run there";
    const name = "../".repeat(steps) + below;
    return `${name} has the name too, and which of them is read depends on where the script is run`;
  }
  return undefined;
}

/** The modules that a script imports are those beside it wherever it is run. */
export function dependsOnFolder(below: string): boolean {
  return !below.endsWith(".py");
}
