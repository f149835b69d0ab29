import type { Question } from "../account/question.js";
import { questionKey } from "../account/question.js";
import { readFor } from "../account/reads.js";
import type { Environment } from "../environment.js";
import type { Span } from "../notebook/span.js";
import type { Evidence, Finding, Gap, Severity, Verdict } from "../report.js";
import type { JobRequest } from "../requests/request.js";
import { accountView, proofOf } from "./account-view.js";
import type { Rule, RuleFinding } from "./define-rule.js";
import { evidenceOf } from "./evidence.js";
import type { FixProposal } from "./fix-proposal.js";
import { rules as allRules } from "./index.js";
import { pathOf, questionsOf } from "./needs.js";
import { fieldAt, toRuleRequest, whyNotKnown, type RuleRequest, type WrittenId } from "./rule-request.js";

/** A finding whose fixes are still proposals; `fixes/resolve-fixes` finishes it. */
export type JudgedFinding = Omit<Finding, "fixes" | "asks"> & { readonly proposals: readonly FixProposal[] };

export interface Judgement {
  /** By request, and in the order of the rules. */
  readonly findings: readonly JudgedFinding[];
  /** By index into the requests: rule id → verdict. */
  readonly verdicts: readonly ReadonlyMap<string, Verdict>[];
  /** Not asked yet, and needed for a verdict. */
  readonly questions: readonly Question[];
  /** Once for each IAM action that could not be called. */
  readonly gaps: readonly Gap[];
}

/**
 * Judges what AWS would get, on the facts there are. A rule runs on a request once all its needs are answered;
 * otherwise its verdict is "cannot tell", and what is missing goes to `questions` (nobody asked yet) or to `gaps`
 * (asked, and AWS did not say).
 *
 * @param rules For tests of the engine; the product runs them all.
 */
export function judge(
  requests: readonly JobRequest[],
  environment: Environment,
  rules: readonly Rule[] = allRules,
): Judgement {
  const missing = new Missing(environment);
  const findings: JudgedFinding[] = [];
  const verdicts = requests.map((request, index) => {
    const ruleRequest = toRuleRequest(request, environment);
    return new Map(
      rules.map((rule): [string, Verdict] => {
        if (ruleRequest === undefined || !isApplicable(rule, ruleRequest))
          return [rule.id, { state: "not applicable" }];
        const judged = judgeOne(rule, ruleRequest, environment, missing);
        findings.push(
          ...judged.findings.map((finding) => toFinding(rule, finding, ruleRequest, index, environment)),
        );
        return [rule.id, judged.verdict];
      }),
    );
  });
  return { findings, verdicts, questions: missing.questions, gaps: missing.gaps };
}

/** Local mode starts no job at AWS; what another call is judged for is told there. A rule that only looks things up has nothing to say where nothing is written. */
function isApplicable(rule: Rule, request: RuleRequest): boolean {
  if (request.localMode === true || request.judgedAt !== undefined) return false;
  if (rule.applies !== undefined) return rule.applies(request);
  return rule.needs.some((need) => fieldAt(request, pathOf(need, request.settings)) !== undefined);
}

interface Judged {
  readonly findings: readonly RuleFinding[];
  readonly verdict: Verdict;
}

