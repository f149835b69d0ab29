import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findFiles } from "../../../core/cli/find-files.js";
import { sequence } from "../../support/random-sequence.js";

describe("ignoredByGit", () => {
  it("leaves out what git itself ignores, whatever the lines say", function () {
    if (spawnSync("git", ["--version"]).status !== 0) this.skip();
    const random = sequence(7);
    const among = <T>(choices: readonly T[]) => choices[random(choices.length)] as T;
    const some = (most: number, make: () => string) => Array.from({ length: random(most + 1) }, make);
    for (let round = 0; round < rounds; round++) {
      const root = realpathSync(mkdtempSync(join(tmpdir(), "ignored-paths-")));
      try {
        const write = (path: string, text: string) => {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), text);
        };
        const folders = some(6, () => [among(names), ...some(2, () => among(names))].join("/"));
        const files = [".", ...folders].flatMap((folder) => some(4, () => `${folder}/${among(names)}.py`));
        const texts = Object.fromEntries(
          [".", ...folders]
            .filter(() => random(10) < 6)
            .map((folder) => [`${folder}/.gitignore`, some(4, line).join(among(["\n", "\r\n"]))]),
        );
        for (const path of files) write(path, "");
        for (const [path, text] of Object.entries(texts)) write(path, text);
        execFileSync("git", ["init", "--quiet", root], { env: gitsOwn });
        const listed = execFileSync("git", ["ls-files", "-z", "--others", "--exclude-standard"], {
          cwd: root,
          encoding: "utf8",
          env: gitsOwn,
        });
        const expected = listed.split("\0").filter((path) => path.endsWith(".py"));
        assert.deepEqual(
          [...findFiles(["."], root).files].sort(),
          expected.sort(),
          JSON.stringify({ round, texts, files }),
        );
      } finally {
        rmSync(root, { recursive: true });
      }
    }

    function line(): string {
      const pattern = among([
        () => among(names),
        () => `${among(names)}.py`,
        () => `${among(names)}/${among(names)}`,
        () => among(["*", "**", "a*", "?", "*.py", "b?.py", "a-b*"]),
        () =>
          among(["[ab]", "[!a]", "[^b]", "[a-b]*", "[]-a]", "[[:upper:]]", "[![:lower:]x]", "[ab", "[\\]a]"]),
        () => among(["a**", "**b.py", "a/**b/old", "***/a", "a/***", "*/**/b", "a\\ ", "x y", "\\*", "a\\"]),
        () => `**/${among(names)}`,
        () => `${among(names)}/**`,
        () => `${among(names)}/**/${among(names)}.py`,
        () => `${among(names)}/*`,
        () => `#${among(names)}`,
        () => `\\${among(["#x", "!x", "a"])}`,
        () => "",
      ])();
      return `${among(["", "", "", "!"])}${among(["", "", "/"])}${pattern}${among(["", "", "/", " "])}`;
    }
  });
});

const rounds = Number(process.env.GITIGNORE_ROUNDS ?? 25);
const names = ["a", "b", "ab", "old", "x y", "#x", "!x", "A", "a.b", "[ab]", "a-b", "]"];
/** Without what the user's own git leaves out. */
const gitsOwn = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  XDG_CONFIG_HOME: "/nonexistent",
};
