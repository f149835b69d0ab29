import { lastName, pathAbove } from "../../dotted-path.js";
import type { Value } from "../../python/value.js";
import type { Field, FieldPath, JobRequest, Refusal } from "../../requests/request.js";
import type { Construction } from "./construction.js";
import type { Mapped, Sending, Source } from "./family.js";
import { valueError } from "./value-error.js";
import { isGiven } from "./values.js";

export interface HalfVpcJudgement extends Pick<JobRequest, "halfVpc" | "refused" | "droppedHalf"> {
  /** The fields that are not sent, because the other half is not there. */
  readonly drops: boolean;
  readonly paths: readonly FieldPath[];
}

interface GivenValues {
  value(sources: readonly Source[]): Value | undefined;
  /** Which of them counts. */
  source(sources: readonly Source[]): Source | undefined;
  isExplicitNone(sources: readonly Source[]): boolean;
}

/** What the SDK or botocore does where exactly one of subnets and security groups is given. */
export function judgeHalfVpc(
  { fields: mapped, halfVpc: ending }: Sending,
  part: FieldPath,
  construction: Construction | undefined,
  fields: ReadonlyMap<FieldPath, Field>,
  values: GivenValues,
): HalfVpcJudgement {
  const halves = mapped.filter(({ path }) => /(?:^|\.)VpcConfig\.(?:Subnets|SecurityGroupIds)$/.test(path));
  const paths = halves.map(({ path }) => `${part}${path}`);
  const none = { drops: false, paths };
  if (halves.length !== 2) return none;
  const [first] = halves;
  const ofKeys = ending === "botocore refuses" && first ? refusedKeys(first, part, values) : undefined;
  if (ofKeys) return { ...none, refused: ofKeys };
  if (ending === "constructor raises" && construction && raises(construction)) {
    return {
      ...none,
      halfVpc: "SDK raises",
      refused: {
        error: "RuntimeError",
        message: "When setting up custom VPC, both subnets and security_group_ids must be set",
      },
    };
  }
  // What is not given may be sent all the same: a training job's own
  const given = halves.map(({ from, unknown }) => {
    const one = isGiven(values.value(from));
    return one === false && unknown !== undefined && !values.isExplicitNone(from) ? "maybe" : one;
  });
  if (given.every((one) => one === false)) return { ...none, drops: true };
  const isChecked =
    ending === "SDK drops it" ||
    (ending === "override raises" && halves.some(({ from }) => values.source(from)?.of === "launch"));
  if (given.every((one) => one === true) && isChecked) {
    const problem = halves.map(({ path, from }) => noFullList(path, values.value(from))).find(Boolean);
    return problem === undefined ? none : { ...none, refused: valueError(problem) };
  }
  if (!given.includes(true) || !given.includes(false)) return none;
  const missing = lastName(halves[given.indexOf(false)]?.path ?? "");
  if (ending === "botocore refuses") {
    const above = pathAbove(paths[0] ?? "");
    return {
      ...none,
      halfVpc: "botocore refuses",
      refused: {
        error: "ParamValidationError",
        message: `Parameter validation failed:\nMissing required parameter in ${above}: "${missing}"`,
      },
    };
  }
  if (ending === "override raises" && isChecked) {
    const message = `vpc_config is missing key: ${missing}`;
    return { ...none, halfVpc: "SDK raises", refused: valueError(message) };
  }
  const path = paths.find((one) => fields.has(one));
  const { span, state, value } = (path === undefined ? undefined : fields.get(path)) ?? {};
  const known = state === "known" && value !== undefined ? { value } : {};
  return {
    ...none,
    drops: true,
    halfVpc: "SDK drops it",
    ...(path === undefined ? {} : { droppedHalf: { path, ...(span ? { span } : {}), ...known } }),
  };
}

