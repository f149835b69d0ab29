import { namesOfParameters, parametersByPlace } from "../../catalog/parameter-lists.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { notPython } from "../../python/lowering.js";
import type { FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { pythonTypeName } from "../../requests/python-text.js";
import { ownDefaults } from "../sdk-defaults/resolve-defaults.js";
import type { Refusal } from "../../requests/request.js";
import type { Signature } from "../../catalog/sdk-catalog.js";
import { lastName } from "../../dotted-path.js";
import type { Construction } from "./construction.js";
import { familyOf } from "./family-of.js";
import { launch, object, type Raising } from "./family.js";
import { refusedFramework } from "./framework-refusals.js";
import type { Launch } from "./sent.js";
import { valueError } from "./value-error.js";
import { isGiven, isTruthy, memberOf } from "./values.js";

/** What Python says of arguments that the constructor does not have, or that it needs and is not given. */
export function refusedArguments(construction: Construction | undefined): Refusal | undefined {
  const type = construction?.type ?? "";
  const ofClass = sagemakerSdk.classOf(type);
  const known = ofClass ?? sagemakerSdk.functionOf(type);
  if (!construction || !known || isMadeByMethod(construction) || isBroken(construction.arguments))
    return undefined;
  const { positional, keywords, openKeywords, openPositional, twice: given } = construction.arguments;
  const callee = ofClass ? initOf(ofClass.constructedBy) : `${lastName(type)}()`;
  if (given !== undefined) return refusedKeyword(`${type}()`, given);
  const names = namesOfParameters(known.parameters);
  const isTaken = (name: string) =>
    names.has(name) || known.takesAnyKeyword || ofClass?.renames.has(name) === true;
  const [unexpected] = [...keywords].find(([name, value]) => !isTaken(name) && !isPerhapsAbsent(value)) ?? [];
  const handsOn = ofClass !== undefined && ofClass.handsOnTo !== ofClass.constructedBy;
  if (unexpected !== undefined && !handsOn) return refusedUnexpected(callee, unexpected);
  const ofOwn =
    refusedTooMany(callee, known, positional.length) ??
    refusedTwice(callee, known, positional.length, keywords) ??
    (openKeywords || openPositional ? undefined : refusedMissing(callee, known, positional.length, keywords));
  if (ofOwn || unexpected === undefined || !handsOn) return ofOwn;
  // A framework's model looks at its versions before it hands on what it does not know
  return refusedFramework(construction) ?? refusedUnexpected(initOf(ofClass.handsOnTo), unexpected);
}

function refusedUnexpected(callee: string, name: string): Refusal {
  return { error: "TypeError", message: `${callee} got an unexpected keyword argument '${name}'` };
}

function initOf(path: string): string {
  return `${lastName(path)}.__init__()`;
}

/** Once by its name, and once in a dict that is expanded. */
export function refusedKeyword(callee: string, name: string): Refusal {
  return { error: "TypeError", message: `${callee} got multiple values for keyword argument '${name}'` };
}

/** More arguments by position than there are parameters, of which the object itself is one. */
function refusedTooMany(
  callee: string,
  { parameters, takesMorePositional }: Signature,
  byPosition: number,
): Refusal | undefined {
  const placed = parametersByPlace(parameters);
  if (takesMorePositional || byPosition <= placed.length) return undefined;
  const own = callee.includes(".") ? 1 : 0;
  const most = placed.length + own;
  const least = placed.filter(({ required }) => required).length + own;
  const takes = least === most ? `${most}` : `from ${least} to ${most}`;
  const words = most === 1 ? "argument" : "arguments";
  const given = byPosition + own;
  const message = `${callee} takes ${takes} positional ${words} but ${given} ${given === 1 ? "was" : "were"} given`;
  return { error: "TypeError", message };
}

/** An argument that is given by position and by name. */
function refusedTwice(
  callee: string,
  { parameters }: Pick<Signature, "parameters">,
  byPosition: number,
  keywords: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const placed = parametersByPlace(parameters).slice(0, byPosition);
  const twice = placed.find(({ name }) => {
    const value = keywords.get(name);
    return value !== undefined && !isPerhapsAbsent(value);
  });
  return (
    twice && { error: "TypeError", message: `${callee} got multiple values for argument '${twice.name}'` }
  );
}

function refusedMissing(
  callee: string,
  { parameters }: Pick<Signature, "parameters">,
  byPosition: number,
  keywords: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const missing = parametersByPlace(parameters)
    .filter(({ name, required }, index) => required && index >= byPosition && !keywords.has(name))
    .map(({ name }) => `'${name}'`);
  if (missing.length === 0) return undefined;
  const words = missing.length === 1 ? "argument" : "arguments";
  const last = missing.at(-1) ?? "";
  const others = missing.slice(0, -1).join(", ");
  const comma = missing.length > 2 ? "," : "";
  const names = others === "" ? last : `${others}${comma} and ${last}`;
  return {
    error: "TypeError",
    message: `${callee} missing ${missing.length} required positional ${words}: ${names}`,
  };
}

/** What Python says of the arguments of a method: those that it does not have, or that it needs and is not given. */
export function refusedCall({ call, bound, signature }: Launch): Refusal | undefined {
  if (bound === undefined || signature === undefined) return undefined;
  const { positional, keywords, openKeywords, openPositional } = bound;
  const end = call.callee.lastIndexOf(".");
  const [path, method] = [call.callee.slice(0, end), call.callee.slice(end + 1)];
  const callee = `${lastName(sagemakerSdk.ownerOf(path, method) ?? path)}.${method}()`;
  if (bound.twice !== undefined) return refusedKeyword(callee, bound.twice);
  const names = namesOfParameters(signature.parameters);
  for (const [name, value] of keywords) {
    if (names.has(name) || signature.takesAnyKeyword || isPerhapsAbsent(value)) continue;
    return refusedUnexpected(callee, name);
  }
  const twice =
    refusedTooMany(callee, signature, positional.length) ??
    refusedTwice(callee, signature, positional.length, keywords);
  if (twice) return twice;
  if (openKeywords || openPositional) return undefined;
  return refusedMissing(callee, signature, positional.length, keywords);
}

/** The SDK writes each request into its log as JSON, which has no sets. */
export function refusedSets(values: readonly (Value | undefined)[]): Refusal | undefined {
  return values.some((value) => value?.kind === "set")
    ? { error: "TypeError", message: "Object of type set is not JSON serializable" }
    : undefined;
}

/** `estimator.transformer(…)` takes other arguments than Transformer's constructor. */
function isMadeByMethod({ site, inner, type }: Construction): boolean {
  return inner === undefined && sagemakerSdk.canonicalPath(site.callee) !== type;
}

/**
 * A job's name is made of its image's; where it is given one, the image itself is missing. Only what is given as None:
 * what other methods make has an image of its own.
 *
 * @source sagemaker 2.257.7, utils.py, and 3.27.0, core/common_utils.py, base_name_from_image
 */
export function refusedImage({ look }: Pick<Raising, "look">, whereNamed: Refusal): Refusal | undefined {
  if (!isNone(look(object("image_uri")))) return undefined;
  const isNamed = [object("base_job_name"), launch("job_name")].some((name) => !isAbsent(look(name)));
  return isNamed ? whereNamed : withoutImage;
}

/** What botocore says of the image of a processing job. */
export const processorImage: Refusal = {
  error: "ParamValidationError",
  message:
    "Parameter validation failed:\nInvalid type for parameter AppSpecification.ImageUri, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
  ofEarlierRequest: true,
};

/**
 * Processors and monitors have their network make its part of the request, endpoints their data capture.
 *
 * @source sagemaker 2.257.7, processing.py, ProcessingJob._get_process_args, model_monitor, model.py, deploy; 3.27.0,
 * core/processing.py
 */
export function refusedRequestPart(given: Value | undefined): Refusal | undefined {
  const plain = isAbsent(given) ? undefined : given && pythonTypeName(given);
  return plain === undefined
    ? undefined
    : { error: "AttributeError", message: `'${plain}' object has no attribute '_to_request_dict'` };
}

export function isNone(value: Value | undefined): boolean {
  return value?.kind === "constant" && value.data === null;
}

export const withoutImage: Refusal = {
  error: "TypeError",
  message: "expected string or bytes-like object, got 'NoneType'",
};

/** Something stands there that is no Python: a placeholder, which may be for any argument. */
export function isBroken({ positional }: Pick<FrozenArguments, "positional">): boolean {
  return positional.some((value) => value.kind === "unknown" && value.why === notPython);
}

function isPerhapsAbsent(value: Value): boolean {
  return value.kind === "either" && value.values.some(({ kind }) => kind === "absent");
}

/**
 * A function that runs on several instances needs to be told what spreads it over them, and only one such thing.
 *
 * @source sagemaker 2.257.7 and 3.27.0, remote_function/client.py
 */
export function refusedRemoteInstances({ look }: Raising): Refusal | undefined {
  const count = look(object("instance_count"));
  if (count?.kind === "constant" && count.data === null)
    return { error: "TypeError", message: "'>' not supported between instances of 'NoneType' and 'int'" };
  if (count?.kind !== "constant" || typeof count.data !== "number" || count.data <= 1) return undefined;
  const ways = [
    isGiven(look(object("spark_config"))),
    ...["use_torchrun", "use_mpirun"].map((name) => isTruthy(look(object(name)))),
  ];
  if (ways.includes("maybe") || ways.filter((way) => way === true).length === 1) return undefined;
  return valueError(
    "Remote function do not support training on multi instances without spark_config or use_torchrun or use_mpirun. Please provide instance_count = 1",
  );
}

/** The constructor looks for the role, which the SDK's defaults may have; one that is assigned comes too late. */
export function refusedWithoutRole(construction: Construction | undefined): Refusal | undefined {
  const family = construction && familyOf(construction.type);
  if (family?.withoutRole === undefined || !knowsDefaults(construction?.self)) return undefined;
  const role = memberOf(construction?.self ?? { kind: "absent" }, "role", family);
  return isTruthy(role) === false ? valueError(family.withoutRole) : undefined;
}

/** Somebody told which defaults the object's constructor had, or that there were none. */
export function knowsDefaults(value: Value | undefined): boolean {
  return value?.kind === "object" && value.members.has(ownDefaults);
}
