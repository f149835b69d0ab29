import { execFileSync } from "node:child_process";
import { Problem } from "./problem.mjs";

const oldestNode = [20, 19];
const oldestPython = [3, 11];

/** @throws {Problem} When this Node is too old, or the system is Windows outside WSL. */
export function checkNode() {
  const version = process.versions.node.split(".").map(Number);
  if (isOlder(version, oldestNode)) {
    throw new Problem(
      `Node ${process.versions.node} is too old: Node ${oldestNode.join(".")} or later is needed.\n` +
        "Install one from nodejs.org or with your version manager, then run the command again.",
    );
  }
  if (process.platform === "win32") {
    throw new Problem("These commands need Linux or macOS. On Windows, run them in WSL.");
  }
}

/**
 * The Python that makes the virtual environment: `$PYTHON`, `python3`, or one of its versions on the PATH.
 *
 * @throws {Problem} When none is recent enough, or the one found cannot make virtual environments.
 */
export function findPython() {
  const names = [process.env.PYTHON, "python3", "python3.13", "python3.12", "python3.11", "python"];
  const found = names.filter((name) => name !== undefined && name !== "").map((name) => describePython(name));
  const usable = found.filter((python) => python !== undefined && !isOlder(python.version, oldestPython));
  const [python] = usable;
  if (python === undefined) {
    const seen = found.filter((other) => other !== undefined).map(({ version }) => version.join("."));
    throw new Problem(
      `Python ${oldestPython.join(".")} or later is needed; ` +
        (seen.length === 0 ? "none was found.\n" : `found only ${[...new Set(seen)].join(", ")}.\n`) +
        "Install it (Debian, Ubuntu: apt-get install python3 python3-venv), or set PYTHON to its path.",
    );
  }
  const complete = usable.find(({ makesEnvironments }) => makesEnvironments);
  if (complete === undefined) {
    throw new Problem(
      `${python.path} cannot make virtual environments: its venv or ensurepip module is missing.\n` +
        "Install it (Debian, Ubuntu: apt-get install python3-venv), or set PYTHON to another Python.",
    );
  }
  return complete;
}

function describePython(name) {
  const script =
    "import json, sys\nfrom importlib.util import find_spec\n" +
    "print(json.dumps({'path': sys.executable, 'version': sys.version_info[:3]," +
    " 'makesEnvironments': bool(find_spec('venv') and find_spec('ensurepip'))}))";
  try {
    return JSON.parse(
      execFileSync(name, ["-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return undefined; // not on the PATH, or too old to run this
  }
}

function isOlder(version, oldest) {
  return version[0] < oldest[0] || (version[0] === oldest[0] && version[1] < oldest[1]);
}
