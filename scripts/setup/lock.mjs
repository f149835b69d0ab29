import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { cache } from "./project.mjs";

/** Lets one set-up at a time change node_modules, .venv and the builds; a second `npm start` or `npm test` waits. */
export async function withSetupLock(work) {
  const lock = join(cache, "setup.lock");
  mkdirSync(cache, { recursive: true });
  let told = false;
  while (!take(lock)) {
    if (!told)
      console.log("  … waiting for another npm start or npm test of this folder to finish its set-up");
    told = true;
    await pause(500);
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (isAlive(holderOf(lock))) return false;
    rmSync(lock, { force: true }); // its holder was killed
    return false;
  }
}

function holderOf(lock) {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return Number.NaN;
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
