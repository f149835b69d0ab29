import type { Context } from "./context.js";
import { text, unknown } from "./machine.js";

/** From which folder relative paths count: set where the notebook goes to another than its own. */
const key = "(working folder)";

/**
 * The notebook's own folder, for paths that stay the same wherever the notebook goes: as if it were a folder of the
 * machine's root, so that paths are joined as Python joins them.
 */
export const ownFolder = "/(the notebook's folder)";

/** `os.chdir(…)`, `%cd`; undefined: it is not known where to. */
export function changeFolder(path: string | undefined, context: Context): void {
  context.setName(key, path === undefined ? unknown("the notebook goes to another folder") : text(path));
}

/** A path as it is from the notebook's folder; undefined: nobody knows in which folder the notebook is. */
export function fromNotebook(path: string, context: Context): string | undefined {
  if (path.startsWith(ownFolder)) return path.slice(ownFolder.length).replace(/^\/+/, "") || ".";
  const folder = context.state.name(key);
  if (folder === undefined || isAbsolute(path)) return path;
  return folder.kind === "constant" ? `${String(folder.data)}/${path}` : undefined;
}

/** A path that means the same wherever the notebook goes. */
export function fixedPath(path: string, context: Context): string | undefined {
  if (path.startsWith(ownFolder)) return path;
  const known = fromNotebook(path, context);
  return known === undefined || isAbsolute(known) ? known : `${ownFolder}/${known}`;
}

/** `/x`, `~/x`, `C:\x`, `s3://x` */
function isAbsolute(path: string): boolean {
  return /^(?:[\\/~]|[A-Za-z]:|\w+:\/\/)/.test(path);
}
