import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CommandHost } from "../../../core/cli/main.js";
import { createChecker } from "../../../core/src/check.js";
import { runCommand } from "./run-command.js";

/** A folder of a test, where the command line runs with the real check and keeps what it finds. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "preflight-"));
  /** Where it keeps it unless it is told otherwise. */
  readonly cache = join(this.folder, ".cache/sagemaker-preflight/checks");

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns The absolute path. */
  write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** The names of what it kept. */
  kept(): readonly string[] {
    return readdirSync(this.cache).filter((name) => name.endsWith(".checks"));
  }

  check(...more: readonly string[]) {
    return this.run(["check", ".", "--offline", ...more]);
  }

  /** `checked`: the files that were checked, not only printed. */
  async run(argv: readonly string[], host: Partial<CommandHost> = {}) {
    const checked = new Set<string>();
    const ran = await runCommand(argv, this.folder, {
      build: "test",
      loadChecker: () =>
        Promise.resolve(() => {
          const check = createChecker();
          return (notebook, environment) => {
            checked.add(notebook.uri);
            return check(notebook, environment);
          };
        }),
      ...host,
    });
    return { ...ran, checked: [...checked].sort() };
  }
}
