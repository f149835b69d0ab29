import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import type { FieldChange, FieldPath, JobRequest, Json } from "../../requests/request.js";
import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import { dictDisplayAt } from "./find-dict.js";
import { expressionAt } from "./find-expressions.js";
import { addImport, isTaken, nameInScope, type Imported } from "./import-name.js";
import { insertItems, type Item } from "./insert-items.js";
import { pythonLiteral, quoteOf } from "./literal.js";

/** What to set below one name: a value, or members of a dict or an object. */
type Setting = { readonly value: Json } | { readonly members: ReadonlyMap<string, Setting> };

/** The changes cannot be written into this call safely. */
class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

/** How a call is written that takes objects of the SDK's classes for what others take dicts for. */
export interface ObjectStyle {
  readonly catalog: SdkCatalog;
  /** The class of what is given under these names; undefined: a dict. */
  readonly classOf: (names: readonly string[]) => Imported | undefined;
}

/**
 * Writes fields as keyword arguments of a Python call: replaces a value that is there, enters a dict or an object
 * wherever it was made, adds what is missing behind the last argument, with the import that it needs. Only the changed
 * text is touched.
 *
 * @param nameOf The keyword, then the dict keys or keywords below it, that a field is given by; undefined: it cannot
 * be given.
 */
export function writeObjects(
  request: JobRequest,
  changes: readonly FieldChange[],
  notebook: Notebook,
  nameOf: (path: FieldPath) => readonly string[] | undefined,
  style?: ObjectStyle,
): readonly Edit[] | undefined {
  const root = new Map<string, Setting>();
  for (const { path, value } of changes) {
    const names = nameOf(path);
    if (!names || !addSetting(root, names, value)) return undefined;
  }
  try {
    const writer = new CallWriter(request, notebook, style);
    writer.write(root);
    return merge([...writer.imports(), ...writer.edits]);
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

function addSetting(
  settings: Map<string, Setting>,
  [name, ...rest]: readonly string[],
  value: Json,
): boolean {
  if (name === undefined) return false;
  if (rest.length === 0) {
    settings.set(name, { value });
    return true;
  }
  const old = settings.get(name);
  if (old && !("members" in old)) return false;
  const members = new Map(old?.members);
  settings.set(name, { members });
  return addSetting(members, rest, value);
}

class CallWriter {
  readonly edits: Edit[] = [];
  private readonly quote: string;
  private readonly needed = new Map<
    string,
    { readonly module: string; readonly names: Set<string>; readonly place: Span }
  >();

  constructor(
    private readonly request: JobRequest,
    private readonly notebook: Notebook,
    private readonly style: ObjectStyle | undefined,
  ) {
    const call = this.textOf(request.call.span);
    this.quote = /["']/.test(call) ? quoteOf(call) : quoteOf(this.cell(request.call.span));
  }

  write(settings: ReadonlyMap<string, Setting>): void {
    const { call } = this.request;
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      if (this.changeHeld(name, setting)) continue;
      const argument = call.arguments.find((one) => one.name === name);
      if (argument) this.change(argument.value, argument.valueSpan, setting, [name]);
      else if (!this.changeExpanded(name, setting)) missing.set(name, setting);
    }
    if (missing.size === 0) return;
    const only = call.arguments.length === 1 ? call.arguments[0] : undefined;
    if (
      only?.star === "**" &&
      only.value.kind === "dict" &&
      !only.value.open &&
      only.value.span &&
      this.isDisplay(only.value.span) &&
      !this.lostEntries(only.value.span, missing)
    ) {
      this.insertEntries(only.value.span, missing, []);
      return;
    }
    this.insertKeywords(
      call.parentheses,
      call.arguments.map(({ span }) => span),
      missing,
      [],
    );
  }

  /** Import lines for the classes that were not imported where they are needed now. */
  imports(): Edit[] {
    return [...this.needed.values()].map(({ module, names, place }) =>
      addImport(module, [...names].sort(), place, this.notebook),
    );
  }

  /** An object that the job holds when it is launched is changed where it was made, however the call came by it. */
  private changeHeld(name: string, setting: Setting): boolean {
    if (!this.request.objects || !("members" in setting)) return false;
    const held = this.request.objects.get(name);
    const given = this.request.call.arguments.find((one) => one.name === name)?.value;
    if (held?.kind === "either" || held?.kind === "unknown") throw new CannotWrite();
    if (held?.kind === "object" && held.span) {
      this.changeObject(held, setting.members, [name]);
      return true;
    }
    // The notebook takes it away again after the call
    if (given?.kind === "object" || given?.kind === "either") throw new CannotWrite();
    return false;
  }

  private changeObject(
    object: Extract<Value, { kind: "object" }>,
    settings: ReadonlyMap<string, Setting>,
    names: readonly string[],
  ): void {
    const { span } = object;
    const call = span && expressionAt(this.cell(span), "call", span.from, span.to);
    if (!call) throw new CannotWrite();
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
      else this.change(old, own ?? old.span, setting, [...names, name]);
    }
    if (missing.size === 0) return;
    const parentheses = { cell: span.cell, from: call.open, to: call.to };
    this.insertKeywords(parentheses, call.arguments, missing, names);
  }

  private insertKeywords(
    { cell, from, to }: Span,
    items: readonly Item[],
    settings: ReadonlyMap<string, Setting>,
    names: readonly string[],
  ): void {
    const place = { cell, from, to };
    const added = [...settings].map(
      ([name, setting]) => `${name}=${this.source(setting, [...names, name], place, this.quote)}`,
    );
    this.insert(cell, from, to - 1, items, added);
  }

  /** Python for a setting: an object of the SDK's class where one is taken, else a dict or a plain value. */
  private source(setting: Setting, names: readonly string[], place: Span, quote: string): string {
    const imported = "members" in setting ? this.style?.classOf(names) : undefined;
    if (!imported || !("members" in setting)) return pythonLiteral(toJson(setting), quote);
    const members = [...setting.members].map(
      ([name, inner]) => `${name}=${this.source(inner, [...names, name], place, quote)}`,
    );
    return `${this.className(imported, place)}(${members.join(", ")})`;
  }

  private className(imported: Imported, place: Span): string {
    const { module, name } = imported;
    const known = this.style && nameInScope(imported, place, this.notebook, this.style.catalog);
    if (known !== undefined) return known;
    if (isTaken(name, this.notebook)) throw new CannotWrite();
    const key = `${place.cell} ${module}`;
    const needed = this.needed.get(key) ?? { module, names: new Set(), place };
    needed.names.add(name);
    this.needed.set(key, needed);
    return name;
  }

  /** The name comes in through `**`: the dict that it is in is changed. */
  private changeExpanded(name: string, setting: Setting): boolean {
    for (const { star, value } of this.request.call.arguments) {
      if (star !== "**" || value.kind !== "dict") continue;
      const entry = value.entries.get(name);
      if (!entry || entry.kind === "absent") continue;
      if (entry.kind === "either") throw new CannotWrite();
      this.change(entry, this.entrySpan(value, name) ?? entry.span, setting, [name]);
      return true;
    }
    return false;
  }

  private change(old: Value, written: Span | undefined, setting: Setting, names: readonly string[]): void {
    if (written === undefined) throw new CannotWrite();
    if ("value" in setting) {
      if (!this.changeItems(old, setting.value)) this.replace(written, setting.value);
      return;
    }
    if (old.kind === "constant" && (old.data === null || old.data === "")) {
      this.edits.push({ span: written, text: this.source(setting, names, written, this.quote) });
      return;
    }
    if (this.style && old.kind === "object") {
      this.changeObject(old, setting.members, names);
      return;
    }
    if (old.kind !== "dict" || old.open || !old.span || !this.isDisplay(old.span)) throw new CannotWrite();
    const missing = new Map<string, Setting>();
    for (const [name, inner] of setting.members) {
      const entry = old.entries.get(name);
      if (!entry || entry.kind === "absent") missing.set(name, inner);
      else if (entry.kind === "either") throw new CannotWrite();
      else this.change(entry, this.entrySpan(old, name) ?? entry.span, inner, [...names, name]);
    }
    if (missing.size === 0) return;
    if (this.lostEntries(old.span, missing)) throw new CannotWrite();
    this.insertEntries(old.span, missing, names);
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
      if (span) this.replace(span, item, quoteOf(this.textOf(span)));
    });
    return true;
  }

  private replace(span: Span, value: Json, quote = this.quote): void {
    const text = pythonLiteral(value, quote);
    if (this.textOf(span) !== text) this.edits.push({ span, text });
  }

  private insertEntries(span: Span, settings: ReadonlyMap<string, Setting>, names: readonly string[]): void {
    const display = dictDisplayAt(this.cell(span), span.from, span.to);
    if (!display) throw new CannotWrite();
    const quote = quoteOf(this.textOf(span));
    const added = [...settings].map(
      ([name, setting]) =>
        `${pythonLiteral(name, quote)}: ${this.source(setting, [...names, name], span, quote)}`,
    );
    this.insert(span.cell, span.from, span.to - 1, display.entries, added);
  }

  private insert(
    cell: number,
    open: number,
    close: number,
    items: readonly Item[],
    added: readonly string[],
  ): void {
    const text = this.notebook.cells[cell]?.text ?? "";
    // The text is not the one that was read: a bracket is not where it was
    if (!/^[({]$/.test(text[open] ?? "") || !/^[)}]$/.test(text[close] ?? "")) throw new CannotWrite();
    for (const { from, to, text: inserted } of insertItems(text, open, close, items, added)) {
      this.edits.push({ span: { cell, from, to }, text: inserted });
    }
  }

  private entrySpan(dict: Extract<Value, { kind: "dict" }>, name: string): Span | undefined {
    const { span } = dict;
    const display = span && dictDisplayAt(this.cell(span), span.from, span.to);
    const entry = display?.entries.find(({ key }) => key?.kind === "constant" && key.data === name);
    const value = dict.entries.get(name);
    if (!span || !entry || !value) return undefined;
    // A later assignment to the key took the display's place
    const own = { cell: span.cell, from: entry.value.from, to: entry.value.to };
    const inside = value.span?.cell === span.cell && value.span.from >= own.from && value.span.to <= own.to;
    return inside || entry.value.kind === "name" || entry.value.kind === "attribute" ? own : undefined;
  }

  /** The display has such a key, and the dict has lost it since: what is written there would be lost as well. */
  private lostEntries(span: Span, settings: ReadonlyMap<string, Setting>): boolean {
    const entries = dictDisplayAt(this.cell(span), span.from, span.to)?.entries ?? [];
    return entries.some(({ key }) => key?.kind === "constant" && settings.has(String(key.data)));
  }

  private isDisplay(span: Span): boolean {
    return dictDisplayAt(this.cell(span), span.from, span.to) !== undefined;
  }

  private isString(span: Span): boolean {
    return /^(["'])[^"'\\\n]*\1$/.test(this.textOf(span));
  }

  private textOf(span: Span): string {
    return this.cell(span).slice(span.from, span.to);
  }

  private cell({ cell }: Span): string {
    return this.notebook.cells[cell]?.text ?? "";
  }
}

function toJson(setting: Setting): Json {
  if ("value" in setting) return setting.value;
  return Object.fromEntries([...setting.members].map(([name, inner]) => [name, toJson(inner)]));
}

/** Insertions at one place become one edit, in the order they were made; overlaps cannot be. */
function merge(edits: readonly Edit[]): readonly Edit[] | undefined {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const { cell, from, to } = edit.span;
    const same = merged.findIndex(({ span }) => span.cell === cell && span.from === from && span.to === to);
    const old = merged[same];
    if (old && from === to) merged[same] = { span: old.span, text: old.text + edit.text };
    else if (old) {
      if (old.text !== edit.text) return undefined;
    } else merged.push(edit);
  }
  const overlap = merged.some((one) =>
    merged.some(
      (other) =>
        one !== other &&
        one.span.cell === other.span.cell &&
        one.span.from < other.span.to &&
        other.span.from < one.span.to,
    ),
  );
  return overlap ? undefined : merged;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
