import { withListedFacts } from "../account/listed-facts.js";
import { questionKey, type Question } from "../account/question.js";
import type { Environment } from "../environment.js";
import type { Field, FieldChange, FieldPath, JobRequest, Json } from "../requests/request.js";
import { settingsOfRequest } from "../requests/settings.js";
import { accountView } from "../rules/account-view.js";
import { refusesValues } from "../rules/allowed-values.js";
import { toRuleRequest } from "../rules/rule-request.js";
import { rules } from "../rules/index.js";
import { judge, type Judgement } from "../rules/judge.js";
import { pathOf } from "../rules/needs.js";

/** Whether a request with other values would pass all rules. */
export interface Proof {
  /** `open`: nothing speaks against it, and some rule cannot tell. */
  readonly state: "passes" | "fails" | "open";
  /** The rules that fail, or that cannot tell and what they lack. */
  readonly why: readonly string[];
  /** Questions whose answers would decide. */
  readonly asks: readonly Question[];
}

/**
 * Judges one request with other values in it, by the same rules as the request itself: a rule that looks up what is
 * changed has to pass, and no rule may fail that did not before.
 */
export class Prover {
  readonly #request: JobRequest;
  readonly #environment: Environment;
  /** The request as it is: the rules that fail, and what its check asks anyway. Made when first needed. */
  #now: { readonly failing: readonly Failing[]; readonly asked: ReadonlySet<string> } | undefined;
  readonly #proofs = new Map<string, Proof>();

  constructor(request: JobRequest, environment: Environment) {
    const region = request.regionUnknown ? undefined : (request.region ?? environment.region);
    this.#request = request;
    this.#environment =
      region === undefined
        ? environment
        : { ...environment, facts: withListedFacts(environment.facts, region) };
  }

  prove(changes: readonly FieldChange[]): Proof {
    const key = JSON.stringify(changes);
    const proof = this.#proofs.get(key) ?? this.#proveAnew(changes);
    this.#proofs.set(key, proof);
    return proof;
  }

  /** The environment with what the lists say of single things. */
  get environment(): Environment {
    return this.#environment;
  }

  #judgeNow() {
    const judgement = judge([this.#request], this.#environment);
    return { failing: failingOf(judgement), asked: new Set(judgement.questions.map(questionKey)) };
  }

  /** A policy that refuses the request as it is refuses some values too, and that is no better. */
  #refusal(request: JobRequest, paths: readonly FieldPath[]): string | undefined {
    const asked = toRuleRequest(request, this.#environment);
    const region = asked?.lookUpRegion;
    if (asked === undefined || region === undefined) return undefined;
    const { facts, online } = this.#environment;
    return refusesValues(asked, accountView({ facts, region, online }), new Set(paths));
  }

  #proveAnew(changes: readonly FieldChange[]): Proof {
    this.#now ??= this.#judgeNow();
    const { failing: before, asked } = this.#now;
    const changed = withChanges(this.#request, changes);
    const refused = this.#refusal(
      changed,
      changes.map(({ path }) => path),
    );
    if (refused !== undefined) return { state: "fails", why: [refused], asks: [] };
    const judgement = judge([changed], this.#environment);
    const about = rulesAbout(
      this.#request,
      changes.map(({ path }) => path),
    );
    const isAsBefore = ({ rule, message }: Failing) =>
      before.some((one) => one.rule === rule && (!about.rules.has(rule) || one.message === message));
    // What is wrong with the other key stays; a network is one thing
    const failing = failingOf(judgement).filter(
      (one) => !isAsBefore(one) || (about.isNetwork && about.rules.has(one.rule)),
    );
    if (failing.length > 0)
      return { state: "fails", why: [...new Set(failing.map(({ rule }) => rule))], asks: [] };
    const open = [...(judgement.verdicts[0] ?? [])].flatMap(([rule, verdict]) =>
      verdict.state === "cannot tell" && about.rules.has(rule) ? [`${rule}: ${verdict.for.join("; ")}`] : [],
    );
    const asks = judgement.questions.filter((question) => !asked.has(questionKey(question)));
    return { state: open.length > 0 ? "open" : "passes", why: open, asks };
  }
}

/**
 * The same for requests that differ in nothing but where they are written, as long as what is known of the account and
 * asked by the team is: several findings of a call ask it, and a notebook of very many calls has few kinds of them.
 */
export function proverOf(request: JobRequest, environment: Environment): Prover {
  let known = provers.get(environment.facts);
  if (known === undefined || !isSameBut(known.environment, environment)) {
    known = { environment, byShape: new Map(), byRequest: new WeakMap() };
    provers.set(environment.facts, known);
  }
  const own = known.byRequest.get(request);
  if (own) return own;
  const shape = shapeOf(request);
  const prover = known.byShape.get(shape) ?? new Prover(request, environment);
  if (known.byShape.size >= mostShapes) known.byShape.clear();
  known.byShape.set(shape, prover);
  known.byRequest.set(request, prover);
  return prover;
}

interface Provers {
  readonly environment: Environment;
  readonly byShape: Map<string, Prover>;
  readonly byRequest: WeakMap<JobRequest, Prover>;
}

const provers = new WeakMap<Environment["facts"], Provers>();
const mostShapes = 500;

/** What is in files is in the requests. */
function isSameBut(one: Environment, other: Environment): boolean {
  return (
    one.region === other.region &&
    one.policy === other.policy &&
    one.online === other.online &&
    one.sdkVersion === other.sdkVersion &&
    JSON.stringify(one.executionRole) === JSON.stringify(other.executionRole)
  );
}

/** All of a request but the places. */
function shapeOf(request: JobRequest): string {
  return JSON.stringify(request, (_key, value: unknown) => {
    if (isPlace(value)) return 0;
    if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)];
    return value === undefined ? "\u0000" : value;
  });
}

