import { fieldOf } from "./field-of.js";
import type { Field, JobRequest, Json } from "./request.js";
import type { Value } from "../python/value.js";

/** The keys of a request's tags. `isWhole`: it has no others, but for those that the SDK adds itself, which begin with "sagemaker". */
export interface TagKeys {
  readonly keys: ReadonlySet<string>;
  readonly isWhole: boolean;
}

/** What is known of the tags that a request carries. */
export function tagKeysOf({ fields, parameters, followed = [] }: JobRequest): TagKeys {
  const field = fields.get("Tags");
  if (field !== undefined) {
    const items = field.items?.map(({ value }) => value) ?? [];
    const keys = [...items, ...(isList(field.value) ? field.value : [])].map(keyOf);
    const isWhole =
      field.why === addedBySdk || (field.state === "known" && keys.every((key) => key !== undefined));
    return { keys: new Set(keys.filter((key) => key !== undefined)), isWhole };
  }
  if (parameters === undefined) return { keys: new Set(), isWhole: followed.includes("Tags") };
  const { keys, isWhole } = parameters.kind === "dict" ? keysIn(parameters.entries.get("Tags")) : unknownKeys;
  return { keys, isWhole: isWhole && parameters.kind === "dict" && !parameters.open };
}

/**
 * Tags as SDK v2 sends them: those of the argument, a list or a dict, and those of its defaults.
 *
 * @returns Never a known list: a project of SageMaker Studio has tags that the SDK adds. Undefined: none are known.
 */
export function tagsOfSdk(given: readonly (Value | undefined)[]): Field | undefined {
  const fields = given.flatMap((value): readonly Field[] => {
    const field = value && fieldOf(value, { from: "argument" }, asList);
    return field ? [field] : [];
  });
  const [first] = fields;
  if (first === undefined) return undefined;
  const isOpen = fields.find(({ state }) => state !== "known");
  const items = fields.flatMap(({ items: own = [], value }) => (own.length > 0 ? own : itemsOf(value)));
  const { origin, span } = first;
  return {
    state: items.length > 0 ? "partial" : "unknown",
    ...(items.length > 0 ? { items } : {}),
    why: isOpen === undefined ? addedBySdk : (isOpen.why ?? "the tags differ by branch"),
    origin,
    ...(span ? { span } : {}),
  };
}

const addedBySdk = "the SDK adds the tags of a Studio project";

/** A dict is as good as a list. */
function asList(value: Json): Json | undefined {
  if (isList(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const tags = Object.entries(value);
  // The SDK makes texts of other values as Python does
  if (tags.some(([, text]) => typeof text !== "string" && !Number.isInteger(text))) return undefined;
  return tags.map(([Key, text]: readonly [string, Json]) => ({
    Key,
    Value: typeof text === "number" ? String(text) : text,
  }));
}

const itemsOf = (value: Json | undefined) => (isList(value) ? value.map((one) => ({ value: one })) : []);

function keyOf(tag: Json): string | undefined {
  if (typeof tag !== "object" || tag === null || isList(tag)) return undefined;
  const { Key: key } = tag as Readonly<Record<string, Json>>;
  return typeof key === "string" ? key : undefined;
}

const unknownKeys: TagKeys = { keys: new Set(), isWhole: false };

function keysIn(tags: Value | undefined): TagKeys {
  if (tags === undefined) return { keys: new Set(), isWhole: true };
  if (tags.kind !== "list" && tags.kind !== "tuple") return unknownKeys;
  const keys = tags.items.map((tag) => (tag.kind === "dict" ? tag.entries.get("Key") : undefined));
  const texts = keys.flatMap((key) => (key?.kind === "constant" ? [String(key.data)] : []));
  return { keys: new Set(texts), isWhole: !tags.open && texts.length === keys.length };
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
