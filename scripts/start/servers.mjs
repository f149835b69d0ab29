import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "../setup/problem.mjs";
import { cache, root } from "../setup/project.mjs";
import { indent, killGroup, lastLines } from "../setup/run-command.mjs";

const servers = [];

/**
 * Starts a server that runs until `stopServers`, its output kept in `.cache/logs/NAME.log`.
 *
 * @param isUp Called with the output so far, until it gives something: that is returned.
 * @param seconds How long it may take to come up.
 * @throws {Problem} When it ends or is not up in time: shows the end of its log.
 */
export async function startServer({ name, command, args, env, cwd = root, isUp, seconds = 60 }) {
  mkdirSync(join(cache, "logs"), { recursive: true });
  const log = join(cache, "logs", `${name}.log`);
  const output = openSync(log, "w");
  // A process group of its own: Ctrl-C reaches this script alone, which then ends all in order. The sample account
  // ends when its standard input does, so also when this script is killed.
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["pipe", output, output] });
  closeSync(output);
  const server = { name, child, log, ended: undefined };
  servers.push(server);
  child.on("error", (error) => (server.ended = error.message));
  child.on("exit", (code, signal) => (server.ended = `exit code ${code ?? signal}`));

  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline && server.ended === undefined) {
    const up = await isUp(readFileSync(log, "utf8"));
    if (up !== undefined) return up;
    await pause(100);
  }
  throw new Problem(describeEnd(server, `was not up after ${seconds} s`));
}

/** Waits until one of the servers ends by itself, which none of them should. */
export async function someServerEnds() {
  for (;;) {
    const server = servers.find(({ ended }) => ended !== undefined);
    if (server !== undefined) return describeEnd(server);
    await pause(300);
  }
}

/** Ends all servers and what they started, the last one first: politely, and after 5 seconds by force. */
export async function stopServers() {
  for (const { child, ended } of servers.toReversed()) if (ended === undefined) killGroup(child, "SIGTERM");
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && servers.some(({ ended }) => ended === undefined)) await pause(50);
  for (const { child } of servers) killGroup(child, "SIGKILL");
}

process.on("exit", () => {
  for (const { child } of servers) killGroup(child, "SIGKILL");
});

/**
 * A port of 127.0.0.1 that nothing listens on.
 *
 * @throws {Problem} When the wished one is taken.
 */
export async function freePort(wished) {
  const port = await new Promise((done) => {
    const probe = createServer();
    probe.on("error", () => done(undefined));
    probe.listen(wished ?? 0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
  if (port === undefined) throw new Problem(`Port ${wished} is taken. Give another one, or none: npm start`);
  return port;
}

function describeEnd({ name, log, ended }, problem = `ended by itself (${ended})`) {
  const what = ended === undefined ? problem : `ended by itself (${ended})`;
  return `The ${name} server ${what}. The end of ${relative(root, log)}:\n${indent(lastLines(log, 25))}`;
}