function isPlace(value: unknown): boolean {
  return typeof value === "object" && value !== null && "cell" in value && "from" in value && "to" in value;
}

interface Failing {
  readonly rule: string;
  readonly message: string;
}

/** Advice is no reason to leave something out. */
function failingOf({ findings }: Judgement): readonly Failing[] {
  return findings.flatMap(({ rule, message, severity }) => (severity === "info" ? [] : [{ rule, message }]));
}

/** The rules that look up what is at one of the paths; a network's two halves belong together. */
function rulesAbout(
  request: JobRequest,
  paths: readonly FieldPath[],
): { readonly isNetwork: boolean; readonly rules: ReadonlySet<string> } {
  const settings = settingsOfRequest(request);
  if (settings === undefined) return { isNetwork: false, rules: new Set() };
  const { subnets, securityGroupIds } = settings;
  const isNetwork = paths.some((path) => path === subnets || path === securityGroupIds);
  const changed = new Set([...paths, ...(isNetwork ? [subnets, securityGroupIds] : [])]);
  const isAbout = (rule: (typeof rules)[number]) =>
    rule.needs.some((need) => {
      const path = pathOf(need, settings);
      return path !== undefined && changed.has(path);
    });
  return { isNetwork, rules: new Set(rules.filter(isAbout).map(({ id }) => id)) };
}

/** The request as it would be sent with these values. */
export function withChanges(request: JobRequest, changes: readonly FieldChange[]): JobRequest {
  const fields = new Map(request.fields);
  for (const { path, value } of changes) fields.set(path, fieldWith(value, request));
  const changed = { ...request, fields };
  const settings = settingsOfRequest(request);
  const isNetwork = changes.some(
    ({ path }) => path === settings?.subnets || path === settings?.securityGroupIds,
  );
  // The dict of the call has the old values; what is new is judged by the fields.
  Reflect.deleteProperty(changed, "parameters");
  // What the client did with the old network; it still does so when only a key changes.
  if (isNetwork)
    for (const member of ["halfVpc", "droppedHalf", "refused"]) Reflect.deleteProperty(changed, member);
  return changed;
}

function fieldWith(value: Json, { nameSpan }: JobRequest): Field {
  const items = Array.isArray(value)
    ? (value as readonly Json[]).map((one) => ({ value: one, span: nameSpan }))
    : undefined;
  return {
    state: "known",
    value,
    ...(items === undefined ? {} : { items }),
    origin: { from: "argument" },
    span: nameSpan,
  };
}
