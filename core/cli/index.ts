#!/usr/bin/env node
import { homedir } from "node:os";
import { main } from "./main.js";
import { optimizeLate } from "./optimize-late.js";
import { build } from "./version.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(); // `… | head` has read enough
  throw error;
});

const code = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  machine: { platform: process.platform, home: homedir() },
  isTerminal: process.stdout.isTTY,
  now: Date.now,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  // Only the bundle has it as JavaScript
  ...(build === undefined ? {} : { build, thread: new URL("check-thread.js", import.meta.url) }),
  loadPolicyReader: async () => (await import("../src/team-policy.js")).policyOfFiles,
  loadChecker: async () => {
    optimizeLate();
    return (await import("../src/check.js")).createChecker;
  },
  openAccount: async (account) => (await import("../aws/index.js")).createAccountReader(account),
});
// What is printed is still under way when stdout is a pipe; calls that were too late must not keep the process.
process.stdout.write("", () => process.exit(code));
