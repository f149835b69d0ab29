import assert from "node:assert/strict";
import { createAccountReader } from "../../../core/aws/index.js";
import { CheckSession } from "../../../core/cli/check-session.js";
import type { AccountReader } from "../../../core/src/account/account-reader.js";
import { readsTable } from "../../../core/src/account/reads.js";
import { createChecker, type Notebook, type Report } from "../../../core/src/index.js";
import { startFaultProxy, type FaultProxy } from "../../support/fault-proxy.js";
import { faultyNotebooks } from "../../support/faulty-notebooks.js";
import { startPythonReader } from "../../support/lasting-python-reader.js";
import { startSampleAccount, withEnv, type SampleAccount } from "../../support/sample-account.js";

const checks = Number(process.env.FAULT_CHECKS ?? 120);
const checksInPython = Number(process.env.FAULT_CHECKS_PYTHON ?? 5);
/** Milliseconds for all that one check asks; boto3 takes most of a second to make its clients. */
const budgets = { node: 4000, python: 5000 };
/** Milliseconds above it that a busy machine may take to notice. */
const tolerance = 4000;

describe("A check of an account that answers badly", function () {
  this.timeout(Math.max(240_000, (checks + checksInPython) * 2000));
  let sample: SampleAccount;
  let proxy: FaultProxy;
  let notebooks: readonly Notebook[];
  let undisturbed: readonly Report[];
  before(async () => {
    sample = await startSampleAccount();
    proxy = await startFaultProxy(sample.endpoint);
    notebooks = faultyNotebooks(sample.ids);
    undisturbed = await withEnv(withoutEndpoint(), () =>
      Promise.all(notebooks.map((one) => check(one, nodeReader(proxy.plain), 60_000))),
    );
    for (const { findings, gaps, questions } of undisturbed) {
      assert.ok(findings.length > 0);
      assert.deepEqual([gaps, questions], [[], []]);
    }
  });
  after(async () => {
    await proxy.stop();
    await sample.stop();
  });

  it(`says less or the same, and nothing else, in time: ${checks} checks through the Node reader`, async () => {
    await judgeAll(checks, 8, budgets.node, (seed) => nodeReader(proxy.endpointFor(seed)));
  });

  it(`the same through the Python reader: ${checksInPython} checks`, async () => {
    const python = startPythonReader({ ...sample.env, AWS_ENDPOINT_URL: proxy.plain });
    try {
      await judgeAll(checksInPython, 1, budgets.python, (seed) =>
        python.readerAt(proxy.endpointFor(1_000_000 + seed)),
      );
    } finally {
      await python.stop();
    }
  });

  it("asked nothing that is not in the table", () => {
    const known = new Set(readsTable.reads.map(({ service, operation }) => `${service}:${operation}`));
    assert.deepEqual(
      [...proxy.actions.keys()].filter((action) => !known.has(action)),
      [],
    );
  });

  async function judgeAll(
    count: number,
    atOnce: number,
    budget: number,
    readerFor: (seed: number) => () => AccountReader,
  ): Promise<void> {
    const problems: string[] = [];
    const tally = { same: 0, less: 0, slowest: 0 };
    let next = 0;
    const work = async (): Promise<void> => {
      for (let seed = next++; seed < count; seed = next++) {
        const index = seed % notebooks.length;
        const [notebook, expected] = [notebooks[index], undisturbed[index]];
        if (notebook === undefined || expected === undefined) return;
        const start = Date.now();
        const report = await check(notebook, readerFor(seed), budget).catch((error: unknown) => error);
        const took = Date.now() - start;
        tally.slowest = Math.max(tally.slowest, took);
        // Who is asked, then what is asked: each has the budget
        if (took > 2 * budget + tolerance) problems.push(`check ${seed} took ${took} ms`);
        if (report instanceof Error) problems.push(`check ${seed} threw ${report.stack ?? ""}`);
        else problems.push(...wrongIn(report as Report, expected).map((wrong) => `check ${seed}: ${wrong}`));
        const isSame = !(report instanceof Error) && openIn(report as Report) === openIn(expected);
        tally[isSame ? "same" : "less"] += 1;
      }
    };
    await withEnv(withoutEndpoint(), async () => {
      await Promise.all(Array.from({ length: atOnce }, work));
    });
    assert.deepEqual(problems.slice(0, 10), [], `${problems.length} problems`);
    assert.ok(tally.less > count / 10, `hardly ever disturbed: ${JSON.stringify(tally)}`);
    if (process.env.FAULT_CHECKS !== undefined)
      console.log(`      ${JSON.stringify(tally)} ${JSON.stringify([...proxy.faults])}`);
  }

  async function check(notebook: Notebook, open: () => AccountReader, within: number): Promise<Report> {
    const session = new CheckSession({
      createChecker,
      openAccount: () => Promise.resolve(open()),
      region: sample.region,
      now: Date.now,
      budget: within,
      roundDeadline: within,
    });
    const [report] = await session.check([notebook], { withChoices: false });
    return report ?? assert.fail();
  }

  const withoutEndpoint = () => ({ ...sample.env, AWS_ENDPOINT_URL: undefined });
  const nodeReader = (endpoint: string) => () => createAccountReader({ endpoint });
});

const openIn = ({ verdicts }: Report): number =>
  verdicts.flatMap((ofJob) => [...ofJob.values()]).filter(({ state }) => state === "cannot tell").length;

/** What a disturbed report says that the undisturbed one does not. "Cannot tell" is always right. */
function wrongIn(report: Report, expected: Report): readonly string[] {
  const verdicts = report.verdicts.flatMap((ofJob, job) =>
    [...ofJob].flatMap(([rule, { state }]) => {
      const right = expected.verdicts[job]?.get(rule)?.state;
      return state === "cannot tell" || state === right
        ? []
        : [`${rule} is "${state}", not "${right ?? ""}"`];
    }),
  );
  const say = ({ findings }: Report) =>
    findings.map(({ rule, severity, span, message }) =>
      // Whoever could not be asked who the caller is has no number to say
      JSON.stringify([
        rule,
        severity,
        span,
        message.replace(/\baccount \d{12}|\bthis account/, "the account"),
      ]),
    );
  const known = new Set(say(expected));
  return [...verdicts, ...say(report).filter((finding) => !known.has(finding))];
}
