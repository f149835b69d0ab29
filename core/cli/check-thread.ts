import { parentPort, workerData } from "node:worker_threads";
import { createChecker } from "../src/check.js";
import { createOfflineCheck } from "./check-files.js";
import type { ThreadWork } from "./check-in-threads.js";

// The program of a thread: takes the next file until there is none.
const { work, paths, next } = workerData as ThreadWork;
const check = createOfflineCheck(work, createChecker);
for (let at = Atomics.add(next, 0, 1); at < paths.length; at = Atomics.add(next, 0, 1)) {
  const path = paths[at];
  if (path !== undefined) parentPort?.postMessage(await check(path));
}
