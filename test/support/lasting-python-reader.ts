import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AccountDescription, AccountReader } from "../../core/src/account/account-reader.js";
import type { Fact } from "../../core/src/account/fact.js";
import { pythonPath } from "./sample-account.js";

const program = `
import json, os, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from sagemaker_preflight.reader import AccountReader
from sagemaker_preflight.reads import parse_question
readers = {}
printing = Lock()

def answer(asked):
    reader = readers[asked["endpoint"]]
    if asked["ask"] == "describe":
        answer = reader.describe()
    else:
        questions = [parse_question(question) for question in asked["questions"]]
        answer = reader.answer(questions, asked["deadline"])
    with printing:
        print(json.dumps([asked["number"], answer]), flush=True)

with ThreadPoolExecutor(16) as threads:
    for line in sys.stdin:
        asked = json.loads(line)
        os.environ["AWS_ENDPOINT_URL"] = asked["endpoint"]
        if asked["ask"] == "describe":
            readers = {asked["endpoint"]: AccountReader()}
        threads.submit(answer, asked)
`;

interface PromiseWithResolvers {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface PythonReader {
  /** A new reader of the account at the endpoint; one at a time. */
  readonly readerAt: (endpoint: string) => () => AccountReader;
  readonly stop: () => Promise<void>;
}

/** The Jupyter server extension's reader, in a process of its own, which answers side by side as the server does. */
export function startPythonReader(env: Readonly<Record<string, string>>): PythonReader {
  const folder = fileURLToPath(new URL("../../jupyterlab-ext", import.meta.url));
  const python = spawn(pythonPath(), ["-c", program], {
    env: { ...process.env, ...env, PYTHONPATH: folder },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting = new Map<number, PromiseWithResolvers>();
  let asked = 0;
  createInterface(python.stdout).on("line", (line) => {
    const [number, answer] = JSON.parse(line) as [number, unknown];
    waiting.get(number)?.resolve(answer);
    waiting.delete(number);
  });
  python.once("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The Python reader ended."));
  });
  const ask = (request: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const number = asked++;
      waiting.set(number, { resolve, reject });
      python.stdin.write(`${JSON.stringify({ ...request, number })}\n`);
    });
  return {
    readerAt: (endpoint) => () => ({
      describe: async () => (await ask({ ask: "describe", endpoint })) as AccountDescription,
      answer: async (questions, deadline) =>
        (await ask({ ask: "facts", endpoint, questions, deadline })) as readonly Fact[],
    }),
    stop: async () => {
      const ended = new Promise((resolve) => python.once("close", resolve));
      python.stdin.end();
      await ended;
    },
  };
}
