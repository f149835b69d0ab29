import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { DictEntry } from "../../python/ast.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import type { FieldPlace, FieldStep, Json } from "../../requests/request.js";
import { expressionAt } from "./find-expressions.js";
import { addImport, classNameAt, type CanonicalPath, type Imported } from "./import-name.js";
import { insertItems, type Item } from "./insert-items.js";
import { pythonLiteral, quoteOf } from "./literal.js";
import { mergeEdits } from "./merge-edits.js";

/** What to set below one name: a value, or members of a dict, or of an object of the class `made`. */
type Setting =
  { readonly value: Json } | { readonly members: ReadonlyMap<string, Setting>; readonly made?: string };

type Settings = ReadonlyMap<string, Setting>;

/** A value and where it belongs. */
export interface PlacedValue extends FieldPlace {
  readonly value: Json;
}

/** The changes cannot be written into this call safely. */
class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

/**
 * Writes values as keyword arguments of Python calls: replaces a value that is there, enters a dict or an object
 * wherever it was made, adds what is missing behind the last argument, with the import that it needs. Only the changed
 * text is touched.
 *
 * @param canonicalPath Where a class that can be imported by a path is defined, to know the name of one that is made.
 * @param held What the job has under these keywords when it is launched, where that is an object which is not the
 * call's own: it is changed where it was made, however the job came by it.
 */
