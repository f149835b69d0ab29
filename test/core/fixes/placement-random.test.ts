import assert from "node:assert/strict";
import { check, fixWriterFor } from "../../../core/src/check.js";
import type { Environment } from "../../../core/src/environment.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { Edit } from "../../../core/src/notebook/span.js";
import type { Finding, Fix, Report } from "../../../core/src/report.js";
import type { JobRequest } from "../../../core/src/requests/request.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { compareTrees, type Mending } from "../../support/compare-trees.js";
import { notebookOf } from "../../support/notebooks.js";
import { randomJobNotebook } from "../../support/random-job-notebook.js";
import { sequence } from "../../support/random-sequence.js";
import { twoVpcs } from "../../support/two-vpcs.js";

/** `PLACEMENTS=3000 RANDOM_SEED=2 npx mocha --timeout 0 …` for a long run. */
const rounds = Number(process.env.PLACEMENTS ?? 25);
const seed = Number(process.env.RANDOM_SEED ?? 1);
/** `ROUND=17`: that one alone. */
const only = process.env.ROUND;

describe("each fix of jobs in any format", () => {
  it("changes what it says and nothing else, once, and can be taken back", function () {
    this.timeout(process.env.PLACEMENTS === undefined ? 120_000 : 0);
    const mendings: Mending[] = [];
    const problems: string[] = [];
    let offered = 0;
    for (let round = 0; round < rounds; round++) {
      if (only !== undefined && round !== Number(only)) continue;
      const cells = randomJobNotebook(sequence(seed * 1_000_003 + round * 7919));
      const before = notebookOf(...cells);
      const report = check(before, environment);
      for (const finding of report.findings)
        for (const fix of finding.fixes) {
          offered += 1;
          const after = editCells(before, fix.edits);
          const shown = () =>
            `round ${round}: “${fix.title}” of ${finding.rule}\n${cells.join("\n# %%\n")}\n--- became\n${after?.cells.map(({ text }) => text).join("\n# %%\n") ?? "nothing: its edits overlap"}`;
          try {
            assert.ok(after);
            assertMended(report, finding, fix, after);
            assert.deepEqual(editCells(after, inverse(before, fix.edits)), before, "taken back");
            mendings.push({ name: shown(), before: cells, after: after.cells.map(({ text }) => text) });
          } catch (error) {
            problems.push(`${error instanceof Error ? error.message : String(error)}\n${shown()}`);
          }
        }
    }
    assert.equal(
      problems.length,
      0,
      `${problems.length} of ${offered} fixes:\n${problems.slice(0, 8).join("\n=====\n")}`,
    );
    if (only === undefined) assert.ok(offered > rounds * 2, `only ${offered} fixes in ${rounds} notebooks`);
    const differing = compareTrees(mendings);
    assert.equal(
      differing.length,
      0,
      `${differing.length} of ${offered} fixes:\n${differing.slice(0, 8).join("\n=====\n")}`,
    );
  });
});

const environment: Environment = environmentOf(accountFacts(twoVpcs));

function assertMended(before: Report, finding: Finding, fix: Fix, notebook: Notebook): void {
  const after = check(notebook, environment);
  const count = ({ findings }: Report) => findings.filter(({ rule }) => rule === finding.rule).length;
  assert.ok(count(after) < count(before), "the finding stays");
  const mended = before.requests[finding.request];
  // A model that is refused has its endpoint once it is not
  const isOfRefused = (operation: string) => mended?.refused !== undefined && operation.includes("Endpoint");
  const [was, is] = [before, after].map(({ requests }) =>
    requests.filter(({ operation }) => !isOfRefused(operation)),
  ) as [JobRequest[], JobRequest[]];
  assert.equal(is.length, was.length, "another number of jobs");
  const isShared = /changes \S+ other jobs? as well|in \d+ calls$/.test(fix.title);
  was.forEach((request, index) => {
    const now = is[index];
    assert.ok(now);
    if (request === mended) assert.deepEqual(fieldsOf(now, fix), wanted(request, fix), "its fields");
    else if (!isShared) assert.deepEqual(fieldsOf(now, fix), fieldsOf(request, fix), "another job's fields");
  });
  const request = after.requests[finding.request];
  if (request === undefined || fix.changes.length === 0) return;
  const again = fixWriterFor(after.requests, notebook, environment).write(request, fix.changes);
  assert.deepEqual(again ?? [], [], "twice");
}

type Fields = readonly (readonly [string, unknown])[];

function fieldsOf({ fields }: JobRequest, fix: Fix): Fields {
  return sorted(
    [...fields]
      // NetworkConfig says False where nothing was said before, which is the same to AWS
      .filter(([path, { value }]) => !(path.endsWith("EnableNetworkIsolation") && value === false))
      .map(([path, { state, value, values }]) => [path, { state, value, values }]),
    fix,
  );
}

function wanted(request: JobRequest, fix: Fix): Fields {
  const fields = new Map(fieldsOf(request, fix));
  for (const { path, value } of fix.changes) fields.set(path, { state: "known", value, values: undefined });
  return sorted([...fields], fix);
}

/** Without structures that were None or empty, and have members now. */
function sorted(fields: Fields, { changes }: Fix): Fields {
  return fields
    .filter(([path]) => !changes.some((change) => change.path.startsWith(`${path}.`)))
    .sort(([one], [other]) => one.localeCompare(other));
}

/** The edits that take others back, made on the text after them. */
function inverse({ cells }: Notebook, edits: readonly Edit[]): readonly Edit[] {
  return cells.flatMap((cell, index) => {
    const own = edits
      .filter(({ span }) => span.cell === index)
      .sort((one, other) => one.span.from - other.span.from || one.span.to - other.span.to);
    let shift = 0;
    return own.map(({ span: { from, to }, text }): Edit => {
      const at = from + shift;
      shift += text.length - (to - from);
      return { span: { cell: index, from: at, to: at + text.length }, text: cell.text.slice(from, to) };
    });
  });
}
