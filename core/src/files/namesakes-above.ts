/**
 * A notebook's kernel is in the notebook's folder, but a script is run where its user happens to be, often at the root of
 * the repository, and opens the data files of that folder. A file of the same name in a folder above may be the one.
 */

/** Folders above a script, so many of them at most, in which it may be run. */
export const mostFoldersAbove = 16;

/**
 * Whether it depends on that folder which file is read: the modules that a script imports are those beside it wherever it
 * is run.
 *
 * @param below A path, below the script's folder.
 */
export function dependsOnFolder(below: string): boolean {
  return !below.endsWith(".py");
}

/** Why it is not known which file a script opens. @param other From the script's folder, as `../config.json`. */
export function whyNamesake(other: string): string {
  return `${other} has the name too, and which of them is read depends on where the script is run`;
}
