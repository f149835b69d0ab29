import assert from "node:assert/strict";
import { unifiedDiff } from "../../../core/cli/unified-diff.js";
import { sequence } from "../../support/random-sequence.js";

describe("unifiedDiff", () => {
  it("shows what changes with three lines around it", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`);
    const after = [...lines];
    after.splice(9, 1, "new\n", "more\n");
    after.splice(18, 0, "third\n");
    assert.equal(
      unifiedDiff("a/b.py", lines.join(""), after.join("")),
      `--- a/a/b.py
+++ b/a/b.py
@@ -7,7 +7,8 @@
 line 7
 line 8
 line 9
-line 10
+new
+more
 line 11
 line 12
 line 13
@@ -15,6 +16,7 @@
 line 15
 line 16
 line 17
+third
 line 18
 line 19
 line 20
`,
    );
  });

  it("says where a file has no last line end", () => {
    assert.equal(
      unifiedDiff("a", "x", "x\ny"),
      "--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n-x\n\\ No newline at end of file\n+x\n+y\n\\ No newline at end of file\n",
    );
    assert.equal(unifiedDiff("a", "", "x\n"), "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
    assert.equal(unifiedDiff("a", "same", "same"), "");
  });

  it("makes the new text of the old one, for random texts", () => {
    const random = sequence(11);
    const text = () =>
      Array.from({ length: random(30) }, () => `${"abc"[random(3)] ?? ""}\r\n`.slice(random(2))).join("") +
      (random(2) === 0 ? "end" : "");
    for (let round = 0; round < 500; round++) {
      const [before, after] = [text(), text()];
      assert.equal(patched(before, unifiedDiff("f", before, after)), after);
    }
  });

  it("is quick with a large notebook", () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `line ${index}\n`);
    const after = [...lines];
    for (let index = 50; index < lines.length; index += 2_000) after[index] = "changed\n";
    const start = performance.now();
    const diff = unifiedDiff("f", lines.join(""), after.join(""));
    assert.ok(performance.now() - start < 4_000);
    assert.equal(diff.match(/^@@/gm)?.length, 50);
  });
});

/** What `patch` does, with no tolerance. */
function patched(before: string, diff: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const lines = (diff.match(/[^\n]*\n/g) ?? []).slice(2);
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("\\")) continue;
    const [, start, count] = /^@@ -(\d+)(?:,(\d+))? /.exec(line) ?? [];
    if (start !== undefined) {
      const first = Number(start) - (count === "0" ? 0 : 1);
      result.push(...old.slice(at, first));
      at = first;
      continue;
    }
    const isCut = lines[index + 1]?.startsWith("\\") === true;
    const content = isCut ? line.slice(1, -1) : line.slice(1);
    if (line.startsWith("+")) result.push(content);
    else {
      assert.equal(content, old[at]);
      if (line.startsWith(" ")) result.push(content);
      at += 1;
    }
  }
  return [...result, ...old.slice(at)].join("");
}
