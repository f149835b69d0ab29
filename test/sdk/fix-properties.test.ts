import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { checkInWorld, eachFix } from "./mend.js";
import { readCases, toCase, type SdkCase } from "./sdk-case.js";

/** Lines that a fix may take out with what it takes out. */
const gone = /^\s*[\w.]+\.enable_network_isolation = True/;

/** `EVERY_CASE=1 npx mocha --timeout 0 …` takes all snippets, which takes minutes. */
const stride = process.env.EVERY_CASE === "1" ? 1 : 6;

describe("the fixes of recorded snippets", () => {
  const texts: string[] = [];

  for (const one of readCases().filter((_, index) => index % stride === 0)) {
    it(`keep line ends, indents and comments: ${one.name}`, () => {
      const fixes = eachFix(one);
      const windows = withText(one, toWindows(one.text));
      assert.deepEqual(
        eachFix(windows).map(({ text }) => text),
        fixes.map(({ text }) => toWindows(text)),
      );
      const tabbed = eachFix(withText(one, toTabs(one.text)));
      assert.equal(tabbed.length, fixes.length, "with tabs");
      for (const { text } of [...fixes, ...tabbed]) {
        texts.push(text);
        assert.deepEqual(missingComments(one.text, text), []);
      }
    });

    it(`mend for good: ${one.name}`, () => {
      const before = titlesOf(one);
      for (const { text, titles, files } of eachFix(one)) {
        const after = titlesOf(withText(one, text, files));
        for (const title of titles)
          assert.ok(
            (after.get(title) ?? 0) < (before.get(title) ?? 0),
            `“${title}” is offered again in\n${text}`,
          );
      }
    });
  }

  it("leave what Python parses", () => {
    assert.ok(texts.length > 200, `${texts.length} texts`);
    assert.deepEqual(unparsable(texts), []);
  });
});

/** How often a fix is offered, for a finding. */
function titlesOf(one: SdkCase): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fixes } of checkInWorld(one).findings)
    for (const { title } of fixes) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
}

/** @param files Those that have other texts now; the defaults stay the case's, whatever became of the line that names them. */
function withText(one: SdkCase, text: string, files: ReadonlyMap<string, string> = new Map()): SdkCase {
  const readFile: SdkCase["readFile"] = (path) => {
    const changed = files.get(path);
    return changed === undefined ? one.readFile(path) : { state: "text", text: changed };
  };
  return { ...toCase(one.name, text), readFile, sdkDefaults: one.sdkDefaults };
}

function toWindows(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

function toTabs(text: string): string {
  return text.replace(/^(?: {4})+/gm, (indent) => "\t".repeat(indent.length / 4));
}

function missingComments(before: string, after: string): readonly string[] {
  const kept = before.split("\n").filter((line) => !gone.test(line));
  const comments = kept.flatMap((line) => /(?:^|\s)(# .*)$/.exec(line)?.[1] ?? []);
  return comments.filter((comment) => !after.includes(comment));
}

/** The texts that CPython cannot parse. */
function unparsable(all: readonly string[]): readonly string[] {
  const program =
    "import ast, json, sys\nbad = []\nfor text in json.load(sys.stdin):\n    try: ast.parse(text)\n    except SyntaxError: bad.append(text)\nprint(json.dumps(bad))";
  const output = execFileSync("python3", ["-c", program], {
    input: JSON.stringify(all),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(output) as string[];
}
