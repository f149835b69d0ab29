import { join, resolve } from "node:path";

/** The folder that holds the workspace's package.json. */
export const root = resolve(import.meta.dirname, "../..");
/** All that the scripts make and need not be committed: stamps, logs, workbenches, scratch workspaces. */
export const cache = join(root, ".cache");
/** Sample account, JupyterLab with our wheel, Python tests. */
export const venv = join(root, ".venv");
export const venvPython = pythonOf(venv);

/** The Python of a virtual environment. */
export function pythonOf(environment) {
  return join(environment, "bin", "python");
}
