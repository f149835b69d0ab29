import { spawn } from "node:child_process";
import { killGroup } from "../../scripts/setup/run-command.mjs";
import { root } from "../../scripts/setup/project.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number, retried?: string[] }} Counts */

export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs one stage of the tests; whatever happens in it, the next one runs too.
 *
 * @param {() => Promise<Counts>} work What it throws counts as one failure.
 * @returns {Promise<Counts & { title: string, seconds: number }>}
 */
export async function stage(title, work) {
  console.log(`\n── ${title}`);
  const start = Date.now();
  let counts;
  try {
    counts = await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { ...nothing, failed: 1 };
  }
  const seconds = (Date.now() - start) / 1000;
  console.log(`── ${title}: ${counts.failed === 0 ? "ok" : "FAILED"}, ${seconds.toFixed(1)} s`);
  return { title, seconds, ...counts };
}

/** The commands of a stage that run now; they end with this process. */
const running = new Set();

/**
 * Runs a command of a stage with its output on the terminal.
 *
 * @param minutes After these it is killed with all that it started.
 * @returns {Promise<boolean>} Whether it ended with exit code 0.
 */
export async function succeeds(command, args, { env = process.env, minutes = 20 } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
  });
  running.add(child);
  const timer = setTimeout(() => {
    console.error(`${command} ${args[0] ?? ""} was stopped: not done after ${minutes} minutes.`);
    killGroup(child, "SIGKILL");
  }, minutes * 60_000);
  const code = await new Promise((done) => {
    child.on("error", (error) => {
      console.error(error.message);
      done(-1);
    });
    child.on("exit", (code) => done(code ?? -1));
  });
  clearTimeout(timer);
  killGroup(child, "SIGKILL"); // servers that a test left behind
  running.delete(child);
  return code === 0;
}

process.on("exit", () => {
  for (const child of running) killGroup(child, "SIGKILL");
});