function judgeOne(rule: Rule, request: RuleRequest, environment: Environment, missing: Missing): Judged {
  const region = request.lookUpRegion;
  if (region === undefined && rule.needs.length > 0) {
    const why = request.regionUnknown
      ? "the region of the session that the call uses is known only when the notebook runs"
      : "no region is set";
    return { findings: [], verdict: cannotTell([why]) };
  }
  const unknown: string[] = [];
  const unansweredKeys = new Set<string>();
  let isBlocked = false;
  for (const need of rule.needs) {
    for (const question of questionsOf(need, request, region ?? "", environment.facts)) {
      const why = missing.whyUnanswered(question);
      if (why === undefined) continue;
      unknown.push(why);
      if (question.kind === "key") unansweredKeys.add(question.id);
      else isBlocked = true;
    }
  }
  // Each key is judged for itself, and each has a policy of its own that may hide it: the others are still judged.
  if (isBlocked) return { findings: [], verdict: cannotTell(unknown) };

  const findings: RuleFinding[] = [];
  const isAnswered = ({ value }: WrittenId) => !unansweredKeys.has(value);
  const answered: RuleRequest = {
    ...request,
    volumeKeys: request.volumeKeys.filter(isAnswered),
    outputKeys: request.outputKeys.filter(isAnswered),
  };
  for (const said of rule.check(answered, { account: accountView(environment.facts, region ?? "") })) {
    if ("cannotTell" in said) unknown.push(said.cannotTell);
    else findings.push(said);
  }
  if (findings.length > 0) return { findings, verdict: { state: "fails" } };
  for (const need of rule.needs) {
    const why = whyNotKnown(request, pathOf(need, request.settings));
    if (why !== undefined) unknown.push(why);
  }
  return { findings, verdict: unknown.length > 0 ? cannotTell(unknown) : { state: "passes" } };
}

function cannotTell(whys: readonly string[]): Verdict {
  return { state: "cannot tell", for: [...new Set(whys)] };
}

function toFinding(
  rule: Rule,
  { span, message, severity, onOneBranch, facts, evidence, related, fixes }: RuleFinding,
  request: RuleRequest,
  index: number,
  environment: Environment,
): JudgedFinding {
  const perhaps = onOneBranch === true || request.localMode === "maybe";
  const rests: Evidence[] = [...(evidence ?? [])];
  for (const fact of facts ?? []) {
    const said = evidenceOf(fact, environment.facts, request.lookUpRegion ?? "");
    if (said !== undefined) rests.push(said);
  }
  if (rests.length === 0) rests.push({ kind: "document", says: rule.why, url: rule.source });
  return {
    rule: rule.id,
    severity: atMost(perhaps ? "warning" : "error", severity ?? rule.severity),
    span,
    message: onOneBranch === true ? `${message} (on one branch)` : message,
    why: rule.why,
    source: rule.source,
    evidence: rests,
    related: [...(related ?? []), ...usedAt(span, request)],
    request: index,
    proposals: fixes ?? [],
  };
}

/** Where the value goes into the call, when it was written elsewhere. */
function usedAt(span: Span, request: RuleRequest): readonly { span: Span; message: string }[] {
  const { cell, from, to } = request.span;
  if (span.cell === cell && span.from >= from && span.to <= to) return [];
  return [{ span: request.nameSpan, message: `${request.name} is called with it here` }];
}

/** An error says that the job fails; when it perhaps never gets there, it is a warning. */
function atMost(most: Severity, severity: Severity): Severity {
  return most === "warning" && severity === "error" ? "warning" : severity;
}

/** Collects what the account did not answer, each once. */
class Missing {
  private readonly asked = new Map<string, Question>();
  private readonly unreadable = new Map<string, Gap>();

  constructor(private readonly environment: Environment) {}

  get questions(): readonly Question[] {
    return [...this.asked.values()];
  }

  get gaps(): readonly Gap[] {
    return [...this.unreadable.values()];
  }

  /** `undefined`: answered. Otherwise what completes "cannot tell: …". */
  whyUnanswered(question: Question): string | undefined {
    const proof = proofOf(this.environment.facts, question);
    if (proof === undefined) {
      if (this.environment.online) {
        this.asked.set(questionKey(question), question);
        return `${question.id} in ${question.region} was not looked up yet`;
      }
      const action = readFor(question)?.action ?? question.kind;
      return `${question.id} in ${question.region} was not looked up: offline (${action})`;
    }
    switch (proof.state) {
      case "present":
      case "absent":
        return undefined;
      case "no proof":
        return proof.why;
      case "unreadable": {
        const { action, why, detail } = proof;
        if (!this.unreadable.has(action)) this.unreadable.set(action, { action, why, detail });
        return `${action}: ${why}`;
      }
    }
  }
}
