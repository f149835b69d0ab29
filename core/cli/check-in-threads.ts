import { statSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { OfflineWork, Outcome } from "./check-files.js";

/** What a thread is given: plain data, and memory that all threads share. */
export interface ThreadWork {
  readonly work: OfflineWork;
  readonly paths: readonly string[];
  /** At 0 the index of the path that nobody has taken yet. */
  readonly next: Int32Array;
}

export interface ThreadOptions {
  /** The program of a thread. */
  readonly program: URL;
  /** Threads, this one among them; absent: as many as repay their start. */
  readonly count?: number;
  /** Told once for each thread that ended before its time. Its files are checked by the others all the same. */
  readonly onFailure: (message: string) => void;
}

/**
 * Checks files in this thread and in others; each takes the next file when it is done with one, the large ones first.
 *
 * @param check What this thread does with a path.
 * @returns One outcome for each path, in no order.
 */
export async function checkInThreads(
  paths: readonly string[],
  work: OfflineWork,
  check: (path: string) => Promise<Outcome>,
  { program, count, onFailure }: ThreadOptions,
): Promise<readonly Outcome[]> {
  const weights = new Map(paths.map((path) => [path, weightOf(resolve(work.cwd, path))]));
  const weight = (path: string) => weights.get(path) ?? 0;
  const ordered = [...paths].sort((a, b) => weight(b) - weight(a));
  const total = ordered.reduce((sum, path) => sum + weight(path), 0);
  const threads = Math.min(count ?? worthwhile(total), paths.length);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadWork = { work, paths: ordered, next };

  const outcomes = new Map<string, Outcome>();
  const ended = Array.from({ length: threads - 1 }, () =>
    runThread(program, data, (outcome) => outcomes.set(outcome.result.path, outcome)).catch(
      (error: unknown) => {
        onFailure(error instanceof Error ? error.message : String(error));
      },
    ),
  );
  for (let at = Atomics.add(next, 0, 1); at < ordered.length; at = Atomics.add(next, 0, 1)) {
    const path = ordered[at];
    if (path !== undefined) outcomes.set(path, await check(path));
    // What the others have found is taken in meanwhile
    if (threads > 1) await new Promise((done) => setImmediate(done));
  }
  await Promise.all(ended);
  // What a thread had taken when it failed
  for (const path of ordered) if (!outcomes.has(path)) outcomes.set(path, await check(path));
  return [...outcomes.values()];
}

/** @throws When the thread cannot start, or ends by an error. */
function runThread(
  program: URL,
  workerData: ThreadWork,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const thread = new Worker(program, { workerData });
    thread.on("message", onOutcome);
    thread.once("error", fail);
    thread.once("exit", (code) => {
      if (code === 0) done();
      else fail(new Error(`it ended with ${code}`));
    });
  });
}

/** Loading and warming up a thread takes about as long as checking so many bytes of notebooks. */
const bytesForOne = 1_000_000;
/** Of a large file most is outputs and images, which cost little. */
const mostBytes = 200_000;
const memoryForOne = 512 * 1024 * 1024;
const mostThreads = 16;

function weightOf(path: string): number {
  return Math.min(statSync(path, { throwIfNoEntry: false })?.size ?? 0, mostBytes);
}

function worthwhile(bytes: number): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.max(
    1,
    Math.min(
      availableParallelism(),
      mostThreads,
      Math.floor(bytes / bytesForOne),
      Math.floor(memory / memoryForOne),
    ),
  );
}
