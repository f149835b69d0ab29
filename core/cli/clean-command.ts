import { DiskCache } from "../aws/disk-cache.js";
import { userCacheDirectory } from "../aws/user-cache-directory.js";
import { counted } from "../src/counts-in-words.js";
import type { CacheArguments } from "./arguments.js";
import { CacheFolder } from "./cache-folder.js";
import type { CommandHost } from "./main.js";
import { cachePath } from "./open-cache.js";
import { printable } from "./terminal-text.js";

/** Removes what checks kept for later runs, and where no folder is named also what VS Code did. */
export async function clean(options: CacheArguments, host: CommandHost): Promise<0> {
  const path = cachePath(options, host);
  const { files, bytes } = new CacheFolder(path, host.now).clear();
  host.out(
    files === 0
      ? `Nothing to remove in ${printable(path)}.\n`
      : `Removed ${counted(files, "file")} (${(bytes / 1_000_000).toFixed(1)} MB) from ${printable(path)}.\n`,
  );
  if (options.cacheFolder === undefined) {
    const { machine, environment } = host;
    const folder = userCacheDirectory({ ...machine, environment });
    const facts = await new DiskCache(folder).clear();
    if (facts > 0)
      host.out(`Removed ${counted(facts, "file")} of what AWS said, from ${printable(folder)}.\n`);
  }
  return 0;
}
