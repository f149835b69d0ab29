import { randomBytes } from "node:crypto";
import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { cache, root, venvPython } from "../setup/project.mjs";
import { freePort, startServer } from "./servers.mjs";

const home = join(cache, "start");

/**
 * Starts JupyterLab on 127.0.0.1 for one notebook.
 *
 * Its settings and workspaces live in `.cache/start`, so that those of the user's own JupyterLab stay as they are.
 *
 * @returns The address that opens the notebook, with the token that the server wants.
 */
export async function startJupyterLab({ notebook, port: wished, env }) {
  const port = await freePort(wished);
  const token = randomBytes(24).toString("hex");
  writeSettings();
  const options = [
    "--no-browser",
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    `--ServerApp.root_dir=${dirname(notebook)}`,
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
  const address = `http://127.0.0.1:${port}`;
  await startServer({
    name: "JupyterLab",
    command: venvPython,
    args: ["-m", "jupyter", "lab", ...options],
    cwd: dirname(notebook),
    env: {
      ...env,
      PATH: `${dirname(venvPython)}:${env.PATH ?? ""}`,
      JUPYTER_TOKEN: token, // not an argument: those can be read by every user of the machine
      JUPYTER_CONFIG_DIR: join(home, "config"),
      JUPYTER_RUNTIME_DIR: join(home, "runtime"),
      JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
      JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
      PYDEVD_DISABLE_FILE_VALIDATION: "1",
    },
    isUp: async () => ((await answers(`${address}/api/status?token=${token}`)) ? true : undefined),
  });
  return `${address}/lab/tree/${encodeURIComponent(basename(notebook))}?token=${token}`;
}

/**
 * A fresh copy of the example in a scratch folder, so that trying fixes changes no committed file. An earlier copy
 * that somebody changed stays beside it.
 */
export function copyOfExample(name) {
  const folder = join(home, "examples");
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(root, "examples")).filter((file) => file.endsWith(".ipynb"))) {
    const [original, copy] = [join(root, "examples", file), join(folder, file)];
    if (existsSync(copy) && !readFileSync(copy).equals(readFileSync(original))) {
      renameSync(copy, copy.replace(/\.ipynb$/, " (yours, earlier).ipynb"));
    }
    copyFileSync(original, copy);
  }
  return join(folder, name);
}

/** Opens the address in the user's browser, when there is a screen. */
export function openBrowser(address) {
  const mac = process.platform === "darwin";
  if (!mac && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  const child = spawn(mac ? "open" : "xdg-open", [address], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined); // the address is on the terminal
  child.unref();
}

/** Asks nobody for news: nothing of a first look leaves the machine. */
function writeSettings() {
  const folder = join(home, "settings", "@jupyterlab", "apputils-extension");
  const file = join(folder, "notification.jupyterlab-settings");
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ fetchNews: "false", checkForUpdates: false }, undefined, 2));
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false; // not listening yet
  }
}
