import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A running VS Code workbench with our extension; `stop` ends its processes and removes its folders. */
export interface CodeServer {
  readonly url: string;
  /** What the editor has open. */
  readonly folder: string;
  /** The log of our extension, as far as it is written. */
  extensionLog(): string;
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  /** Name → content of the files to open. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Instead of all `AWS_*` variables of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** False: the folder opens in restricted mode. */
  readonly trusted?: boolean;
  /** Paths of `.vsix` files that are installed besides our own. */
  readonly extensions?: readonly string[];
}

/** The extension as `npm run build` packages it. */
const vsix = resolve(import.meta.dirname, "../../../vscode-ext/dist/sagemaker-preflight.vsix");

/** Starts code-server with the packaged extension on a free port of the loopback interface. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const [node = "", entry = ""] = installation();
  const home = mkdtempSync(join(tmpdir(), "preflight-vscode-"));
  const folder = join(home, "workspace");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(options.files)) writeFileSync(join(folder, name), content);
  const userData = join(home, "user-data");
  writeSettings(userData, options);
  const env = { ...environmentWithoutAws(), HOME: home, XDG_CACHE_HOME: join(home, "cache"), ...options.env };
  const config = join(home, "config.yaml");
  writeFileSync(config, "auth: none\n");
  const common = [
    entry,
    "--config",
    config,
    "--user-data-dir",
    userData,
    "--extensions-dir",
    join(home, "extensions"),
  ];
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there. Run npm run build.`);
  for (const extension of [vsix, ...(options.extensions ?? [])])
    execFileSync(node, [...common, "--install-extension", extension, "--force"], { env, stdio: "ignore" });

  const port = await freePort();
  const log = join(home, "server.log");
  const output = openSync(log, "w");
  const trust = options.trusted === false ? [] : ["--disable-workspace-trust"];
  const flags = [
    "--auth",
    "none",
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-getting-started-override",
  ];
  const child = spawn(node, [...common, ...flags, ...trust, "--bind-addr", `127.0.0.1:${port}`, folder], {
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  await untilHealthy(`http://127.0.0.1:${port}/healthz`, log);
  return {
    url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`,
    folder,
    extensionLog: () => readExtensionLog(userData),
    stop: async () => {
      await stopGroup(child);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Of `CODE_SERVER_VERSION`, else the script's own; installed once under .cache. */
function installation(): readonly string[] {
  const script = resolve(import.meta.dirname, "install-code-server.sh");
  const output = execFileSync("bash", [script, process.env.CODE_SERVER_VERSION ?? ""], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return output.trim().split("\n").at(-1)?.split(" ") ?? [];
}

function writeSettings(userData: string, { settings = {}, trusted = true }: CodeServerOptions): void {
  mkdirSync(join(userData, "User"), { recursive: true });
  const quiet = {
    "security.workspace.trust.enabled": !trusted,
    "security.workspace.trust.startupPrompt": "never",
    "workbench.startupEditor": "none",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.tips.enabled": false,
    "chat.commandCenter.enabled": false,
    "chat.disableAIFeatures": true,
    "telemetry.telemetryLevel": "off",
    "extensions.autoUpdate": false,
    "extensions.autoCheckUpdates": false,
    "extensions.ignoreRecommendations": true,
    "files.simpleDialog.enable": true,
    "window.dialogStyle": "custom",
  };
  writeFileSync(join(userData, "User", "settings.json"), JSON.stringify({ ...quiet, ...settings }));
}

function environmentWithoutAws(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_")));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilHealthy(url: string, log: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await sleep(100);
  }
  throw new Error(`code-server did not start:\n${readFileSync(log, "utf8").slice(-2000)}`);
}

function readExtensionLog(userData: string): string {
  const output = execFileSync(
    "find",
    [join(userData, "logs"), "-name", "SageMaker Preflight.log", "-newermt", "2000-01-01"],
    { encoding: "utf8" },
  );
  return output
    .split("\n")
    .filter((path) => path !== "")
    .map((path) => readFileSync(path, "utf8"))
    .join("");
}

/** The server forks its extension hosts into its own process group. */
async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const exited = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await Promise.race([exited, sleep(5_000)]);
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // all of them had ended
  }
}
