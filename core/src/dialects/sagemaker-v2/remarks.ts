import { sagemakerV2 } from "../../catalog/sagemaker-v2.js";
import { lastName } from "../../dotted-path.js";
import { keyOf, type Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import { toJson } from "../../requests/field-of.js";
import type { Field, FieldPath, JobRequest, Json, Remark } from "../../requests/request.js";
import type { Construction } from "./construction.js";
import type { Mapped, Source } from "./family.js";
import { refusedWithoutImage } from "./framework-refusals.js";
import type { Shadowed } from "./shadowed.js";
import { isTruthy } from "./values.js";

/**
 * What the SDK does with the arguments of a constructor besides taking them.
 *
 * @param part Which of the objects it makes that the request is made of, where that is not the one itself.
 */
export function argumentRemarks(construction: Construction | undefined, part?: number): readonly Remark[] {
  const known = construction && sagemakerV2.classOf(construction.type);
  if (!known) return [];
  const { inner, site, arguments: bound } = construction;
  const of = lastName(construction.type);
  const names = known.parameters.map(({ name }) => name);
  const isEstimator = sagemakerV2.isA(construction.type, estimatorBase);
  const remarks: Remark[] = [];
  const isFree = (name: string) =>
    !bound.openKeywords && !bound.keywords.has(name) && names.indexOf(name) >= bound.positional.length;
  for (const [name, value] of bound.keywords) {
    if (names.includes(name)) continue;
    const written = writtenAt(inner ?? site, name, value);
    if (!written) continue;
    const accepted = known.renames.get(name);
    const newName = accepted ?? sagemakerV2.oldName(construction.type, name);
    if (newName !== undefined) {
      const lacking = newName === "image_uri" ? refusedWithoutImage(construction) : undefined;
      const isRefused = lacking !== undefined || isRequired(known.parameters, newName, bound);
      const fate = isRefused
        ? "refused"
        : accepted !== undefined
          ? "taken"
          : known.takesAnyKeyword
            ? "dropped"
            : "refused";
      const isNewNameFree = isFree(newName);
      const ofPart = part === undefined ? {} : { part };
      remarks.push({
        kind: "renamed argument",
        name,
        of,
        newName,
        fate,
        ...(lacking === undefined ? {} : { raises: lacking.error }),
        isNewNameFree,
        ...ofPart,
        ...written,
      });
    } else if (isEstimator && known.takesAnyKeyword && concernsSettings.test(name)) {
      const like = nearest(name, names);
      remarks.push({
        kind: "ignored argument",
        name,
        of,
        ...(like === undefined ? {} : { like }),
        isLikeFree: like !== undefined && isFree(like),
        ...written,
      });
    }
  }
  return remarks;
}

/** @param pathOf Where the request has the setting that a method of the object tells. */
export function shadowRemarks(
  shadowed: Shadowed | undefined,
  pathOf: (method: string) => FieldPath | undefined,
): readonly Remark[] {
  if (shadowed?.value.kind !== "constant") return [];
  const { method, value, refused } = shadowed;
  const { span, data } = value;
  if (!span) return [];
  const path = data === true ? pathOf(method) : undefined;
  return [
    {
      kind: "overwritten method",
      name: method,
      ...(path === undefined ? {} : { meant: { path, value: data, instead: span } }),
      span,
      raises: refused !== undefined,
    },
  ];
}

/** An object can send several requests; what is said of its constructor is said with the first. */
export function saidOnce(requests: readonly JobRequest[]): readonly JobRequest[] {
  const said = new Set<string>();
  return requests.map((request) => {
    if (!request.remarks) return request;
    const remarks = request.remarks.filter((remark) => {
      if (!("span" in remark)) return true;
      const key = `${remark.kind} ${keyOf(remark.span)} ${remark.name}`;
      return !said.has(key) && said.add(key);
    });
    return remarks.length === request.remarks.length ? request : { ...request, remarks };
  });
}

/** A setting that the object has, and the request does not. */
export function leftBehind(
  { leftBehind: left, leftOut }: Mapped,
  path: FieldPath,
  field: Field | undefined,
  values: { value(sources: readonly Source[]): Value | undefined },
): readonly Remark[] {
  if (!left || field) return [];
  const value = values.value([left.of]);
  if (value === undefined || isTruthy(value) === false) return [];
  if (value.kind === "unknown" && left.of.steps.some((step) => !step.startsWith("<"))) return [];
  const json: Json | undefined = toJson(value);
  if (leftOut !== undefined && json === leftOut) return [];
  if (json === undefined && value.kind !== "unknown") return [];
  return [
    { kind: "setting left behind", path, what: left.what, ...(json === undefined ? {} : { value: json }) },
  ];
}

const estimatorBase = "sagemaker.estimator.EstimatorBase";
const concernsSettings = /vpc|subnet|security_group|kms|encrypt|isolation|network/;

/** Its name in the call, or where the value that is expanded was written. */
function writtenAt(
  { arguments: written }: CallSite,
  name: string,
  value: Value,
): { readonly span: Span; readonly isName: boolean } | undefined {
  const argument = written.find((one) => one.name === name);
  if (argument) {
    const { cell, from } = argument.span;
    return { span: { cell, from, to: from + name.length }, isName: true };
  }
  return value.span && { span: value.span, isName: false };
}

/** It has no default, so that the old name does not stand in for it. */
function isRequired(
  parameters: readonly { readonly name: string; readonly required: boolean }[],
  name: string,
  { positional, keywords }: Construction["arguments"],
): boolean {
  const index = parameters.findIndex((one) => one.name === name);
  return parameters[index]?.required === true && index >= positional.length && !keywords.has(name);
}

/** The parameter that has the most words in common; undefined: none, or several. */
function nearest(name: string, parameters: readonly string[]): string | undefined {
  const words = new Set(wordsOf(name));
  const scored = parameters
    .map((parameter) => {
      const own = wordsOf(parameter);
      const common = own.filter((word) => words.has(word)).length;
      return { parameter, score: common / (own.length + words.size - common) };
    })
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score !== second?.score ? first.parameter : undefined;
}

/** `subnet_ids` and `subnets` have the same. */
function wordsOf(name: string): readonly string[] {
  return name
    .split("_")
    .map((word) => word.replace(/s$/, ""))
    .filter((word) => word !== "" && word !== "id");
}
