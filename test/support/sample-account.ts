import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Each names a service (`ec2`) or an action (`ec2:DescribeSubnets`). */
export interface SampleAccountFaults {
  readonly deny?: readonly string[];
  readonly hang?: readonly string[];
  readonly throttle?: readonly string[];
  readonly expired?: boolean;
}

export interface SampleAccount {
  readonly endpoint: string;
  readonly account: string;
  readonly region: string;
  /** By kind and name: `subnet.ml-prod-private-a`, `securityGroup.analytics`, `key.disabled`. */
  readonly ids: Readonly<Record<string, string>>;
  /** What a client needs to ask it; `AWS_PROFILE` must not be set besides. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The Python with moto, boto3 and jupyter_server in it. */
export function pythonPath(): string {
  const own = `${root}.venv/bin/python`;
  return process.env.SAGEMAKER_PREFLIGHT_PYTHON ?? (existsSync(own) ? own : "python3");
}

/** Starts `examples/sample-account` on a free port; takes a few seconds. */
export async function startSampleAccount(faults: SampleAccountFaults = {}): Promise<SampleAccount> {
  const { deny = [], hang = [], throttle = [], expired = false } = faults;
  const switches = [
    ...deny.flatMap((name) => ["--deny", name]),
    ...hang.flatMap((name) => ["--hang", name]),
    ...throttle.flatMap((name) => ["--throttle", name]),
    ...(expired ? ["--expired"] : []),
  ];
  const server = spawn(pythonPath(), [`${root}examples/sample-account/server.py`, "0", ...switches], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) =>
    server.once("close", () => {
      resolve();
    }),
  );
  const stop = async (): Promise<void> => {
    server.stdin.end();
    await ended;
  };
  return { ...(JSON.parse(await firstLine(server)) as Omit<SampleAccount, "stop">), stop };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("The sample account has no output.");
  let problem = "";
  server.stderr?.on("data", (chunk: Buffer) => (problem += chunk.toString()));
  server.once("error", (error) => (problem += error.message));
  for await (const line of createInterface(server.stdout)) return line;
  throw new Error(`The sample account did not start: ${problem}`);
}

/** Runs with these variables and no `AWS_PROFILE`; afterwards the environment is as before. */
export async function withEnv<T>(
  variables: Readonly<Record<string, string | undefined>>,
  run: () => Promise<T>,
): Promise<T> {
  const wanted: Readonly<Record<string, string | undefined>> = { AWS_PROFILE: undefined, ...variables };
  const before = Object.fromEntries(Object.keys(wanted).map((name) => [name, process.env[name]]));
  setEnv(wanted);
  try {
    return await run();
  } finally {
    setEnv(before);
  }
}

function setEnv(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
