import { authorizationOf, replacementOf, sagemakerKey } from "../catalog/sagemaker-condition-keys.js";
import type { JudgedCondition } from "../iam/condition.js";
import { casesOf } from "../iam/context.js";
import type { StatementProof } from "../iam/match-statement.js";
import { probableKey } from "../iam/probable-key.js";
import { pathOfKey } from "../iam/request-keys.js";
import type { FieldPath } from "../requests/request.js";
import type { RuleRequest } from "./rule-request.js";

/** One condition that makes a statement refuse a request. */
export interface Cause {
  readonly condition: JudgedCondition;
  /** Of SageMaker's keys: the one that counts today, without `sagemaker:`. */
  readonly key?: string;
  /** The member of the request that the key is of. */
  readonly path?: FieldPath;
  readonly isAbsent: boolean;
  /** No request for the operation carries the key, or none at all: "never". */
  readonly isNever: boolean;
  /** "sagemaker:VpcSubnets is absent" */
  readonly says: string;
}

/** Why a statement applies (or, with `which: "no"`, why it does not). */
export function causesOf(
  proof: StatementProof,
  request: RuleRequest,
  which: "yes" | "no" = "yes",
): readonly Cause[] {
  return proof.conditions.filter(({ truth }) => truth === which).map((one) => causeOf(one, request));
}

function causeOf(condition: JudgedCondition, request: RuleRequest): Cause {
  const cases = casesOf(condition.given);
  const isAbsent = cases.length > 0 && cases.every(({ state }) => state === "absent");
  const ofSagemaker = /^sagemaker:(.+)$/i.exec(condition.key)?.[1];
  if (ofSagemaker === undefined) {
    return { condition, isAbsent, isNever: false, says: saysOf(condition, condition.key, isAbsent) };
  }
  const named = sagemakerKey(ofSagemaker);
  if (named === undefined) {
    const meant = probableKey(ofSagemaker);
    const hint = meant === undefined ? "" : ` (sagemaker:${meant} is probably meant)`;
    return { condition, isAbsent, isNever: true, says: `${condition.key} is no condition key${hint}` };
  }
  const key = replacementOf(named) ?? named;
  const isNever = authorizationOf(request.operation)?.keys.has(key) === false;
  if (isNever) {
    return { condition, key, isAbsent, isNever, says: `${request.operation} never carries ${condition.key}` };
  }
  const path = pathOfKey(key, request);
  return {
    condition,
    key,
    ...(path === undefined ? {} : { path }),
    isAbsent,
    isNever,
    says: saysOf(condition, condition.key, isAbsent),
  };
}

function saysOf({ operator, given, values = [] }: JudgedCondition, key: string, isAbsent: boolean): string {
  if (isAbsent) return `${key} is absent`;
  if (/null/i.test(operator)) return `${key} is there`;
  const known = casesOf(given).flatMap((one) => {
    if (one.state === "absent") return ["absent"];
    return one.state === "known" ? one.values : (one.some ?? []);
  });
  const is =
    known.length === 0 ? "is not known" : `is ${listed(known, given.state === "one of" ? "or" : "and")}`;
  const isNegated = /not/i.test(operator) && values.length > 0;
  return `${key} ${is}${isNegated ? `, not ${listed(values, "or")}` : limitOf(operator, values)}`;
}

function limitOf(operator: string, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined) return "";
  if (/greaterthan/i.test(operator)) return `, above ${value}`;
  return /lessthan/i.test(operator) ? `, below ${value}` : "";
}

const most = 4;

/** `a, b and c`; of many the first. */
export function listed(values: readonly string[], word = "and"): string {
  const shown = values.length > most ? [...values.slice(0, most), `${values.length - most} more`] : values;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "statement DenyNoVpc of policy ml-guardrails" */
export function nameOfStatement(proof: Pick<StatementProof, "statement" | "policy">): string {
  const { kind, name } = proof.policy;
  return `${statementName(proof)} of ${kinds[kind] ?? "policy"} ${name}`;
}

/** "statement DenyNoVpc" */
export function statementName({ statement }: Pick<StatementProof, "statement">): string {
  return `statement ${statement.sid ?? statement.index + 1}`;
}

const kinds: Readonly<Partial<Record<StatementProof["policy"]["kind"], string>>> = {
  boundary: "permissions boundary",
  scp: "service control policy",
};
