import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import { lastName } from "../../dotted-path.js";
import type { FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { JobRequest, Refusal } from "../../requests/request.js";
import {
  processorImage,
  refusedImage as refusedWithoutImage,
  refusedKeyword,
} from "../sagemaker-v2/refusals.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { isModel } from "./construct.js";
import type { JobClass } from "./job-classes.js";
import { refusedMember } from "./pydantic-types.js";
import { attributeAt } from "./read-attributes.js";

/** pydantic's exception has this name whatever is wrong. */
function validation(message: string): Refusal {
  return { error: "ValidationError", message };
}

/** A model takes keywords, and only its own. */
export function refusedArguments(
  path: string,
  { positional, keywords, twice }: FrozenArguments,
  catalog: SdkCatalog,
): Refusal | undefined {
  if (twice !== undefined) return refusedKeyword(`${path}()`, twice);
  if (positional.length > 0)
    return {
      error: "TypeError",
      message: `BaseModel.__init__() takes 1 positional argument but ${positional.length + 1} were given`,
    };
  return unknownMember(path, keywords, catalog);
}

function unknownMember(
  path: string,
  members: ReadonlyMap<string, Value>,
  catalog: SdkCatalog,
): Refusal | undefined {
  const known = new Set(catalog.classOf(path)?.parameters.map(({ name }) => name));
  const name = lastName(path);
  for (const [member, value] of members) {
    if (value.kind === "unknown" && value.isOfClass) continue;
    if (!known.has(member) && !member.startsWith("_") && value.kind !== "either")
      return validation(`${name} has no ${member}: extra inputs are not permitted`);
  }
  return undefined;
}

/** What the models inside refuse: members that they do not have, a text where a list or a number belongs. */
export function refusedModels(root: Value | undefined, catalog: SdkCatalog): Refusal | undefined {
  if (root?.kind !== "object") return undefined;
  for (const model of root.members.values()) {
    if (model.kind !== "object" || !isModel(model.type)) continue;
    for (const [name, value] of model.members) {
      const refused = refusedMember(name, value);
      if (refused !== undefined) return validation(refused);
    }
    if (!model.type.includes(".configs.")) continue;
    const unknown = unknownMember(model.type, model.members, catalog);
    if (unknown) return unknown;
    for (const name of ["subnets", "security_group_ids"]) {
      const value = model.members.get(name);
      if (value?.kind === "constant" && value.data !== null)
        return validation(`${name} must be a list: input should be a valid list`);
    }
  }
  return undefined;
}

/** What the class does with half a VPC, and with empty lists. */
export function networkEnding(
  root: Value | undefined,
  { network, halfVpc, sendsEmptyVpc }: JobClass,
): Pick<JobRequest, "halfVpc" | "refused"> & { readonly sendsNone?: boolean } {
  const object = attributeAt(root, network);
  if (object === undefined || object.kind === "either" || object.kind === "unknown") return {};
  const halves = ["subnets", "security_group_ids"].map((name) => attributeAt(object, [name]));
  if (halves.some((half) => half?.kind === "unknown" || half?.kind === "either")) return {};
  const missing = halves.filter(isAbsent).length;
  if (missing === 2) {
    const required = halfVpc === "raises when constructed" && object.span !== undefined;
    return required ? { refused: validation("subnets and security_group_ids: field required") } : {};
  }
  if (missing === 1) {
    if (halfVpc === "dropped") return { halfVpc: "SDK drops it", sendsNone: true };
    if (halfVpc === "refused by botocore") {
      return {
        halfVpc: "botocore refuses",
        refused: missingIn(isAbsent(halves[0]) ? ["Subnets"] : ["SecurityGroupIds"]),
      };
    }
    const name = isAbsent(halves[0]) ? "subnets" : "security_group_ids";
    return { halfVpc: "SDK raises", refused: validation(`VpcConfig needs ${name}: field required`) };
  }
  const empty = halves.filter(isEmptyList).length;
  if (empty === 0) return {};
  if (empty === 2 && !sendsEmptyVpc) return { sendsNone: true };
  const names = ["Subnets", "SecurityGroupIds"].filter((_, index) => isEmptyList(halves[index]));
  return { refused: missingIn(names) };
}

/** A NetworkConfig is made into JSON by its lists and objects, and tuples are neither. */
export function refusedTuples(network: Value | undefined): Refusal | undefined {
  const halves = ["subnets", "security_group_ids"].map((name) => attributeAt(network, [name]));
  return halves.some((half) => half?.kind === "tuple")
    ? { error: "TypeError", message: "vars() argument must have __dict__ attribute" }
    : undefined;
}

/**
 * A trainer is made with an image or an algorithm, and not with both.
 *
 * @source sagemaker 3.27.0 and 2.257.7, model_trainer.py, _validate_training_image_and_algorithm_name
 */
export function refusedImage(root: Value | undefined): Refusal | undefined {
  if (root?.kind !== "object" || root.open === true) return undefined;
  const given = ["training_image", "algorithm_name"].map((name) => isTruthy(root.members.get(name)));
  if (given.every((one) => one === false))
    return validation("Value error, Atleast one of 'training_image' or 'algorithm_name' must be provided.");
  return given.every((one) => one === true)
    ? validation("Value error, Only one of 'training_image' or 'algorithm_name' must be provided.")
    : undefined;
}

/** Other processors choose an image of their own. */
export function refusedProcessorImage(
  root: Value | undefined,
  given: ReadonlyMap<string, Value>,
): Refusal | undefined {
  if (root?.kind !== "object" || !/\.processing\.(?:Script)?Processor$/.test(root.type)) return undefined;
  return refusedWithoutImage(
    { look: ({ of, steps: [name = ""] }) => (of === "object" ? root.members : given).get(name) },
    processorImage,
  );
}

/** An empty list of arguments is sent, and botocore takes none; nobody asks it about a pipeline's step. */
export function refusedNoArguments(
  root: Value | undefined,
  given: ReadonlyMap<string, Value>,
): Refusal | undefined {
  const session = attributeAt(root, ["sagemaker_session"]);
  const isSent = session === undefined || (session.kind === "object" && session.type.endsWith(".Session"));
  return isSent && isEmptyList(given.get("arguments"))
    ? {
        error: "ParamValidationError",
        message:
          "Parameter validation failed:\nInvalid length for parameter AppSpecification.ContainerArguments, value: 0, valid min length: 1",
      }
    : undefined;
}

/** sagemaker-core leaves None out, and a processing job needs a size. */
export function refusedSize(size: Value | undefined): Refusal | undefined {
  return size?.kind === "constant" && size.data === null
    ? {
        error: "ParamValidationError",
        message:
          'Parameter validation failed:\nMissing required parameter in ProcessingResources.ClusterConfig: "VolumeSizeInGB"',
      }
    : undefined;
}

function missingIn(names: readonly string[]): Refusal {
  const problems = names.map((name) => `Missing required parameter in VpcConfig: "${name}"`);
  return { error: "ParamValidationError", message: `Parameter validation failed: ${problems.join("; ")}` };
}

function isEmptyList(value: Value | undefined): boolean {
  return (value?.kind === "list" || value?.kind === "tuple") && value.items.length === 0 && !value.open;
}
