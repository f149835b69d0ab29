import { dependsOnFolder, mostFoldersAbove, whyNamesake } from "@sagemaker-preflight/core";
import type { FolderListings } from "./folder-listings.js";

/**
 * Why it is not known which file a script opens: there is another of the name above it. As `core/aws/same-name-above.ts` has
 * it on a disk, but that Jupyter tells nothing above the server's root, and hides where a repository begins: files above
 * that count too.
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
  for (let steps = 1; steps <= Math.min(folders, mostFoldersAbove); steps++) {
    const found = await above(steps).find(below);
    if (found === undefined) continue;
    if (found === "unlisted")
      return "what is in the folders above is not told, and the script may be run there";
    return whyNamesake("../".repeat(steps) + below);
  }
  return undefined;
}
