import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { readIpynb } from "../../core/src/notebook/read-ipynb.js";
import type { Measurement } from "./measurement.js";
import { interleave, median } from "./sample.js";

const root = resolve(import.meta.dirname, "../..");
const cli = join(root, "core/dist/cli.js");
const requirements = join(root, "test/bench/requirements.txt");
const environment = join(root, ".cache/bench/python");
const bin = join(environment, process.platform === "win32" ? "Scripts" : "bin");

/** One rule, of the kind that a team would write instead of this program. */
const rule = `rules:
  - id: estimator-without-subnets
    languages: [python]
    severity: WARNING
    message: This job runs outside of a VPC
    patterns:
      - pattern: sagemaker.estimator.Estimator(...)
      - pattern-not: sagemaker.estimator.Estimator(..., subnets=$SUBNETS, ...)
`;

/**
 * The command line over a folder, against two checkers that people know, as whole processes. The first run finds nothing
 * kept, and writes it; ruff's then keeps nothing. The second run has what both kept; semgrep keeps nothing ever. Semgrep
 * reads no notebooks: it gets the code of their cells as Python files, which spares it the notebooks' JSON.
 */
export function benchPythonTools(folder: string): readonly Measurement[] {
  if (!existsSync(cli)) throw new Error("core/dist/cli.js is not there: npm run build");
  makeEnvironment();
  const scripts = join(root, ".cache/bench/scripts");
  const count = writeScripts(folder, scripts);
  const config = join(root, ".cache/bench/rule.yaml");
  writeFileSync(config, rule);
  const quiet = ["--metrics", "off", "--disable-version-check", "--quiet", "--no-git-ignore"];
  const semgrep = {
    name: "semgrep with one rule",
    command: [join(bin, "semgrep"), "scan", "--config", config, ...quiet, scripts],
    most: 0.1,
  };
  const ruff = (...cache: readonly string[]) => ({
    name: `ruff check --select F${cache[0] === "--no-cache" ? " --no-cache" : ", with its cache"}`,
    command: [
      join(bin, "ruff"),
      ...["check", "--select", "F", "--isolated", "--quiet", "--exit-zero", ...cache, folder],
    ],
    most: 3,
  });
  const what = `command line, ${count} files of ${basename(folder)}`;
  const ruffsCache = join(root, ".cache/bench/ruff-cache");
  return [
    against(`${what}, first run`, folder, "first", semgrep),
    against(`${what}, first run`, folder, "first", ruff("--no-cache")),
    against(`${what}, second run`, folder, "second", semgrep),
    against(`${what}, second run`, folder, "second", ruff("--cache-dir", ruffsCache)),
  ];
}

interface Other {
  readonly name: string;
  readonly command: readonly string[];
  /** The ratio that is wanted. */
  readonly most: number;
}

function against(
  what: string,
  folder: string,
  which: "first" | "second",
  { name, command: [command = "", ...args], most }: Other,
): Measurement {
  const cache = join(root, ".cache/bench/checks");
  rmSync(cache, { recursive: true, force: true });
  const { one, other } = interleave(
    () => {
      run(process.execPath, [cli, "check", "--offline", "--cache-dir", cache, folder]);
    },
    () => {
      run(command, args);
      if (which === "first") rmSync(cache, { recursive: true, force: true });
    },
    { rounds: which === "first" ? 3 : 7, warmUp: 1 },
  );
  const ratio = median(one) / median(other);
  return {
    what,
    of: name,
    measured: `${(median(one) / 1000).toFixed(2)} s`,
    baseline: `${(median(other) / 1000).toFixed(2)} s`,
    ratio,
    target: `ratio ≤ ${most}`,
    reached: ratio <= most,
  };
}

/** @throws When there is no Python, or no package registry that answers. */
function makeEnvironment(): void {
  const stamp = join(environment, "requirements.txt");
  const wanted = readFileSync(requirements, "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(environment, { recursive: true });
  for (const [command, ...args] of [
    [process.env.PYTHON ?? "python3", "-m", "venv", environment],
    [join(bin, "python"), "-m", "pip", "install", "--quiet", "-r", requirements],
  ]) {
    const { status, stderr, error } = spawnSync(command ?? "", args, { encoding: "utf8" });
    if (status !== 0)
      throw new Error(
        `semgrep and ruff could not be installed, so the command line is not compared with them: ` +
          (error?.message ?? stderr).trim(),
      );
  }
  writeFileSync(stamp, wanted);
}

/** @returns How many files the folder has that the command line reads. */
function writeScripts(folder: string, scripts: string): number {
  rmSync(scripts, { recursive: true, force: true });
  mkdirSync(scripts, { recursive: true });
  const names = readdirSync(folder).filter((name) => /\.(?:ipynb|py)$/.test(name));
  for (const name of names) {
    const text = readFileSync(join(folder, name), "utf8");
    const read = name.endsWith(".ipynb") ? readIpynb(text, name) : undefined;
    const code = read && "notebook" in read ? read.notebook.cells.filter(({ kind }) => kind === "code") : [];
    writeFileSync(join(scripts, `${name}.py`), read ? code.map((cell) => `${cell.text}\n`).join("") : text);
  }
  return names.length;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  // 1: findings that are errors
  if (status !== 0 && status !== 1)
    throw new Error(`${command} ${args.join(" ")} ended with ${status ?? "a signal"}: ${stderr}`);
}
