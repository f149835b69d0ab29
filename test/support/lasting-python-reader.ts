import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AccountDescription, AccountReader } from "../../core/src/account/account-reader.js";
import type { Fact } from "../../core/src/account/fact.js";
import { pythonPath } from "./sample-account.js";

const program = `
import json, os, sys
from sagemaker_preflight.reader import AccountReader
from sagemaker_preflight.reads import parse_question
readers = {}
for line in sys.stdin:
    asked = json.loads(line)
    os.environ["AWS_ENDPOINT_URL"] = asked["endpoint"]
    if asked["ask"] == "describe":
        readers = {asked["endpoint"]: AccountReader()}
        answer = readers[asked["endpoint"]].describe()
    else:
        questions = [parse_question(question) for question in asked["questions"]]
        answer = readers[asked["endpoint"]].answer(questions, asked["deadline"])
    print(json.dumps(answer), flush=True)
`;

export interface PythonReader {
  /** A new reader of the account at the endpoint; one at a time. */
  readonly readerAt: (endpoint: string) => () => AccountReader;
  readonly stop: () => Promise<void>;
}

/** The Jupyter server extension's reader, in a process of its own that is asked line by line. */
export function startPythonReader(env: Readonly<Record<string, string>>): PythonReader {
  const folder = fileURLToPath(new URL("../../jupyterlab-ext", import.meta.url));
  const python = spawn(pythonPath(), ["-c", program], {
    env: { ...process.env, ...env, PYTHONPATH: folder },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(python.stdout)[Symbol.asyncIterator]();
  const ask = async (request: object): Promise<unknown> => {
    python.stdin.write(`${JSON.stringify(request)}\n`);
    const line: IteratorResult<string, unknown> = await lines.next();
    if (line.done === true) throw new Error("The Python reader ended.");
    return JSON.parse(line.value);
  };
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
