import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { check } from "../../../core/src/check.js";
import { dialectOf } from "../../../core/src/dialects/index.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { Edit } from "../../../core/src/notebook/span.js";
import type { FieldChange, JobRequest } from "../../../core/src/requests/request.js";
import { notebookOf } from "../../support/notebooks.js";
import { randomCall, type RandomCell } from "../../support/random-call.js";
import { sequence } from "../../support/random-sequence.js";

/** `RANDOM_CALLS=5000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const rounds = Number(process.env.RANDOM_CALLS ?? 250);

describe("fields written into calls of any format", () => {
  it("are what is sent then, all else as before, and the code is Python", function () {
    this.timeout(120_000);
    const random = sequence(Number(process.env.RANDOM_SEED ?? 4));
    const written: string[] = [];
    let applied = 0;
    for (let round = 0; round < rounds; round++) {
      const { cells: made, changes } = randomCall(random);
      const cells = made.map(({ before, code, after }) => before + code + after);
      const before = notebookOf(...cells);
      const request = requestOf(before);
      const edits = write(request, changes, before);
      written.push(...cells);
      if (!edits) continue;
      applied += 1;
      const after = editCells(before, edits);
      assert.ok(after, `edits overlap in\n${cells.join("\n# %%\n")}`);
      const texts = after.cells.map(({ text }) => text);
      written.push(...texts);
      const shown = `${cells.join("\n# %%\n")}\n--- became\n${texts.join("\n# %%\n")}`;
      const now = requestOf(after);
      assert.deepEqual(fieldsOf(now, changes), expectedFields(request, changes), shown);
      assert.equal(check(after, noEnvironment).requests.length, check(before, noEnvironment).requests.length);
      assertInside(edits, made, shown);
      const again = write(now, changes, after);
      assert.deepEqual(again, [], `the second time something changes in\n${shown}`);
    }
    assert.ok(applied > rounds * 0.9, `only ${applied} of ${rounds} could be written`);
    assert.deepEqual(unparsable(written), []);
  });
});

function requestOf(notebook: Notebook): JobRequest {
  const request = check(notebook, noEnvironment).requests.at(-1);
  assert.ok(request, `no request in\n${notebook.cells.map(({ text }) => text).join("\n# %%\n")}`);
  return request;
}

function write(
  request: JobRequest,
  changes: readonly FieldChange[],
  notebook: Notebook,
): readonly Edit[] | undefined {
  return dialectOf(request)?.write(request, changes, notebook);
}

function plainFields({ fields }: JobRequest): Map<string, unknown> {
  return new Map(
    [...fields]
      // NetworkConfig says False where nothing was said before, which is the same to AWS
      .filter(([path, { value }]) => !(path.endsWith("EnableNetworkIsolation") && value === false))
      .map(([path, { state, value, values }]) => [path, { state, value, values }]),
  );
}

function fieldsOf(request: JobRequest, changes: readonly FieldChange[]): unknown {
  return sorted(plainFields(request), changes);
}

function expectedFields(request: JobRequest, changes: readonly FieldChange[]): unknown {
  const fields = plainFields(request);
  for (const { path, value } of changes) fields.set(path, { state: "known", value, values: undefined });
  return sorted(fields, changes);
}

/** Without structures that were None or empty, and have members now. */
function sorted(fields: ReadonlyMap<string, unknown>, changes: readonly FieldChange[]): unknown {
  return [...fields]
    .filter(([path]) => !changes.some((change) => change.path.startsWith(`${path}.`)))
    .sort(([one], [other]) => one.localeCompare(other));
}

/** Nothing changes outside of the code that is the call's, but for imports. */
function assertInside(edits: readonly Edit[], cells: readonly RandomCell[], shown: string): void {
  for (const { span, text } of edits) {
    const { before = "", code = "" } = cells[span.cell] ?? {};
    const isImport = /^(?:, \w+|[ \t]*from \S+ import .*\r?\n)$/.test(text);
    const isInside = span.from >= before.length && span.to <= before.length + code.length;
    assert.ok(isImport || isInside, shown);
  }
}

/** The texts that CPython cannot parse. */
function unparsable(texts: readonly string[]): string[] {
  const program =
    "import ast, json, sys\nbad = []\nfor text in json.load(sys.stdin):\n    try: ast.parse(text)\n    except SyntaxError: bad.append(text)\nprint(json.dumps(bad))";
  const output = execFileSync("python3", ["-c", program], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(output) as string[];
}
