import type { ApiShape } from "../../catalog/sagemaker-api.js";
import type { Value } from "../../python/value.js";
import { pythonRepr } from "../../requests/python-text.js";
import { jsonValue } from "./json-value.js";
import { madeValue } from "./made-value.js";
import { textValue, unknownValue, type LocatedText } from "./located-text.js";
import { unknownText } from "./shell/parse-script.js";
import { parseShorthand, type ShorthandNode } from "./shorthand.js";

/** What the AWS CLI raises before AWS is asked. */
export interface CliRefusal {
  /** The exception's name in the AWS CLI: `ParamError`. */
  readonly error: string;
  readonly message: string;
}

export type ArgumentValue = { readonly value: Value } | { readonly refused: CliRefusal };

/** What a file has, by its path; undefined: not known. */
export type ReadFile = (path: string) => LocatedText | undefined;

/**
 * The words that follow an option as the value of its parameter, as `awscli.argprocess` makes it of them.
 *
 * @param flag For messages: `--vpc-config`.
 */
export function argumentValue(
  shape: ApiShape,
  words: readonly LocatedText[],
  flag: string,
  read: ReadFile,
): ArgumentValue {
  const [first] = words;
  if (!first) return { value: { kind: "list", items: [], open: false } };
  const [, scheme, path] = /^(file|fileb|https?):\/\/([\s\S]*)$/.exec(first.text) ?? [];
  if (scheme !== undefined && path !== undefined && words.length === 1) {
    const content = scheme === "file" ? read(path) : undefined;
    if (!content) return { value: inFile(first, scheme === "file" ? path : first.text) };
    return argumentValue(shape, [content], flag, () => undefined);
  }
  const made = first.made && (isComplex(shape) || shape.type === "list") ? madeValue(first.made) : undefined;
  if (made && words.length === 1) return { value: made };
  const looksLikeJson = /^\s*[[{]/.test(first.text);
  const isList = shape.type === "list";
  if (isComplex(shape) && !looksLikeJson) return shorthandValue(shape, words, flag);
  const isJson = isList ? words.length === 1 && /^\s*\[/.test(first.text) : /^\s*\{/.test(first.text);
  if ((isComplex(shape) || isList) && isJson) return fromJson(first, flag);
  if (isList) return listValue(shape, words, flag);
  if (shape.type === "map" || shape.type === "structure")
    return paramError(flag, `Invalid JSON:\n${first.text}`);
  return scalarValue(shape, first);
}

function listValue(shape: ApiShape, words: readonly LocatedText[], flag: string): ArgumentValue {
  const item = shape.item?.();
  const items: Value[] = [];
  for (const word of words) {
    const one = item && isComplex(item) ? fromJson(word, flag) : scalarValue(item, word);
    if ("refused" in one) return one;
    items.push(one.value);
  }
  // What is not known may be several words, or the items as JSON
  const open = words.some(({ text }) => text.includes(unknownText));
  return { value: { kind: "list", items, open, ...spanOfAll(items) } };
}

function fromJson(word: LocatedText, flag: string): ArgumentValue {
  const value = jsonValue(word);
  if (value) return { value };
  if (word.text.includes(unknownText)) return { value: unknownValue(word, 0, word.text.length) };
  return paramError(flag, `Invalid JSON: ${word.text}`);
}

function scalarValue(shape: ApiShape | undefined, word: LocatedText): ArgumentValue {
  const value = converted(shape, textValue(word, word.text, 0, word.text.length));
  return typeof value === "string" ? valueError(value) : { value };
}

function shorthandValue(shape: ApiShape, words: readonly LocatedText[], flag: string): ArgumentValue {
  const values: Value[] = [];
  const item = shape.type === "list" ? shape.item?.() : shape;
  for (const word of words) {
    const parsed = parseShorthand(word.text);
    if ("problem" in parsed) {
      if (!word.text.includes(unknownText)) return paramError(flag, parsed.problem);
      values.push(unknownValue(word, 0, word.text.length));
      continue;
    }
    const value = nodeValue(parsed, item, word);
    if (typeof value === "string") return valueError(value);
    values.push(value);
  }
  const [only] = values;
  if (shape.type !== "list" && only) return { value: only };
  const open = values.some(({ kind }) => kind === "unknown");
  return { value: { kind: "list", items: values, open, ...spanOfAll(values) } };
}

/** A part of shorthand as the type that the model has there; a text: what Python says of it. */
function nodeValue(node: ShorthandNode, shape: ApiShape | undefined, word: LocatedText): Value | string {
  const span = word.place(node.from, node.to);
  const at = span ? { span } : {};
  if (node.kind === "text") {
    const one = textValue(word, node.text, ...inside(node));
    // Of what is not a list only the one item is given, as it stands
    if (shape?.type !== "list") return converted(shape, one);
    const mayBeMore = one.kind === "unknown";
    return { kind: "list", items: mayBeMore ? [] : [one], open: mayBeMore, ...at };
  }
  if (node.kind === "list") {
    const item = shape?.type === "list" ? shape.item?.() : undefined;
    const items: Value[] = [];
    for (const inner of node.items) {
      const value = nodeValue(inner, item, word);
      if (typeof value === "string") return value;
      items.push(value);
    }
    return { kind: "list", items, open: items.some(({ kind }) => kind === "unknown"), ...at };
  }
  const entries = new Map<string, Value>();
  const keys = new Map<string, NonNullable<Value["span"]>>();
  const typed = shape?.type === "structure" || shape?.type === "map";
  for (const [name, { key, value, fromFile }] of node.members) {
    const inner = shape?.type === "structure" ? shape.members?.get(name)?.() : shape?.value?.();
    const one = inItsFile(value, fromFile, word) ?? nodeValue(value, typed ? inner : undefined, word);
    if (typeof one === "string") return one;
    entries.set(name, isUnknownMember(shape, name) ? ofNoType(one) : one);
    const place = word.place(key.from, key.to);
    if (place) keys.set(name, place);
  }
  const members: Value = { kind: "dict", entries, keys, open: false, ...at };
  return shape?.type === "list" ? { kind: "list", items: [members], open: false, ...at } : members;
}

function isUnknownMember(shape: ApiShape | undefined, name: string): boolean {
  return shape?.members?.has(name) === false;
}

/** The text becomes a list or a number once the member has a name that the model knows. */
function ofNoType({ span }: Value): Value {
  return { kind: "unknown", why: "the model has no such member", ...(span ? { span } : {}) };
}

/** The characters between the quotes are the value. */
function inside(node: Extract<ShorthandNode, { kind: "text" }>): [number, number] {
  return node.quote === undefined ? [node.from, node.to] : [node.from + 1, node.to - 1];
}

/** What `Key@=file://…` has; anything else that is written there is taken as it stands. */
function inItsFile(node: ShorthandNode, fromFile: boolean, word: LocatedText): Value | undefined {
  const texts = fromFile ? textsIn(node) : [];
  return texts.some((text) => /^fileb?:\/\//.test(text) || text.includes(unknownText))
    ? inFile(word, "a file")
    : undefined;
}

function textsIn(node: ShorthandNode): readonly string[] {
  if (node.kind === "text") return [node.text];
  const inner = node.kind === "list" ? node.items : [...node.members.values()].map(({ value }) => value);
  return inner.flatMap(textsIn);
}

/** Text as the model's type; a text: what `int()` or `float()` raises. */
function converted(shape: ApiShape | undefined, value: Value): Value | string {
  if (value.kind !== "constant" || typeof value.data !== "string") return value;
  switch (shape?.type) {
    case "integer":
    case "long":
      return /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(value.data)
        ? { ...value, data: Number(value.data.replaceAll("_", "")) }
        : `invalid literal for int() with base 10: ${pythonRepr(value) ?? ""}`;
    case "float":
    case "double":
      return Number.isNaN(Number(value.data)) || value.data.trim() === ""
        ? `could not convert string to float: ${pythonRepr(value) ?? ""}`
        : { ...value, data: Number(value.data) };
    case "boolean": {
      const lower = value.data.toLowerCase();
      return lower === "true" || lower === "false" ? { ...value, data: lower === "true" } : value;
    }
    default:
      return value;
  }
}

function isComplex({ type, item }: ApiShape): boolean {
  if (type !== "list") return type === "structure" || type === "map";
  const inner = item?.().type;
  return inner === "structure" || inner === "list" || inner === "map";
}

function inFile(word: LocatedText, path: string): Value {
  const span = word.place(0, word.text.length);
  return { kind: "unknown", why: `it is in ${path}`, ...(span ? { span } : {}) };
}

function paramError(flag: string, problem: string): ArgumentValue {
  return { refused: { error: "ParamError", message: `Error parsing parameter '${flag}': ${problem}` } };
}

function valueError(message: string): ArgumentValue {
  return { refused: { error: "ValueError", message } };
}

function spanOfAll(items: readonly Value[]): Pick<Value, "span"> {
  const [first, last] = [items[0]?.span, items.at(-1)?.span];
  if (first?.cell !== last?.cell || !first || !last || last.to < first.from) return {};
  return { span: { cell: first.cell, from: first.from, to: last.to } };
}
