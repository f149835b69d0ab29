import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Field } from "../../../../core/src/dialects/aws-cli/shell/expand-word.js";
import { unknownText } from "../../../../core/src/dialects/aws-cli/shell/parse-script.js";
import { runScript } from "../../../../core/src/dialects/aws-cli/shell/run-script.js";
import { randomFrom } from "../../../support/random.js";
import { callInFile, randomShellScript } from "../../../support/random-shell-script.js";

const seed = Number(process.env.SHELL_SEED ?? 1);
const count = Number(process.env.SHELL_SCRIPTS ?? 60);
const bash = spawnSync("bash", ["--version"], { encoding: "utf8" });
const major = Number(/version (\d+)/.exec(bash.error ? "" : bash.stdout)?.[1] ?? 0);

/**
 * What a program is called with is what bash calls it with, as far as it is known. Hundreds:
 * `SHELL_SCRIPTS=800 SHELL_SEED=7 npx mocha test/core/dialects/aws-cli/against-bash.test.ts`.
 */
describe(`scripts against bash, ${count} from seed ${seed}`, () => {
  it("have their programs called so, and most of the words are known", function () {
    // Older ones lack some of the syntax
    if (major < 5) this.skip();
    this.timeout(20_000 + count * 400);
    const random = randomFrom(seed);
    const wrong: string[] = [];
    let [calls, known] = [0, 0];
    for (let done = 0; done < count; done += 1) {
      const script = randomShellScript(random);
      const predicted = predictedCalls(script);
      for (const actual of callsIn(script)) {
        const ways = predicted.get(actual[0] ?? "") ?? [];
        // Of a file whose text is not known nothing is told
        if (ways.length === 0 && actual[0] === callInFile) continue;
        calls += 1;
        if (ways.length === 1 && ways[0]?.every(({ text }) => !text.includes(unknownText))) known += 1;
        if (!ways.some((fields) => isOf(fields, actual)))
          wrong.push(
            `${script}--- is called with ${JSON.stringify(actual)}, predicted: ${JSON.stringify(
              ways.map((fields) => fields.map(({ text }) => text.replaceAll(unknownText, "?"))),
            )}`,
          );
      }
    }
    assert.deepEqual(
      wrong.length,
      0,
      `${wrong.length} of ${calls} are wrong:\n${wrong.slice(0, 4).join("\n\n")}`,
    );
    if (process.env.SHELL_SCRIPTS !== undefined) console.log(`${calls} calls, ${known} known in full`);
    assert.ok(known > calls / 2, `${known} of ${calls} calls are known`);
  });
});

/** By the number of the call. */
function predictedCalls(script: string): ReadonlyMap<string, readonly (readonly Field[])[]> {
  const found = new Map<string, (readonly Field[])[]>();
  for (const { alternatives } of runScript(
    script,
    new Map(),
    new Map(),
    (program) => program === "p",
    true,
    [],
  ))
    for (const [, number, ...fields] of alternatives)
      found.set(number?.text ?? "", [...(found.get(number?.text ?? "") ?? []), fields]);
  return found;
}

function callsIn(script: string): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), "against-bash-"));
  try {
    const log = join(folder, "log");
    const work = join(folder, "work");
    mkdirSync(work);
    program(folder, "p", `printf '%s\\037' "$@" >> '${log}'; printf '\\036' >> '${log}'`);
    program(folder, "q", `echo "q$1"; [ $(($1 % 2)) = 0 ]`);
    const path = join(folder, "script.sh");
    writeFileSync(path, script);
    // A script whose functions call each other without end must not take the machine with it: `timeout` ends all that it started
    spawnSync("timeout", ["-s", "KILL", "10", "bash", path], {
      cwd: work,
      env: { PATH: `${folder}:${process.env.PATH ?? ""}`, LC_ALL: "C", FUNCNEST: "20" },
    });
    if (!existsSync(log)) return [];
    const text = readFileSync(log, "utf8");
    return text
      .split("\x1e")
      .slice(0, -1)
      .map((call) => call.split("\x1f").slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function program(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

/** A field that is not quoted may be any number of words where it is not known. */
function isOf(fields: readonly Field[], [, ...words]: readonly string[]): boolean {
  const separator = "\x1f";
  const pattern = fields
    .map(({ text, splits }) =>
      splits
        ? `(?:${text.split(unknownText).map(escaped).join("[\\s\\S]*")}${separator})?[\\s\\S]*`
        : text.split(unknownText).map(escaped).join(`[^${separator}]*`) + separator,
    )
    .join("");
  return new RegExp(`^${pattern}$`).test(words.map((word) => word + separator).join(""));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
