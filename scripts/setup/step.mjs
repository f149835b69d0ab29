import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { cache, root } from "./project.mjs";

/**
 * One step of the set-up, with its progress on the terminal. It is left out when `key` is the one it was last done
 * with and all `outputs` are still there.
 *
 * @param key Stands for all inputs (`hashOf`); absent: the step is always done.
 */
export async function step(title, { key, outputs = [] }, work) {
  const stamp = join(cache, "stamps", title.replace(/\W+/g, "-"));
  if (key !== undefined && readIfThere(stamp) === key && outputs.every((path) => existsSync(path))) {
    console.log(`  ✓ ${title}: unchanged`);
    return;
  }

  const seconds = showProgress(title);
  try {
    await work();
  } catch (error) {
    console.log(`  ✗ ${title}: failed after ${seconds()} s`);
    throw error;
  }
  console.log(`  ✓ ${title}: ${seconds()} s`);
  if (key === undefined) return;
  mkdirSync(join(cache, "stamps"), { recursive: true });
  writeFileSync(stamp, key);
}

/** What the builds make, and what no build reads. */
const notInputs = new Set(
  "node_modules dist build lib labextension LICENSE __pycache__ .git .cache .venv .ruff_cache .pytest_cache".split(
    " ",
  ),
);

/** A hash of files and folders (all files below them, but for build results), and of further words. */
export function hashOf(paths, ...words) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((path) => filesBelow(path))) {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.update(words.join("\0")).digest("hex");
}

function filesBelow(path) {
  const entries = readdirOrNothing(path);
  if (entries === undefined) return existsSync(join(root, path)) ? [path] : [];
  return entries
    .filter(({ name }) => !notInputs.has(name) && !/\.(tsbuildinfo|vsix|egg-info)$/.test(name))
    .map(({ name }) => join(path, name))
    .sort()
    .flatMap((child) => filesBelow(child));
}

function readdirOrNothing(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch {
    return undefined; // a file, or nothing at all
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Shows the elapsed seconds until the returned function is called: in place on a terminal, else now and then. */
function showProgress(title) {
  const start = Date.now();
  const elapsed = () => ((Date.now() - start) / 1000).toFixed(1);
  const inPlace = process.stdout.isTTY === true;
  if (!inPlace) console.log(`  … ${title}`);
  const timer = setInterval(
    () => {
      if (inPlace) process.stdout.write(`\r  … ${title}: ${Math.round((Date.now() - start) / 1000)} s`);
      else console.log(`  … ${title}: ${Math.round((Date.now() - start) / 1000)} s so far`);
    },
    inPlace ? 500 : 20_000,
  );
  return () => {
    clearInterval(timer);
    if (inPlace) process.stdout.write("\r\u001b[K");
    return elapsed();
  };
}
