import { realpathSync } from "node:fs";
import { isAbsolute, relative } from "node:path";

/** Whether a link, of the file or of a folder on the way to it, leads out of the folder. Both paths are absolute. */
export function leadsElsewhere(folder: string, path: string): boolean {
  try {
    const inside = relative(realpathSync(folder), realpathSync(path));
    return inside === ".." || /^\.\.[\\/]/.test(inside) || isAbsolute(inside);
  } catch {
    return false; // it is not there, which reading it says
  }
}
