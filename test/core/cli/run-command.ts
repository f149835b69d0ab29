import { main, type CommandHost } from "../../../core/cli/main.js";
import { createChecker } from "../../../core/src/check.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";

/**
 * Runs the command line in a folder, with the real check and policies, in no terminal, without an account or a cache.
 *
 * @param host What is otherwise.
 */
export async function runCommand(argv: readonly string[], cwd: string, host: Partial<CommandHost> = {}) {
  let [out, error] = ["", ""];
  const code = await main(argv, {
    cwd,
    environment: {},
    machine: { platform: "linux", home: cwd },
    isTerminal: false,
    now: Date.now,
    out: (text) => (out += text),
    error: (text) => (error += text),
    loadChecker: () => Promise.resolve(createChecker),
    loadPolicyReader: () => Promise.resolve(policyOfFiles),
    openAccount: () => Promise.reject(new Error("No account was expected")),
    ...host,
  });
  return { code, out, error };
}