export function writeCalls(
  values: readonly PlacedValue[],
  notebook: Notebook,
  canonicalPath: CanonicalPath = (path) => path,
  held?: ReadonlyMap<string, Value>,
): readonly Edit[] | undefined {
  const calls = new Map<string, { readonly call: CallSite; readonly settings: Map<string, Setting> }>();
  for (const { call, steps, value } of values) {
    const { cell, from, to } = call.span;
    const key = `${cell} ${from} ${to}`;
    const one = calls.get(key) ?? { call, settings: new Map<string, Setting>() };
    calls.set(key, one);
    if (!addSetting(one.settings, steps, value)) return undefined;
  }
  try {
    const writer = new CallWriter(notebook, canonicalPath, held);
    for (const { call, settings } of calls.values()) writer.write(call, settings);
    return mergeEdits([...writer.imports(), ...writer.edits]);
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** Steps down the names, through objects where the SDK takes those. */
export function stepsThrough(
  names: readonly string[],
  classOf: (names: readonly string[]) => Imported | undefined,
): readonly FieldStep[] {
  return names.map((keyword, index) => {
    const imported = index < names.length - 1 ? classOf(names.slice(0, index + 1)) : undefined;
    return imported ? { keyword, made: `${imported.module}.${imported.name}` } : keyword;
  });
}

function addSetting(
  settings: Map<string, Setting>,
  [step, ...rest]: readonly FieldStep[],
  value: Json,
): boolean {
  if (step === undefined) return false;
  const { keyword: name, made } = typeof step === "string" ? { keyword: step, made: undefined } : step;
  if (rest.length === 0) {
    settings.set(name, { value });
    return true;
  }
  const old = settings.get(name);
  if (old && !("members" in old)) return false;
  const members = new Map(old?.members);
  settings.set(name, { members, ...(made === undefined ? {} : { made }) });
  return addSetting(members, rest, value);
}

class CallWriter {
  readonly edits: Edit[] = [];
  private readonly needed = new Map<
    string,
    { readonly module: string; readonly names: Set<string>; readonly place: Span }
  >();

  constructor(
    private readonly notebook: Notebook,
    private readonly canonicalPath: CanonicalPath,
    private readonly held: ReadonlyMap<string, Value> | undefined,
  ) {}

  write(call: CallSite, settings: Settings): void {
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      if (this.changeHeld(call, name, setting)) continue;
      const argument = call.arguments.find((one) => one.name === name || one.parameter === name);
      if (argument) this.change(argument.value, argument.valueSpan, setting, this.quoteIn(call.span));
      else if (!this.changeExpanded(call, name, setting)) missing.set(name, setting);
    }
    if (missing.size === 0) return;
    const only = call.arguments.length === 1 ? call.arguments[0] : undefined;
    if (only?.star === "**" && this.insertInto(only.value, missing)) return;
    const items = call.arguments.map(({ span }) => span);
    this.insertKeywords(call.parentheses, items, missing, this.quoteIn(call.span));
  }

  /** Import lines for the classes that were not imported where they are needed now. */
  imports(): Edit[] {
    return [...this.needed.values()].map(({ module, names, place }) =>
      addImport(module, [...names].sort(), place, this.notebook),
    );
  }

  private changeHeld({ arguments: given }: CallSite, name: string, setting: Setting): boolean {
    if (!this.held || !("members" in setting)) return false;
    const held = this.held.get(name);
    if (held?.kind === "either" || held?.kind === "unknown") throw new CannotWrite();
    if (held?.kind === "object" && held.span) {
      this.changeObject(held, setting.members);
      return true;
    }
    // The notebook takes it away again after the call
    const kind = given.find((one) => one.name === name)?.value.kind;
    if (kind === "object" || kind === "either") throw new CannotWrite();
    return false;
  }

  private changeObject(object: Extract<Value, { kind: "object" }>, settings: Settings): void {
    const { span } = object;
    const call = span && expressionAt(this.cell(span), "call", span.from, span.to);
    if (!call) throw new CannotWrite();
    const quote = this.quoteIn(span);
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      const old = object.members.get(name);
      const argument = call.arguments.find((one) => one.name === name);
      const own = argument && { cell: span.cell, from: argument.value.from, to: argument.value.to };
      // What the SDK fills in itself has no place in the notebook
      const isFilledIn = old === undefined || (old.kind === "object" && !old.span);
      if (isFilledIn && !argument) missing.set(name, setting);
      else if (old === undefined || old.kind === "either") throw new CannotWrite();
      else if (!argument && old.kind === "unknown") throw new CannotWrite();
      else this.change(old, own ?? old.span, setting, quote);
    }
    if (missing.size === 0) return;
    this.insertKeywords({ cell: span.cell, from: call.open, to: call.to }, call.arguments, missing, quote);
  }

  /** The name comes in through `**`: the dict that it is in is changed. */
  private changeExpanded(call: CallSite, name: string, setting: Setting): boolean {
    for (const { star, value } of call.arguments) {
      if (star !== "**" || value.kind !== "dict") continue;
      const entry = value.entries.get(name);
      if (!entry || entry.kind === "absent") continue;
      if (entry.kind === "either") throw new CannotWrite();
      this.change(entry, this.entrySpan(value, name) ?? entry.span, setting, this.quoteIn(call.span));
      return true;
    }
    return false;
  }

  private change(old: Value, written: Span | undefined, setting: Setting, quote: string): void {
    if (written === undefined) throw new CannotWrite();
    if ("value" in setting) {
      if (!this.changeItems(old, setting.value)) this.replace(written, pythonLiteral(setting.value, quote));
      return;
    }
    if (old.kind === "constant" && (old.data === null || old.data === "")) {
      this.replace(written, this.sourceOf(setting, quote, written));
      return;
    }
    if (old.kind === "object") {
      this.changeObject(old, setting.members);
      return;
    }
    if (old.kind !== "dict") throw new CannotWrite();
    const missing = new Map<string, Setting>();
    for (const [name, inner] of setting.members) {
      const entry = old.entries.get(name);
      if (!entry || entry.kind === "absent") missing.set(name, inner);
      else if (entry.kind === "either") throw new CannotWrite();
      else this.change(entry, this.entrySpan(old, name) ?? entry.span, inner, quote);
    }
    if (missing.size > 0 && !this.insertInto(old, missing)) throw new CannotWrite();
  }

  /** Of a list that keeps its length only the items that differ are replaced, each where it was written. */
  private changeItems(old: Value, value: Json): boolean {
    if (
      (old.kind !== "list" && old.kind !== "tuple") ||
      old.open ||
      !isList(value) ||
      value.length !== old.items.length
    )
      return false;
    const differing = value.flatMap((item, index) => {
      const before = old.items[index];
      return before?.kind === "constant" && before.data === item ? [] : [{ before, item }];
    });
    const spans = differing.map(({ before }) =>
      before?.kind === "constant" && before.span && this.isString(before.span) ? before.span : undefined,
    );
    if (spans.includes(undefined)) return false;
    differing.forEach(({ item }, index) => {
      const span = spans[index];
      if (span) this.replace(span, pythonLiteral(item, quoteOf(this.textOf(span))));
    });
    return true;
  }

  private replace(span: Span, text: string): void {
    if (this.textOf(span) !== text) this.edits.push({ span, text });
  }

  private insertKeywords(parentheses: Span, items: readonly Item[], settings: Settings, quote: string): void {
    const added = [...settings].map(
      ([name, setting]) => `${name}=${this.sourceOf(setting, quote, parentheses)}`,
    );
    this.insert(parentheses, items, added);
  }

  /** Adds entries to a dict where it is written; false: not in one place, or it would not stay there. */
  private insertInto(dict: Value, settings: Settings): boolean {
    if (dict.kind !== "dict" || dict.open || !dict.span) return false;
    const entries = this.entriesAt(dict.span);
    // The display has such a key, and the dict has lost it since: what is written there would be lost as well
    if (!entries || entries.some(({ key }) => key?.kind === "constant" && settings.has(String(key.data))))
      return false;
    const { span } = dict;
    const quote = quoteOf(this.textOf(span));
    const added = [...settings].map(
      ([name, setting]) => `${pythonLiteral(name, quote)}: ${this.sourceOf(setting, quote, span)}`,
    );
    this.insert(span, entries, added);
    return true;
  }

  /** @param brackets From the opening to the closing one. */
  private insert({ cell, from, to }: Span, items: readonly Item[], added: readonly string[]): void {
    const text = this.notebook.cells[cell]?.text ?? "";
    // The text is not the one that was read: a bracket is not where it was
    if (!/^[({]$/.test(text[from] ?? "") || !/^[)}]$/.test(text[to - 1] ?? "")) throw new CannotWrite();
    for (const { from: at, to: end, text: inserted } of insertItems(text, from, to - 1, items, added))
      this.edits.push({ span: { cell, from: at, to: end }, text: inserted });
  }

  private entrySpan(dict: Extract<Value, { kind: "dict" }>, name: string): Span | undefined {
    const { span } = dict;
    const entry =
      span && this.entriesAt(span)?.find(({ key }) => key?.kind === "constant" && key.data === name);
    const value = dict.entries.get(name);
    if (!entry || !value) return undefined;
    // A later assignment to the key took the display's place
    const own = { cell: span.cell, from: entry.value.from, to: entry.value.to };
    const inside = value.span?.cell === span.cell && value.span.from >= own.from && value.span.to <= own.to;
    return inside || entry.value.kind === "name" || entry.value.kind === "attribute" ? own : undefined;
  }

  /** Of the dict display `{…}` that takes exactly this range; undefined for whatever else makes a dict. */
  private entriesAt(span: Span): readonly DictEntry[] | undefined {
    return expressionAt(this.cell(span), "dict", span.from, span.to)?.entries;
  }

  /** Python for a setting: an object of the SDK's class where one is taken, else a dict or a plain value. */
  private sourceOf(setting: Setting, quote: string, place: Span): string {
    if ("value" in setting) return pythonLiteral(setting.value, quote);
    const members = [...setting.members].map(
      ([name, inner]) => [name, this.sourceOf(inner, quote, place)] as const,
    );
    if (setting.made === undefined)
      return `{${members.map(([name, text]) => `${pythonLiteral(name, quote)}: ${text}`).join(", ")}}`;
    return `${this.className(setting.made, place)}(${members.map(([name, text]) => `${name}=${text}`).join(", ")})`;
  }

  private className(path: string, place: Span): string {
    const imported = splitPath(path);
    const known = classNameAt(imported, place, this.notebook, this.canonicalPath);
    if (!known) throw new CannotWrite();
    if (!known.isImported) {
      const key = `${place.cell} ${imported.module}`;
      const needed = this.needed.get(key) ?? { module: imported.module, names: new Set(), place };
      needed.names.add(imported.name);
      this.needed.set(key, needed);
    }
    return known.name;
  }

  private isString(span: Span): boolean {
    return /^(["'])[^"'\\\n]*\1$/.test(this.textOf(span));
  }

  /** The quote that the author of a call uses there, else in its cell. */
  private quoteIn(span: Span): string {
    const text = this.textOf(span);
    return quoteOf(/["']/.test(text) ? text : this.cell(span));
  }

  private textOf(span: Span): string {
    return this.cell(span).slice(span.from, span.to);
  }

  private cell({ cell }: Span): string {
    return this.notebook.cells[cell]?.text ?? "";
  }
}

function splitPath(path: string): Imported {
  const dot = path.lastIndexOf(".");
  return { module: path.slice(0, dot), name: path.slice(dot + 1) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
