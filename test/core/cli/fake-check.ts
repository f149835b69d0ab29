import type { AccountReader } from "../../../core/src/account/account-reader.js";
import type { Fact, Reading } from "../../../core/src/account/fact.js";
import { questionKey, type Question } from "../../../core/src/account/question.js";
import type { Check } from "../../../core/cli/check-session.js";
import type { Finding, Fix, Problem, Verdict } from "../../../core/src/report.js";
import type { Span } from "../../../core/src/notebook/span.js";
import type { Field, JobRequest } from "../../../core/src/requests/request.js";

/**
 * A check with one job for each call of `job(…)`, so that the command line is tested without the rules: a literal
 * subnet is asked for, and an absent one is an error; a job without arguments is a warning, mended safely with the
 * account's first subnet; a job on `"old"` gets an unsafe fix. `broken` in a cell is a problem.
 */
export const fakeCheck: Check = (notebook, { facts, region, online }) => {
  const requests: JobRequest[] = [];
  const findings: Finding[] = [];
  const verdicts: ReadonlyMap<string, Verdict>[] = [];
  const questions: Question[] = [];
  const problems: Problem[] = [];
  notebook.cells.forEach(({ kind, text }, cell) => {
    if (kind !== "code") return;
    for (const { index } of text.matchAll(/broken/g))
      problems.push({ span: { cell, from: index, to: index + 6 }, message: "this is not Python" });
    for (const match of text.matchAll(/job\(([^)]*)\)/g)) {
      const span = { cell, from: match.index, to: match.index + match[0].length };
      const id = /"([^"]*)"/.exec(match[1] ?? "")?.[1];
      const request = requests.length;
      requests.push(requestAt(span, id));
      const ask = (question: Question) => facts.get(questionKey(question));
      if (region === undefined) {
        verdicts.push(new Map([["subnet-not-found", { state: "cannot tell", for: ["the region"] }]]));
      } else if (id === undefined) {
        const question: Question = { kind: "subnets", id: "", region };
        const fact = ask(question);
        const at = { cell, from: span.to - 1, to: span.to - 1 };
        const fixes: Fix[] =
          fact?.state === "present"
            ? [
                fix("Use the first subnet", "safe", {
                  span: at,
                  text: `"${(fact.value as string[])[0] ?? ""}"`,
                }),
              ]
            : [];
        findings.push(
          finding("vpc-config-missing", "warning", span, request, {
            fixes,
            asks: fact || !online ? [] : [question],
          }),
        );
        verdicts.push(new Map([["vpc-config-missing", { state: "fails" }]]));
      } else {
        const question: Question = { kind: "subnet", id, region };
        const fact = ask(question);
        if (fact === undefined && online) questions.push(question);
        const isAbsent = fact?.state === "absent";
        const inside = { cell, from: span.from + 4, to: span.to - 1 };
        if (isAbsent)
          findings.push(
            finding("subnet-not-found", "error", inside, request, {
              evidence: [{ kind: "reading", says: "no such subnet", read: fact.read }],
              fixes: [fix("Use another subnet", "unsafe", { span: inside, text: '"subnet-1"' })],
            }),
          );
        verdicts.push(
          new Map([
            [
              "subnet-not-found",
              fact === undefined
                ? { state: "cannot tell", for: [id] }
                : { state: isAbsent ? "fails" : "passes" },
            ],
          ]),
        );
      }
    }
  });
  return { requests, findings, ignored: [], verdicts, questions, gaps: [], files: [], objects: [], problems };
};

/** An account with the subnets given; `calls` counts what it is asked. */
export function fakeAccount(subnets: readonly string[], region = "us-east-1") {
  const calls: (readonly Question[])[] = [];
  const read: Reading = { call: "ec2:DescribeSubnets", account: "111122223333", region, readAt: Date.now() };
  const answer = ({ kind, id }: Question): Fact => {
    if (kind === "subnets") return { state: "present", value: subnets, read };
    return subnets.includes(id)
      ? { state: "present", value: { SubnetId: id }, read }
      : { state: "absent", read };
  };
  const reader: AccountReader = {
    describe: () =>
      Promise.resolve({
        region,
        identity: {
          state: "present",
          value: { Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/dana", UserId: "AIDA" },
          read,
        },
      }),
    answer: (questions) => {
      calls.push(questions);
      return Promise.resolve(questions.map(answer));
    },
  };
  return { reader, calls };
}

function requestAt(span: Span, id: string | undefined): JobRequest {
  return {
    operation: "CreateTrainingJob",
    client: "boto3",
    name: "job",
    span,
    nameSpan: { ...span, to: span.from + 3 },
    launches: [],
    regionUnknown: false,
    localMode: false,
    fields: new Map<string, Field>([
      ["RoleArn", { state: "unknown", why: "role() runs in the notebook", origin: { from: "argument" } }],
      ["KmsKeyId", { state: "conditional", values: ["a", undefined], origin: { from: "SDK default" } }],
      [
        "VpcConfig.Subnets",
        id === undefined
          ? {
              state: "partial",
              items: [{ value: "x" }],
              origin: { from: "defaults file", file: "config.yaml", line: 3 },
            }
          : { state: "known", value: [id], origin: { from: "argument" } },
      ],
    ]),
    call: { callee: "job", span, nameSpan: span, parentheses: span, arguments: [] },
  };
}

function finding(
  rule: string,
  severity: Finding["severity"],
  span: Span,
  request: number,
  more: Partial<Finding>,
): Finding {
  const rest = {
    why: `Why ${rule} matters.`,
    source: "https://example.com",
    evidence: [],
    related: [],
    fixes: [],
    asks: [],
  };
  return { rule, severity, span, message: `${rule} is the matter`, request, ...rest, ...more };
}

function fix(title: string, safety: Fix["safety"], edit: Fix["edits"][number]): Fix {
  return { title, safety, changes: [], edits: [edit] };
}
