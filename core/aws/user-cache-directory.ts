import { isAbsolute, join } from "node:path";
import { thisMachine } from "./sdk-defaults-places.js";

/** Where this program may keep what it could find out again. */
export function userCacheDirectory({ platform, home, environment } = thisMachine()): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME = "" } = environment;
  switch (platform) {
    case "win32":
      return join(LOCALAPPDATA ?? join(home, "AppData", "Local"), "sagemaker-preflight", "cache");
    case "darwin":
      return join(home, "Library", "Caches", "sagemaker-preflight");
    default:
      // A relative one is to be ignored: the XDG Base Directory Specification
      return join(isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(home, ".cache"), "sagemaker-preflight");
  }
}
