import { isAbsolute, join, resolve } from "node:path";
import { readFileBeside } from "../aws/read-file-beside.js";
import { userCacheDirectory } from "../aws/user-cache-directory.js";
import type { CacheArguments } from "./arguments.js";
import { CacheFolder } from "./cache-folder.js";
import type { CheckSettings } from "./check-settings.js";
import type { Rendering } from "./file-result.js";
import type { CommandHost } from "./main.js";
import type { Policies } from "./policies.js";
import { ResultCache } from "./result-cache.js";

/** @returns Undefined when nothing is to be kept. */
export function openCache(
  options: CacheArguments,
  settings: CheckSettings,
  rendering: Rendering,
  { byFolder }: Pick<Policies, "byFolder">,
  host: CommandHost,
): ResultCache | undefined {
  const { build, cwd, environment } = host;
  if (build === undefined || !options.cache || (environment.SAGEMAKER_PREFLIGHT_NO_CACHE ?? "") !== "")
    return undefined;
  return new ResultCache({
    folder: new CacheFolder(cachePath(options, host), host.now),
    // Of another Node the tables of Unicode may be others
    inputs: [build, process.version, process.platform, settings, rendering],
    inputsIn: (folder) => byFolder.get(folder) ?? null,
    cwd,
    readFile: (document, path) => readFileBeside(document, path, settings.sdkDefaults),
  });
}

/** The option, else the variable, else a folder of the user's caches. */
export function cachePath(
  { cacheFolder }: CacheArguments,
  { cwd, environment, machine }: CommandHost,
): string {
  const wanted = cacheFolder ?? environment.SAGEMAKER_PREFLIGHT_CACHE_DIR ?? "";
  if (wanted !== "") return isAbsolute(wanted) ? wanted : resolve(cwd, wanted);
  return join(userCacheDirectory({ ...machine, environment }), "checks");
}
