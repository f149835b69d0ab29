import { createAccountReader } from "../../core/aws/index.js";
import type { Fact } from "../../core/src/account/fact.js";
import { questionKey, type Question } from "../../core/src/account/question.js";
import { createChecker } from "../../core/src/check.js";
import type { Environment } from "../../core/src/environment.js";
import type { Report } from "../../core/src/report.js";
import { answerInPython } from "./python-reader.js";
import { withEnv, type SampleAccount } from "./sample-account.js";

export type ReaderName = "Node" | "Python";

export interface WireCheck {
  readonly report: Report;
  /** What the reader was asked, round by round. */
  readonly rounds: readonly (readonly Question[])[];
}

/** Checks cells as a host does: asks the account what the check wants to know, and checks again, until nothing is open. */
export async function checkOverTheWire(
  cells: readonly string[],
  { region, env }: Pick<SampleAccount, "region" | "env">,
  reader: ReaderName,
  more: Partial<Environment> = {},
): Promise<WireCheck> {
  const check = createChecker();
  const notebook = {
    uri: "wire.ipynb",
    cells: cells.map((text) => ({ kind: "code" as const, language: "python", text })),
  };
  const facts = new Map<string, Fact>();
  const rounds: Question[][] = [];
  for (;;) {
    const report = check(notebook, { ...more, region, facts: new Map(facts), online: true });
    const open = report.questions.filter((question) => !facts.has(questionKey(question)));
    if (open.length === 0) return { report, rounds };
    if (rounds.length >= mostRounds) throw new Error(`Still open: ${open.map(questionKey).join(", ")}`);
    const answers =
      reader === "Node"
        ? await withEnv(env, () => createAccountReader().answer(open, deadline))
        : await answerInPython(open, env, deadline);
    open.forEach((question, index) => {
      const answer = answers[index];
      if (answer !== undefined) facts.set(questionKey(question), answer);
    });
    rounds.push(open);
  }
}

const mostRounds = 12;
/** Milliseconds: a test machine may be busy. */
const deadline = 45_000;
