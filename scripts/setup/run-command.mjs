import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Problem } from "./problem.mjs";
import { cache, root } from "./project.mjs";

/** Set-up commands that run now; they end with this process. */
const running = new Set();

/**
 * Runs a command to its end, its output kept in `.cache/logs/NAME.log`.
 *
 * @throws {Problem} When it does not end with exit code 0: names the command, and shows the end of the log.
 */
export async function runCommand(command, args, { name, env = process.env, cwd = root, advice = "" }) {
  const log = join(cache, "logs", `${name}.log`);
  mkdirSync(join(cache, "logs"), { recursive: true });
  const output = openSync(log, "w");
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", output, output] });
  running.add(child);
  const problem = await new Promise((done) => {
    child.on("error", (error) => done(error.message));
    child.on("close", (code, signal) => done(code === 0 ? undefined : `exit code ${code ?? signal}`));
  });
  running.delete(child);
  closeSync(output);
  if (problem === undefined) return;
  throw new Problem(
    [
      `${[command, ...args].join(" ")} failed (${problem}). The end of ${relative(root, log)}:`,
      indent(lastLines(log, 25)),
      advice,
    ].join("\n"),
  );
}

/** The last lines of a log file; says so when there is nothing in it. */
export function lastLines(path, count) {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  return lines === "" ? "(it printed nothing)" : lines;
}

export function indent(text) {
  return text.replace(/^/gm, "    ");
}

/** Ends a child and all that it started; it must have been spawned `detached`, so that it leads a process group. */
export function killGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

process.on("exit", () => {
  for (const child of running) killGroup(child, "SIGKILL");
});
