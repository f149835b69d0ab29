import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Machine } from "./sdk-defaults-places.js";

/** Where this program may keep what it could find out again. */
export function userCacheDirectory(
  { platform, home, environment }: Machine = {
    platform: process.platform,
    home: homedir(),
    environment: process.env,
  },
): string {
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
