import type { Question } from "../account/question.js";
import type { Environment } from "../environment.js";
import type { Span } from "../notebook/span.js";
import { gravity, type Evidence, type Finding, type Gap, type Severity, type Verdict } from "../report.js";
import { isAsked, noPolicy, type TeamPolicy } from "../policy/team-policy.js";
import { cellsOf, type Moves } from "../requests/moves.js";
import type { JobRequest } from "../requests/request.js";
import { sameItems } from "../same-items.js";
import { Answered, Missing, withoutHidden } from "./answered.js";
import type { Rule, RuleFinding } from "./define-rule.js";
import { evidenceOf } from "./evidence.js";
import type { FixProposal } from "./fix-proposal.js";
import { rules as allRules } from "./index.js";
import { pathOf } from "./needs.js";
import { policyEvidence } from "./policy-evidence.js";
import { fieldAt, toRuleRequest, whyNotKnown, type RuleRequest } from "./rule-request.js";

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

/** What one request got of all rules, whichever requests there are besides. */
interface RequestJudgement {
  readonly findings: readonly OwnFinding[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly questions: ReadonlyMap<string, Question>;
  /** By IAM action. */
  readonly gaps: ReadonlyMap<string, Gap>;
  /** The verdicts where some findings are in doubt, as they were the last time. */
  doubted?: { readonly doubts: string; readonly verdicts: ReadonlyMap<string, Verdict> };
}

interface OwnFinding extends Pick<
  RuleFinding,
  "unlessMade" | "unlessPushed" | "unlessWritten" | "unlessWithin"
> {
  readonly finding: Omit<JudgedFinding, "request">;
  /** It is not told again at another request. */
  readonly once: boolean;
}

/** What was judged in one environment; a request that is the same object is not judged again. */
export class Judged {
  private readonly judgements = new WeakMap<JobRequest, RequestJudgement>();
  /** Requests that say what an older one says, which has their place. */
  private readonly older = new WeakMap<JobRequest, JobRequest>();
  private missing:
    { readonly parts: readonly unknown[]; readonly all: Pick<Judgement, "questions" | "gaps"> } | undefined;

  get(request: JobRequest): RequestJudgement | undefined {
    return this.judgements.get(request);
  }

  set(request: JobRequest, judgement: RequestJudgement): void {
    this.judgements.set(request, judgement);
  }

  /** What nobody has answered for all of these, each once; the same lists while it is the same. */
  missingOf(judgements: readonly RequestJudgement[]): Pick<Judgement, "questions" | "gaps"> {
    const parts = judgements.flatMap(({ questions, gaps }) => [questions, gaps]);
    if (this.missing && sameItems(parts, this.missing.parts)) return this.missing.all;
    const questions = new Map<string, Question>();
    const gaps = new Map<string, Gap>();
    for (const own of judgements) {
      own.questions.forEach((question, key) => questions.set(key, question));
      for (const [action, gap] of own.gaps) if (!gaps.has(action)) gaps.set(action, gap);
    }
    const all = { questions: [...questions.values()], gaps: [...gaps.values()] };
    this.missing = { parts, all };
    return all;
  }

