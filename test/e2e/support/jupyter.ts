import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, openSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface JupyterOptions {
  /** `lab` or `notebook` (Notebook 7). */
  readonly app?: "lab" | "notebook";
  /** File name → text, the notebooks to open. */
  readonly files: Readonly<Record<string, string>>;
  /** The AWS variables of the server; nothing of the machine's own AWS configuration reaches it. */
  readonly env?: Readonly<Record<string, string>>;
  /** JupyterLab's settings by plugin id, as the user would have saved them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** JupyterLab's plugins or whole extensions that are not loaded. */
  readonly disabledExtensions?: readonly string[];
  /** The server runs without our server extension, as where only the front end is installed. */
  readonly withoutServerExtension?: boolean;
}

export interface Jupyter {
  readonly url: string;
  /** The folder that it serves. */
  readonly folder: string;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** The install of `JUPYTERLAB_VERSION`, else of the script's own; made, and the wheel put into it, when need be. */
export function installJupyter(): string {
  const script = resolve(import.meta.dirname, "install-jupyter.sh");
  return (
    execFileSync("bash", [script, "", process.env.JUPYTERLAB_VERSION ?? ""], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    })
      .trim()
      .split("\n")
      .at(-1) ?? ""
  );
}

/** Starts a JupyterLab of its own on the loopback interface, with a home of its own. */
export async function startJupyter(options: JupyterOptions): Promise<Jupyter> {
  const { app = "lab", files, env = {}, settings = {}, withoutServerExtension = false } = options;
  const { disabledExtensions = [] } = options;
  const venv = installJupyter();
  const work = mkdtempSync(join(tmpdir(), "preflight-jupyter-"));
  const folder = join(work, "notebooks");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const quiet = {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  };
  for (const [plugin, values] of Object.entries({ ...quiet, ...settings })) {
    const [scope = "", name = ""] = plugin.split(":");
    mkdirSync(join(work, "settings", scope), { recursive: true });
    writeFileSync(join(work, "settings", scope, `${name}.jupyterlab-settings`), JSON.stringify(values));
  }
  mkdirSync(join(work, "config", "labconfig"), { recursive: true });
  writeFileSync(
    join(work, "config", "labconfig", "page_config.json"),
    JSON.stringify({ disabledExtensions: Object.fromEntries(disabledExtensions.map((id) => [id, true])) }),
  );
  const port = await freePort();
  const logFile = join(work, "server.log");
  const log = openSync(logFile, "w");
  const child = spawn(
    join(venv, "bin/jupyter"),
    [
      ...[
        app,
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        `--port=${port}`,
        "--ServerApp.port_retries=0",
      ],
      ...["--IdentityProvider.token=", "--ServerApp.password=", `--ServerApp.root_dir=${folder}`],
      ...[
        "--expose-app-in-browser",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
      ],
      ...(withoutServerExtension ? ['--ServerApp.jpserver_extensions={"sagemaker_preflight": False}'] : []),
    ],
    {
      stdio: ["ignore", log, log],
      detached: true,
      env: {
        PATH: `${join(venv, "bin")}:${process.env.PATH ?? ""}`,
        LANG: "C.UTF-8",
        HOME: work,
        JUPYTER_CONFIG_DIR: join(work, "config"),
        JUPYTER_DATA_DIR: join(work, "data"),
        JUPYTER_RUNTIME_DIR: join(work, "runtime"),
        JUPYTERLAB_SETTINGS_DIR: join(work, "settings"),
        JUPYTERLAB_WORKSPACES_DIR: join(work, "workspaces"),
        AWS_EC2_METADATA_DISABLED: "true",
        ...env,
      },
    },
  );
  const url = `http://127.0.0.1:${port}`;
  const readLog = () => readFileSync(logFile, "utf8");
  const stop = async () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
      await Promise.race([new Promise((ended) => child.once("exit", ended)), sleep(5_000)]);
    } catch {
      // It has ended already.
    }
    rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let waited = 0; waited < 90_000; waited += 200) {
    const answer = await fetch(`${url}/api/status`).catch(() => undefined);
    if (answer?.ok) return { url, folder, log: readLog, stop };
    if (child.exitCode !== null) break;
    await sleep(200);
  }
  const output = readLog();
  await stop();
  throw new Error(`JupyterLab did not start:\n${output}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
