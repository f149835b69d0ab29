import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RecorderEnvironment {
  /** The variable that can name another interpreter with the packages. */
  readonly variable: string;
  /** Below .cache. */
  readonly name: string;
  /** A file for pip; the environment is made anew when it changes. */
  readonly requirements: string;
  /** For the person who waits: `the AWS CLI and IPython, 200 MB`. */
  readonly what: string;
}

/** The Python of a recorder: the one that the variable names, else of an environment under .cache, made when missing. */
export function recorderPython({ variable, name, requirements, what }: RecorderEnvironment): string {
  const given = process.env[variable];
  if (given !== undefined && given !== "") return given;
  const environment = join(import.meta.dirname, "..", "..", ".cache", name);
  const python = join(environment, "bin", "python");
  const installed = join(environment, "requirements.txt");
  const wanted = readFileSync(requirements, "utf8");
  if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
    console.log(`installing ${what}, once …`);
    mkdirSync(join(environment, ".."), { recursive: true });
    run(process.env.PYTHON ?? "python3", ["-m", "venv", "--clear", environment]);
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
    writeFileSync(installed, wanted);
  }
  return python;
}

export function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: "inherit" });
}

/** While others run as well. */
export async function runBeside(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: "inherit" });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
}
