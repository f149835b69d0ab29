import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent, toJson } from "../../requests/field-of.js";
import type { Field, Refusal } from "../../requests/request.js";
import { tagsOfSdk } from "../../requests/tags.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { constant, eachOf, structure, unknown, whyOf } from "../structures/structure.js";
import { attributeAt } from "./read-attributes.js";

/** The tags of a request: of the object that sends it, and of the SDK's defaults. Undefined: none. */
export type TagsOf = (
  root: Value | undefined,
  defaultOf: (key: string) => Value | undefined,
) => Field | undefined;

/**
 * A ModelTrainer sends its own tags and no others, whatever the SDK's defaults say.
 *
 * @source sagemaker 3.27.0, train/model_trainer.py
 */
export const ofTrainer: TagsOf = (root) => {
  const tags = attributeAt(root, ["tags"]);
  return tags && isTruthy(tags) !== false ? field(asTags(tags)) : undefined;
};

/**
 * A tuner adds those of its trainer.
 *
 * @source sagemaker 3.27.0, train/tuner.py, _prepare_tags_for_tuning
 */
export const ofTuner: TagsOf = (root) => {
  const lists = [["tags"], ["model_trainer", "tags"]].flatMap((path) => {
    const value = attributeAt(root, path);
    return value && !isAbsent(value) ? [asTags(value)] : [];
  });
  const other = lists.find((one) => one.kind !== "list");
  if (other) return field(unknown(whyOf(other), other.span));
  const items = new Map<string, Value>();
  for (const [index, tag] of lists.flatMap((one) => (one.kind === "list" ? one.items : [])).entries()) {
    const json = toJson(tag);
    const key = json === undefined ? `#${index}` : JSON.stringify(json);
    if (!items.has(key)) items.set(key, tag);
  }
  const open = lists.some((one) => one.kind === "list" && one.open);
  const span = lists.find((one) => one.span)?.span;
  if (items.size === 0 && !open) return undefined;
  return field({ kind: "list", items: [...items.values()], open, ...(span ? { span } : {}) });
};

/**
 * A job without a server has two of its model before them.
 *
 * @source sagemaker 3.27.0, train/utils.py, _get_jumpstart_tags
 */
export const ofFineTuner: TagsOf = (root) => {
  const own = attributeAt(root, ["tags"]);
  const tags = own === undefined || isAbsent(own) ? undefined : asTags(own);
  if (tags && tags.kind !== "list") return field(unknown(whyOf(tags), tags.span));
  const ofModel = ["sagemaker-sdk:jumpstart-model-id", "sagemaker-sdk:jumpstart-hub-name"].map((key) =>
    structure([
      ["Key", constant(key)],
      ["Value", unknown("it is that of the model")],
    ]),
  );
  const span = tags?.span;
  return field({
    kind: "list",
    items: [...ofModel, ...(tags?.items ?? [])],
    open: tags?.open ?? false,
    ...(span ? { span } : {}),
  });
};

/**
 * A processor's are those of version 2.
 *
 * @source sagemaker 3.27.0, core/processing.py, _start_new
 */
export const ofProcessor: TagsOf = (root, defaultOf) =>
  tagsOfSdk([attributeAt(root, ["tags"]), defaultOf("SageMaker.ProcessingJob.Tags")]);

function field(tags: Value): Field | undefined {
  return fieldOf(tags, { from: "argument" });
}

/** In the API's own spelling, whichever the notebook has; a dict of texts is as good as a list. */
function asTags(given: Value): Value {
  return eachOf(given, (one) => {
    const at = one.span ? { span: one.span } : {};
    if (one.kind === "dict") {
      const items = [...one.entries].map(([key, value]) => tagOf(constant(key), value));
      return { kind: "list", items, open: one.open, ...at };
    }
    if (one.kind !== "list" && one.kind !== "tuple") return one;
    const items = one.items.map((tag) =>
      eachOf(tag, (each) => {
        const [key, value] = ["key", "value"].map(
          (name) => memberAt(each, name) ?? memberAt(each, name === "key" ? "Key" : "Value"),
        );
        return key && value ? tagOf(key, value, each.span) : unknown(whyOf(each), each.span);
      }),
    );
    return { kind: "list", items, open: one.open, ...at };
  });
}

function tagOf(key: Value, value: Value, span?: Value["span"]): Value {
  return structure(
    [
      ["Key", key],
      ["Value", value],
    ],
    span,
  );
}

function memberAt(tag: Value, name: string): Value | undefined {
  if (tag.kind === "object") return tag.members.get(name);
  return tag.kind === "dict" ? tag.entries.get(name) : undefined;
}

/** A model takes a list of tags in sagemaker-core's spelling. */
export function refusedTags(root: Value | undefined): Refusal | undefined {
  const tags = attributeAt(root, ["tags"]);
  if (tags?.kind === "dict" || (tags?.kind === "constant" && tags.data !== null))
    return invalid("tags: input should be a valid list");
  if (tagsIn(tags).some(isNoTag))
    return invalid("tags: Input should be a valid dictionary or instance of Tag");
  return tagsIn(tags).some(isSpelledAsApi) ? invalid("tags: key: field required") : undefined;
}

/** A pair, say. */
function isNoTag({ kind }: Value): boolean {
  return kind === "tuple" || kind === "list" || kind === "set" || kind === "constant";
}

/** What `TrainingJob.create` takes for a tag is another class of that name, so that it refuses the shapes. */
export function refusedShapes(root: Value | undefined): Refusal | undefined {
  const tags = tagsIn(attributeAt(root, ["tags"]));
  if (tags.some((tag) => tag.kind === "object" && tag.type.endsWith(".shapes.Tag")))
    return invalid("tags: input should be a valid dictionary or instance of Tag");
  return tags.some(isSpelledAsApi) ? invalid("tags: key: field required") : undefined;
}

function tagsIn(tags: Value | undefined): readonly Value[] {
  return tags?.kind === "list" || tags?.kind === "tuple" ? tags.items : [];
}

function isSpelledAsApi(tag: Value): boolean {
  return tag.kind === "dict" && !tag.open && !tag.entries.has("key");
}

function invalid(message: string): Refusal {
  return { error: "ValidationError", message };
}