  /**
   * The requests, and in the place of one that says what it said before, at the same place, the old object; one that
   * has only moved is judged as before.
   *
   * @param before The requests of the last check.
   */
  follow(requests: readonly JobRequest[], before: readonly JobRequest[], moves: Moves): JobRequest[] {
    return requests.map((request, index) => {
      const old = before[index];
      if (old === undefined || old === request) return request;
      const isMoved = moves.changesAny(cellsOf(old));
      if (!isMoved && this.older.get(request) === old) return old;
      if (moves.known(old) !== request && !moves.isSame(request, old)) return request;
      if (!isMoved) {
        this.older.set(request, old);
        return old;
      }
      const judgement = this.judgements.get(old);
      if (judgement) this.judgements.set(request, { ...judgement, findings: moves.of(judgement.findings) });
      return request;
    });
  }
}

/** What the notebook does besides asking for jobs. */
export interface NotebookFacts {
  readonly pushesImages?: boolean;
  readonly writesObjects?: boolean;
  readonly opensContexts?: boolean;
}

/** Of a notebook that starts more jobs, those at its end are listed and not judged, so that no check goes on for minutes. */
export const mostJudged = 2000;

/**
 * Judges what AWS would get, on the facts there are. A rule runs on a request once all its needs are answered;
 * otherwise its verdict is "cannot tell", and what is missing goes to `questions` (nobody asked yet) or to `gaps`
 * (asked, and AWS did not say).
 *
 * @param rules For tests of the engine; the product runs them all.
 * @param judged Of earlier calls with the same environment and rules; what is judged now is added.
 */
export function judge(
  requests: readonly JobRequest[],
  environment: Environment,
  rules: readonly Rule[] = allRules,
  judged: Judged = new Judged(),
  notebook: NotebookFacts = {},
): Judgement {
  const findings: JudgedFinding[] = [];
  const told = new Set<string>();
  let tooMany: ReadonlyMap<string, Verdict> | undefined;
  const owns = requests.slice(0, mostJudged).map((request) => {
    const own = judged.get(request) ?? judgeRequest(request, environment, rules);
    judged.set(request, own);
    return own;
  });
  const verdicts = requests.map((request, index) => {
    const own = owns[index];
    if (!own) return (tooMany ??= notJudged(rules));
    const doubts = new Map<string, string>();
    for (const one of own.findings) {
      const { finding, once } = one;
      const doubt = doubtOf(one, request, requests, notebook);
      if (doubt !== undefined) {
        doubts.set(finding.rule, doubt);
        continue;
      }
      const said = `${finding.rule} ${finding.message}`;
      if (!once || !told.has(said)) findings.push({ request: index, ...finding });
      told.add(said);
    }
    return doubts.size === 0 ? own.verdicts : withDoubts(own, doubts);
  });
  return { findings, verdicts, ...judged.missingOf(owns) };
}

/** What of the rest of the notebook may make a finding untrue. */
function doubtOf(
  { unlessMade, unlessPushed, unlessWritten, unlessWithin }: OwnFinding,
  request: JobRequest,
  requests: readonly JobRequest[],
  notebook: NotebookFacts,
): string | undefined {
  if (unlessPushed && notebook.pushesImages) return "whether the notebook pushes the image first";
  if (unlessWritten && (notebook.writesObjects || requests.some((one) => mayWrite(one, request))))
    return "whether the notebook puts the data there first";
  if (unlessWithin && notebook.opensContexts) return "whether the job is started within a Run";
  if (unlessMade !== undefined && requests.some((one) => mayMake(one, unlessMade)))
    return `whether the notebook makes ${unlessMade.name} first`;
  return undefined;
}

function withDoubts(
  own: RequestJudgement,
  doubts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Verdict> {
  const key = JSON.stringify([...doubts]);
  if (own.doubted?.doubts !== key) {
    const verdicts = new Map(own.verdicts);
    for (const [rule, doubt] of doubts) verdicts.set(rule, cannotTell([doubt]));
    own.doubted = { doubts: key, verdicts };
  }
  return own.doubted.verdicts;
}

function notJudged(rules: readonly Rule[]): ReadonlyMap<string, Verdict> {
  const verdict = cannotTell([`the notebook starts more than ${mostJudged} jobs`]);
  return new Map(rules.map(({ id }) => [id, verdict]));
}

/** Another job of the notebook, whose output may be the data; where it is launched does not tell when. */
function mayWrite(other: JobRequest, own: JobRequest): boolean {
  return other !== own && /Job|Pipeline|FeatureGroup/.test(other.operation);
}

/** Also where its name is known only when the notebook runs. */
function mayMake(
  { operation, fields }: JobRequest,
  { operation: making, path, name }: NonNullable<RuleFinding["unlessMade"]>,
): boolean {
  const field = fields.get(path);
  return operation === making && (field?.state !== "known" || field.value === name);
}

function judgeRequest(
  request: JobRequest,
  environment: Environment,
  rules: readonly Rule[],
): RequestJudgement {
  const ruleRequest = toRuleRequest(request, environment);
  const missing = new Missing(environment);
  const account = ruleRequest && new Answered(ruleRequest, environment, missing);
  const findings: OwnFinding[] = [];
  const saidBetter = new Map<string, number>();
  const verdicts = new Map<string, Verdict>();
  for (const rule of rules) {
    if (
      ruleRequest === undefined ||
      account === undefined ||
      !isApplicable(rule, ruleRequest, environment.policy)
    ) {
      verdicts.set(rule.id, notApplicable);
      continue;
    }
    const said = judgeOne(rule, ruleRequest, account);
    for (const finding of said.findings) {
      const own = toFinding(rule, finding, ruleRequest, environment);
      findings.push(own);
      for (const id of finding.insteadOf ?? [])
        saidBetter.set(id, Math.min(saidBetter.get(id) ?? Infinity, gravity[own.finding.severity]));
    }
    verdicts.set(rule.id, said.verdict);
  }
  // What is sure is not hidden behind what is likely
  const shown = findings.filter(
    ({ finding: { rule, severity } }) => gravity[severity] < (saidBetter.get(rule) ?? Infinity),
  );
  return { findings: shown, verdicts, questions: missing.questions, gaps: missing.gaps };
}

const notApplicable: Verdict = { state: "not applicable" };

/** Local mode starts no job at AWS; what another call is judged for is told there. A rule that only looks things up has nothing to say where nothing is written. */
function isApplicable(rule: Rule, request: RuleRequest, policy: TeamPolicy = noPolicy): boolean {
  if (request.localMode === true || request.judgedAt !== undefined) return false;
  if (policy.rules?.[rule.id] === "off") return false;
  if (rule.applies !== undefined) return rule.applies(request, policy);
  return rule.needs.some((need) => fieldAt(request, pathOf(need, request.settings)) !== undefined);
}

interface Said {
  readonly findings: readonly RuleFinding[];
  readonly verdict: Verdict;
}

function judgeOne(rule: Rule, request: RuleRequest, account: Answered): Said {
  if (request.lookUpRegion === undefined && rule.needs.length > 0) {
    const ofCall = request.callerUnknown ?? (request.regionUnknown ? placeUnknown : undefined);
    const why = ofCall ?? "no region is set";
    return { findings: [], verdict: cannotTell([why], !request.regionUnknown) };
  }
  const needs = rule.needs.map((need) => account.need(need));
  const unknown = needs.flatMap(({ whys }) => whys);
  // Each key and bucket is judged for itself, and each has a policy of its own that may hide it: the others are still
  // judged.
  const isUnanswered = unknown.length > 0;
  if (needs.some(({ isBlocked }) => isBlocked))
    return { findings: [], verdict: cannotTell(unknown, isUnanswered) };

  const findings: RuleFinding[] = [];
  for (const said of rule.check(withoutHidden(request, needs), {
    account: account.view,
    policy: account.policy,
  })) {
    if ("cannotTell" in said) unknown.push(said.cannotTell);
    else findings.push(said);
  }
  if (findings.length > 0) return { findings, verdict: { state: "fails" } };
  for (const need of rule.needs) {
    const why = whyNotKnown(request, pathOf(need, request.settings));
    if (why !== undefined) unknown.push(why);
  }
  return { findings, verdict: unknown.length > 0 ? cannotTell(unknown, isUnanswered) : { state: "passes" } };
}

const placeUnknown =
  "the account or region of the session that the call uses is known only when the notebook runs";

function cannotTell(whys: readonly string[], isUnanswered = false): Verdict {
  return { state: "cannot tell", for: [...new Set(whys)], ...(isUnanswered ? { isUnanswered } : {}) };
}

function toFinding(
  rule: Rule,
  {
    span,
    message,
    severity,
    demands: about,
    onOneBranch,
    facts,
    evidence,
    related,
    fixes,
    once,
    unlessMade,
    unlessPushed,
    unlessWritten,
    unlessWithin,
  }: RuleFinding,
  request: RuleRequest,
  environment: Environment,
): OwnFinding {
  const perhaps =
    onOneBranch === true ||
    request.localMode === "maybe" ||
    isPerhapsNotSent(request) ||
    request.refused?.isCaught === true;
  const rests: Evidence[] = [...(evidence ?? [])];
  for (const fact of facts ?? []) {
    const said = evidenceOf(fact, environment.facts, request.lookUpRegion ?? "");
    if (said !== undefined) rests.push(said);
  }
  if (rests.length === 0) rests.push({ kind: "document", says: rule.why, url: rule.source });
  const { policy = noPolicy } = environment;
  const demands = about ?? rule.demand?.by.filter((path) => isAsked(policy, path)) ?? [];
  const ofDemand = demands.length === 0 ? undefined : rule.demand?.severity;
  const level = levelOf(rule, environment);
  rests.push(...policyEvidence({ id: rule.id, demands, isLevelled: level !== undefined }, policy));
  const own = {
    rule: rule.id,
    severity: atMost(perhaps ? "warning" : "error", level ?? severity ?? ofDemand ?? rule.severity),
    span,
    message: `${message}${givenRole(rule, span, request)}${onOneBranch === true ? " (on one branch)" : ""}`,
    why: rule.why,
    source: rule.source,
    ...(rule.remedy === undefined ? {} : { remedy: rule.remedy }),
    evidence: rests,
    related: [...(related ?? []), ...usedAt(span, request)],
    proposals: fixes ?? [],
  };
  return {
    finding: own,
    once: once === true,
    ...(unlessMade === undefined ? {} : { unlessMade }),
    ...(unlessPushed === undefined ? {} : { unlessPushed }),
    ...(unlessWritten === undefined ? {} : { unlessWritten }),
    ...(unlessWithin === undefined ? {} : { unlessWithin }),
  };
}

/** The notebook does not say which role it is. */
function givenRole({ needs }: Rule, span: Span, { roles }: RuleRequest): string {
  const isAbout =
    needs.includes("roles") && roles.some((role) => role.isGiven === true && isSame(role.span, span));
  return isAbout ? " (the role that get_execution_role() gives here)" : "";
}

function isSame(one: Span, other: Span): boolean {
  return one.cell === other.cell && one.from === other.from && one.to === other.to;
}

/** Where the value goes into the call, when it was written elsewhere. */
function usedAt(span: Span, request: RuleRequest): readonly { span: Span; message: string }[] {
  const { cell, from, to } = request.span;
  if (span.cell === cell && span.from >= from && span.to <= to) return [];
  return [{ span: request.nameSpan, message: `${request.name} is called with it here` }];
}

/** A class of the notebook's own may send something else or nothing, and nothing here starts its job. */
function isPerhapsNotSent({ launches, ofSubclass }: RuleRequest): boolean {
  return ofSubclass === true && launches.length === 0;
}

/** What the team makes of a rule's findings, if it says. */
function levelOf({ id }: Rule, { policy }: Environment): Severity | undefined {
  const level = policy?.rules?.[id];
  return level === "off" ? undefined : level;
}

/** An error says that the job fails; when it perhaps never gets there, it is a warning. */
function atMost(most: Severity, severity: Severity): Severity {
  return most === "warning" && severity === "error" ? "warning" : severity;
}
