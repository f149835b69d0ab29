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
  /** How often the reader was asked. */
  readonly rounds: number;
  readonly questions: readonly Question[];
}

/** Checks Python as a host does: asks the account what the check wants to know, and checks again, until nothing is open. */
export async function checkOverTheWire(
  code: string,
  { region, env }: Pick<SampleAccount, "region" | "env">,
  reader: ReaderName,
  more: Partial<Environment> = {},
): Promise<WireCheck> {
  const check = createChecker();
  const notebook = { uri: "wire.py", cells: [{ kind: "code" as const, language: "python", text: code }] };
  const facts = new Map<string, Fact>();
  const asked: Question[] = [];
  for (let rounds = 0; ; rounds += 1) {
    const report = check(notebook, { ...more, region, facts: new Map(facts), online: true });
    const open = report.questions.filter((question) => !facts.has(questionKey(question)));
    if (open.length === 0) return { report, rounds, questions: asked };
    if (rounds > 8)
      throw new Error(`After ${rounds} rounds there are still questions: ${open.map(questionKey).join()}`);
    const answers =
      reader === "Node"
        ? await withEnv(env, () => createAccountReader().answer(open, 15_000))
        : await answerInPython(open, env);
    open.forEach((question, index) => {
      const answer = answers[index];
      if (answer !== undefined) facts.set(questionKey(question), answer);
    });
    asked.push(...open);
  }
}
