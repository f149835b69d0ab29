import { counted } from "../src/counts-in-words.js";
import type { CacheArguments } from "./arguments.js";
import { CacheFolder } from "./cache-folder.js";
import type { CommandHost } from "./main.js";
import { cachePath } from "./open-cache.js";
import { printable } from "./terminal-text.js";

/** Removes what checks kept for later runs. */
export function clean(options: CacheArguments, host: CommandHost): 0 {
  const path = cachePath(options, host);
  const { files, bytes } = new CacheFolder(path, host.now).clear();
  host.out(
    files === 0
      ? `Nothing to remove in ${printable(path)}.\n`
      : `Removed ${counted(files, "file")} (${(bytes / 1_000_000).toFixed(1)} MB) from ${printable(path)}.\n`,
  );
  return 0;
}
