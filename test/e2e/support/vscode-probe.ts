import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { EditorState, ProbeRequest } from "./vscode-probe/requests.js";

const folder = resolve(import.meta.dirname, "vscode-probe");

/** An extension of the tests' own, by which they act in a VS Code and see what its extensions see. */
export class VscodeProbe {
  private constructor(
    private readonly work: string,
    private readonly port: number,
  ) {}

  /** @param port Free, on the loopback interface. */
  static async make(port: number): Promise<VscodeProbe> {
    const work = await mkdtemp(join(tmpdir(), "preflight-probe-"));
    await build({
      entryPoints: [join(folder, "extension.ts")],
      outfile: join(work, "extension.cjs"),
      bundle: true,
      platform: "node",
      target: "node20",
      format: "cjs",
      external: ["vscode"],
      logLevel: "warning",
    });
    await writeFile(join(work, "package.json"), await readFile(join(folder, "package.json")));
    await writeFile(join(work, "README.md"), "Acts in the editor for the end-to-end tests.\n");
    const vsce = createRequire(import.meta.url).resolve("@vscode/vsce/vsce");
    const options = ["--no-dependencies", "--allow-missing-repository", "--skip-license", "--out=probe.vsix"];
    execFileSync(process.execPath, [vsce, "package", ...options], { cwd: work, stdio: "ignore" });
    return new VscodeProbe(work, port);
  }

  get vsix(): string {
    return join(this.work, "probe.vsix");
  }

  /** For the server that the extension runs in. */
  get env(): Readonly<Record<string, string>> {
    return { PREFLIGHT_PROBE_PORT: String(this.port) };
  }

  /** Resolves once VS Code's extensions run. */
  async ready(): Promise<void> {
    for (let waited = 0; ; waited += 100) {
      try {
        await this.state();
        return;
      } catch (error) {
        if (waited > 60_000) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  async do(request: ProbeRequest): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}`, {
      method: "POST",
      body: JSON.stringify(request),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${JSON.stringify(request)}: ${text}`);
    return JSON.parse(text);
  }

  async state(): Promise<EditorState> {
    return (await this.do({ do: "state" })) as EditorState;
  }

  async remove(): Promise<void> {
    await rm(this.work, { recursive: true, force: true });
  }
}
