import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Fact } from "../../core/src/account/fact.js";
import type { Question } from "../../core/src/account/question.js";
import { pythonPath } from "./sample-account.js";

/** Asks the Python reader, in a process of its own. */
export async function answerInPython(
  questions: readonly Question[],
  env: Readonly<Record<string, string | undefined>>,
  deadline = 15_000,
): Promise<readonly Fact[]> {
  const own: NodeJS.ProcessEnv = { ...process.env, AWS_PROFILE: undefined, ...env };
  const child = spawn(pythonPath(), ["-m", "sagemaker_preflight.reader"], {
    cwd: fileURLToPath(new URL("../../jupyterlab-ext", import.meta.url)),
    env: own,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify({ questions, deadline }));
  let output = "";
  for await (const chunk of child.stdout) output += String(chunk);
  return (JSON.parse(output) as { facts: Fact[] }).facts;
}
