import { convertedType } from "../../catalog/sagemaker-v3.js";
import type { SdkCatalog, Signature } from "../../catalog/sdk-catalog.js";
import { lastName } from "../../dotted-path.js";
import type { FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { refusedMember } from "../sagemaker-v3/pydantic-types.js";
import type { Refusal } from "../../requests/request.js";

/** What pydantic refuses: a required argument or member that is not given, one that there is not, a text for a list, something else for a text. */
export function refusedShapes(
  { keywords, openKeywords, openPositional }: FrozenArguments,
  signature: Signature | undefined,
  catalog: SdkCatalog,
): Refusal | undefined {
  for (const value of keywords.values()) {
    const refused = refusedShape(value, catalog);
    if (refused) return refused;
  }
  if (!signature || openKeywords || openPositional) return undefined;
  return problem("the call", signature, keywords);
}

/**
 * Classes whose `create` takes for a tag not the shape but the resource of that name, which stands above them in the
 * module: pydantic refuses the shape.
 *
 * @source sagemaker-core 2.27.0, resources.py: those with `tags` that follow `class Tag`
 */
const belowTag: ReadonlySet<string> = new Set(
  [
    "TrainingJob",
    "TrainingPlan",
    "TrainingSession",
    "TransformJob",
    "Trial",
    "TrialComponent",
    "UserProfile",
    "Workforce",
    "Workteam",
  ].map((name) => `sagemaker.core.resources.${name}`),
);

/** A tag that is of another class than `create` asks for. */
export function refusedTags(type: string, method: string, tags: Value | undefined): Refusal | undefined {
  if (method !== "create" || !belowTag.has(type) || tags?.kind !== "list") return undefined;
  return tags.items.some(
    (tag) => tag.kind === "object" && /^sagemaker\.core\.shapes\..*\bTag$/.test(tag.type),
  )
    ? { error: "ValidationError", message: "tags: input should be a valid dictionary or instance of Tag" }
    : undefined;
}

/** What is refused in the dicts that pydantic makes structures of. */
function refusedInside(name: string, value: Value): readonly string[] {
  if (value.kind === "list") return value.items.flatMap((item) => refusedInside(name, item));
  if (value.kind !== "dict" || convertedType(name) === "map") return [];
  return [...value.entries].flatMap(
    ([member, one]) => refusedMember(member, one) ?? refusedInside(member, one),
  );
}

function refusedShape(value: Value, catalog: SdkCatalog): Refusal | undefined {
  if (value.kind !== "object" || !value.type.startsWith("sagemaker.core.shapes.")) return undefined;
  const known = catalog.classOf(value.type);
  const name = lastName(value.type);
  for (const member of value.members.values()) {
    const refused = refusedShape(member, catalog);
    if (refused) return refused;
  }
  return known && problem(name, known, value.members);
}

function problem(
  where: string,
  { parameters }: Pick<Signature, "parameters">,
  given: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const names = new Set(parameters.map(({ name }) => name));
  const problems = [
    ...parameters
      .filter(({ name, required }) => required && isAbsent(given.get(name)))
      .map(({ name }) => `${name}: field required`),
    ...[...given.keys()].filter((name) => !names.has(name)).map((name) => `${name}: unexpected`),
    ...[...given].flatMap(([name, value]) => refusedMember(name, value) ?? refusedInside(name, value)),
    ...[...given].flatMap(([name, value]) => {
      if (value.kind !== "constant" || value.data === null) return [];
      if (/^(?:subnets|security_group_ids)$/.test(name)) return [`${name}: input should be a valid list`];
      return /_(?:uri|arn|key_id)$/.test(name) && typeof value.data !== "string"
        ? [`${name}: input should be a valid string`]
        : [];
    }),
  ];
  if (problems.length === 0) return undefined;
  return { error: "ValidationError", message: `${where}: ${problems.join("; ")}` };
}