/** A dict goes into the request as it is, and botocore knows the API's keys only. */
function refusedKeys({ path, from }: Mapped, part: FieldPath, values: GivenValues): Refusal | undefined {
  const source = values.source(from);
  if (source?.steps.at(-1) !== "Subnets") return undefined;
  const given = values.value([{ ...source, steps: source.steps.slice(0, -1) }]);
  if (given?.kind !== "dict") return undefined;
  const unknown = [...given.entries].find(
    ([name, value]) => name !== "Subnets" && name !== "SecurityGroupIds" && value.kind !== "either",
  );
  if (unknown === undefined) return undefined;
  const above = `${part}${pathAbove(path)}`;
  return {
    error: "ParamValidationError",
    message: `Parameter validation failed:\nUnknown parameter in ${above}: "${unknown[0]}", must be one of: SecurityGroupIds, Subnets`,
    ofStructure: true,
  };
}

/**
 * What the methods raise that look through the network which they are given.
 *
 * @source sagemaker 2.257.7 and 3.27.0, vpc_utils.sanitize
 */
export function refusedVpcConfig(given: Value | undefined): Refusal | undefined {
  if (given === undefined || given.kind === "unknown" || given.kind === "either" || isGiven(given) === false)
    return undefined;
  const isDefault = given.kind === "constant" && given.data === "VPC_CONFIG_DEFAULT";
  if (isDefault || given.kind === "object") return undefined;
  const problem = given.kind === "dict" ? problemIn(given) : "vpc_config is not a dict";
  return problem === undefined ? undefined : valueError(problem);
}

function problemIn({ entries, open }: Extract<Value, { kind: "dict" }>): string | undefined {
  if (entries.size === 0) return open ? undefined : "vpc_config is empty";
  for (const name of ["Subnets", "SecurityGroupIds"]) {
    const half = entries.get(name);
    const given = isGiven(half);
    if (given === "maybe" || (open && half === undefined)) return undefined;
    const problem = given ? noFullList(name, half) : `vpc_config is missing key: ${name}`;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Some ways to a VPC take lists alone, and none that are empty. @source sagemaker 2.257.7 and 3.27.0, vpc_utils.sanitize */
function noFullList(path: FieldPath, value: Value | undefined): string | undefined {
  const name = lastName(path);
  const isText = value?.kind === "constant" && typeof value.data === "string";
  if (isText || value?.kind === "tuple" || value?.kind === "set")
    return `vpc_config value for ${name} is not a list`;
  return value?.kind === "list" && value.items.length === 0 && !value.open
    ? `vpc_config value for ${name} is empty`
    : undefined;
}

/** What the SDK's defaults made of it: whole, or a half that botocore is left to refuse. */
export function halfOfDefaults(
  half: HalfVpcJudgement,
  fields: ReadonlyMap<FieldPath, Field>,
): HalfVpcJudgement {
  // What is raised for something else than a missing half stays
  const isOther = half.refused !== undefined && half.halfVpc === undefined;
  if (half.refused?.error === "RuntimeError" || isOther || half.paths.length !== 2) return half;
  const present = half.paths.filter((path) => fields.has(path));
  const none = { drops: half.drops, paths: half.paths };
  if (present.length === 2) return none;
  if (present.length === 0) return half;
  const missing = half.paths.find((path) => !fields.has(path)) ?? "";
  const above = pathAbove(missing);
  const message = `Missing required parameter in ${above}: "${missing.slice(above.length + 1)}"`;
  return {
    ...none,
    halfVpc: "botocore refuses",
    refused: { error: "ParamValidationError", message: `Parameter validation failed:\n${message}` },
  };
}

/** The constructor looks at what it is given, before any attribute is set. */
function raises({ arguments: bound }: Construction): boolean {
  const subnets = isGiven(bound.keywords.get("subnets"));
  const groups = isGiven(bound.keywords.get("security_group_ids"));
  const open = bound.openKeywords || bound.openPositional;
  return !open && subnets !== "maybe" && groups !== "maybe" && subnets !== groups;
}
