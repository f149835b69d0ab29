import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import {
  mostFileBytes,
  pathBelow,
  type FileAnswer,
  type SdkDefaultsPlaces,
} from "../src/files/file-answer.js";
import { leadsElsewhere } from "./leads-elsewhere.js";
import { sameNameAbove } from "./same-name-above.js";

/**
 * Reads a file that a check asks for: one beside the notebook, in its folder or below, or one of the SDK's defaults.
 * Never another, whatever the notebook says.
 *
 * @param document The notebook or script, absolute.
 */
export function readFileBeside(
  document: string,
  path: string,
  places: SdkDefaultsPlaces | undefined,
): FileAnswer {
  if (isAbsolute(path)) {
    const isDefaults = [places?.administrator.path, places?.user.path].some(
      (one) => one !== undefined && (path === one || path === `${one.replace(/[\\/]$/, "")}/config.yaml`),
    );
    return isDefaults ? readTextFile(path) : { state: "unreadable", why: "it is not beside the notebook" };
  }
  const below = pathBelow(path);
  if (below === undefined) return { state: "unreadable", why: "it is not beside the notebook" };
  const folder = dirname(document);
  const target = join(folder, below);
  if (leadsElsewhere(folder, target)) return { state: "unreadable", why: "it is a link to somewhere else" };
  const answer = readTextFile(target);
  const why = answer.state === "text" ? sameNameAbove(document, below) : undefined;
  return why === undefined ? answer : { state: "unreadable", why };
}

/** A file of settings, of no more than `mostFileBytes`. */
export function readTextFile(path: string): FileAnswer {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return { state: "folder" };
    if (!found.isFile()) return { state: "unreadable", why: "it is no file" };
    if (found.size > mostFileBytes) return { state: "unreadable", why: "it is too large" };
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
    return { state: "text", text };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return { state: "absent" };
    return {
      state: "unreadable",
      why: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "it is not UTF-8" : code || String(error),
    };
  }
}
