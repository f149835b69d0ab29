import { pythonTokens, type PythonToken } from "./python-tokens.js";
import type { WrittenPlace } from "./written-place.js";

/** An open bracket before the place. */
interface Frame {
  /** `(` of a call, `(` around a value, `[` of a list, `[` after a value, `{`; the text itself has none. */
  readonly kind: "call" | "group" | "list" | "subscript" | "dict" | "text";
  /** Index of its token; -1 for the text. */
  readonly at: number;
  /** The keyword or key that the present value is for. */
  name?: string;
}

/** Begins a statement, so that brackets still open before it were never closed. */
const statement = /^(?:import|from|def|class|with|while|return|try|raise|async|del|global|assert)$/;

/**
 * What is being written at a place of Python text; `undefined`: no value is. The text around may be half written.
 *
 * @param offset Of the cursor.
 */
export function placeInPython(text: string, offset: number): WrittenPlace | undefined {
  const tokens = pythonTokens(text);
  const at = tokens.findIndex((token) => isTyped(token, offset));
  const typed = tokens[at];
  // Before which token the place is
  const end = at >= 0 ? at : tokens.filter(({ to }) => to <= offset).length;
  if (
    typed === undefined &&
    tokens.some((one) => one.kind === "string" && one.from < offset && offset < one.to)
  )
    return undefined;
  if (typed?.kind === "string" && /[bft]/.test(typed.prefix ?? "")) return undefined;
  if (isInComment(text, offset, typed)) return undefined;

  const frames = framesBefore(tokens, end);
  const frame = frames.at(-1);
  if (frame === undefined || frame.kind === "subscript") return undefined;
  const before = tokens
    .slice(0, end)
    .filter(({ kind }) => kind !== "new line" || frame.kind === "text")
    .at(-1);
  if (!beginsValue(before, frame)) return undefined;
  const isInList = frame.kind === "list" || frame.kind === "group";
  const items = isInList ? itemsOf(tokens, frame.at, at) : [];
  const range = typed?.inner ?? typed ?? { from: offset, to: offset };
  return {
    names: namesOf(frames),
    typed: { from: range.from, to: range.to },
    isQuoted: typed?.kind === "string",
    isInList,
    beside: items,
    ...(typed?.kind === "string" && !isInList ? { whole: { from: typed.from, to: typed.to } } : {}),
    siblings: siblingsOf(tokens, frames),
  };
}

/** The cursor is in the string, or at the end of the word. */
function isTyped({ kind, from, to, inner }: PythonToken, offset: number): boolean {
  if (kind === "string") return inner !== undefined && inner.from <= offset && offset <= inner.to;
  return kind === "name" && from < offset && offset <= to;
}

function isInComment(text: string, offset: number, typed: PythonToken | undefined): boolean {
  if (typed?.kind === "string") return false;
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^(?:[^"'#]|"[^"]*"|'[^']*')*#/.test(line);
}

function framesBefore(tokens: readonly PythonToken[], end: number): readonly Frame[] {
  let frames: Frame[] = [{ kind: "text", at: -1 }];
  let isLineStart = true;
  for (const [index, token] of tokens.slice(0, end).entries()) {
    const frame = frames.at(-1) ?? { kind: "text", at: -1 };
    const next = tokens[index + 1];
    if (token.kind === "new line") {
      isLineStart = true;
      if (frame.kind === "text") delete frame.name;
      continue;
    }
    const startsStatement =
      isLineStart &&
      frame.kind !== "text" &&
      token.kind === "name" &&
      (statement.test(token.text) || (frame.kind !== "call" && next?.text === "=" && index > frame.at + 1));
    isLineStart = false;
    if (startsStatement) frames = [{ kind: "text", at: -1 }];
    else if (token.kind !== "operator") continue;
    if (token.text === "(" || token.text === "[" || token.text === "{")
      frames.push({ kind: kindOf(token.text, tokens[index - 1]), at: index });
    else if (token.text === ")" || token.text === "]" || token.text === "}") {
      if (frames.length > 1) frames.pop();
    } else if (token.text === ",") delete frame.name;
    else if (token.text === "=") setName(frame, nameBefore(tokens, index, frame));
    else if (token.text === ":" && frame.kind === "dict") setName(frame, textOf(tokens[index - 1]));
  }
  return frames;
}

function setName(frame: Frame, name: string | undefined): void {
  if (name === undefined) delete frame.name;
  else frame.name = name;
}

function kindOf(bracket: string, before: PythonToken | undefined): Frame["kind"] {
  const isAfterValue =
    before?.kind === "name" ? !/^(?:in|return|and|or|not|if|else|is|lambda|yield)$/.test(before.text) : false;
  const isAfterBracket = before?.kind === "operator" && /^[\])}]$/.test(before.text);
  if (bracket === "{") return "dict";
  if (bracket === "(") return isAfterValue || isAfterBracket ? "call" : "group";
  return isAfterValue || isAfterBracket || before?.kind === "string" ? "subscript" : "list";
}

/** `subnets` of `subnets=`, of `x.subnets =` and of `x["subnets"] =`. */
function nameBefore(tokens: readonly PythonToken[], index: number, frame: Frame): string | undefined {
  const before = tokens[index - 1];
  if (before?.kind === "name")
    return frame.kind === "call" || frame.kind === "text" ? before.text : undefined;
  const key = tokens[index - 2];
  return before?.text === "]" && key?.kind === "string" && frame.kind === "text" ? key.text : undefined;
}

function textOf(token: PythonToken | undefined): string | undefined {
  return token?.kind === "string" ? token.text : undefined;
}

function beginsValue(before: PythonToken | undefined, { kind }: Frame): boolean {
  if (before?.kind !== "operator") return false;
  if (kind === "dict") return before.text === ":";
  return /^[=([,]$/.test(before.text) && (kind !== "text" || before.text === "=");
}

/** The names of a value's place, as far out as each value is all of the one around it. */
function namesOf(frames: readonly Frame[]): readonly string[] {
  const names: string[] = [];
  for (const { kind, name } of [...frames].reverse()) {
    if (name !== undefined) names.push(name);
    else if (kind !== "list" && kind !== "group") break;
  }
  return names;
}

/** The texts in a bracket, but for the one that is being written. */
function itemsOf(tokens: readonly PythonToken[], open: number, typed: number): readonly string[] {
  const items: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (index <= open) continue;
    if (token.kind === "operator" && /^[\])}]$/.test(token.text)) break;
    if (token.kind === "string" && index !== typed && token.text !== "") items.push(token.text);
  }
  return items;
}

/** What the same call or dict gives in texts and lists of texts. */
function siblingsOf(
  tokens: readonly PythonToken[],
  frames: readonly Frame[],
): ReadonlyMap<string, readonly string[]> {
  const around = [...frames].reverse().find(({ kind }) => kind === "call" || kind === "dict");
  const found = new Map<string, string[]>();
  if (around === undefined) return found;
  let depth = 0;
  let name: string | undefined;
  for (const [index, token] of tokens.entries()) {
    if (index <= around.at) continue;
    const next = tokens[index + 1];
    if (depth === 0 && next?.text === (around.kind === "call" ? "=" : ":")) name = token.text;
    else if (token.kind === "string" && name !== undefined && token.text !== "")
      found.set(name, [...(found.get(name) ?? []), token.text]);
    if (token.kind !== "operator") continue;
    if (/^[([{]$/.test(token.text)) depth += 1;
    if (/^[\])}]$/.test(token.text)) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && token.text === ",") name = undefined;
  }
  return found;
}
