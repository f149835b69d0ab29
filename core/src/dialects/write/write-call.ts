import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import type { FieldPlace, FieldStep, Json } from "../../requests/request.js";
import { dictDisplayAt } from "./find-dict.js";
import { importedName } from "./imported-name.js";
import { importInto } from "./import-into.js";
import { insertItems, type Item } from "./insert-items.js";
import { pythonLiteral, quoteOf } from "./literal.js";

/** What to set below one name: a value, or members of a dict, or of an object that is made anew. */
type Setting =
  { readonly value: Json } | { readonly members: ReadonlyMap<string, Setting>; readonly made?: string };

/** A value and where it belongs. */
export interface PlacedValue extends FieldPlace {
  readonly value: Json;
}

/** The changes cannot be written into this call safely. */
class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

/**
 * Writes values as keyword arguments of Python calls: replaces a value that is there, enters a dict that is there,
 * adds what is missing behind the last argument. Only the changed text is touched.
 *
 * @param canonicalPath Where a class that can be imported by a path is defined, to know the name of one that is made.
 */
export function writeCalls(
  values: readonly PlacedValue[],
  notebook: Notebook,
  canonicalPath: (path: string) => string | undefined = (path) => path,
): readonly Edit[] | undefined {
  const calls = new Map<string, { readonly call: CallSite; readonly settings: Map<string, Setting> }>();
  for (const { call, steps, value } of values) {
    const { cell, from, to } = call.span;
    const key = `${cell} ${from} ${to}`;
    const one = calls.get(key) ?? { call, settings: new Map<string, Setting>() };
    calls.set(key, one);
    if (!addSetting(one.settings, steps, value)) return undefined;
  }
  const edits: Edit[] = [];
  try {
    for (const { call, settings } of calls.values()) {
      const writer = new CallWriter(call, notebook, canonicalPath);
      writer.write(settings);
      edits.push(...writer.edits);
    }
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
  return merge(edits);
}

function addSetting(
  settings: Map<string, Setting>,
  [step, ...rest]: readonly FieldStep[],
  value: Json,
): boolean {
  if (step === undefined) return false;
  const made = typeof step === "string" ? undefined : step;
  const name = typeof step === "string" ? step : step.keyword;
  if (rest.length === 0) {
    settings.set(name, { value });
    return true;
  }
  const old = settings.get(name);
  if (old && !("members" in old)) return false;
  const members = new Map(old?.members);
  settings.set(name, {
    members,
    ...(made ? { made: made.made } : {}),
  });
  return addSetting(members, rest, value);
}

class CallWriter {
  readonly edits: Edit[] = [];
  private readonly quote: string;

  constructor(
    private readonly call: CallSite,
    private readonly notebook: Notebook,
    private readonly canonicalPath: (path: string) => string | undefined,
  ) {
    const text = this.textOf(call.span);
    this.quote = /["']/.test(text) ? quoteOf(text) : quoteOf(this.cell(call.span));
  }

  write(settings: ReadonlyMap<string, Setting>): void {
    const { call } = this;
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      const argument = call.arguments.find((one) => one.name === name || one.parameter === name);
      if (argument) this.change(argument.value, argument.valueSpan, setting);
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
      this.insertEntries(only.value.span, missing);
      return;
    }
    const { cell, from, to } = call.parentheses;
    const added = [...missing].map(
      ([name, setting]) => `${name}=${this.sourceOf(setting, this.quote, call.parentheses)}`,
    );
    this.insert(
      cell,
      from,
      to - 1,
      call.arguments.map(({ span }) => span),
      added,
    );
  }

  /** The name comes in through `**`: the dict that it is in is changed. */
  private changeExpanded(name: string, setting: Setting): boolean {
    for (const { star, value } of this.call.arguments) {
      if (star !== "**" || value.kind !== "dict") continue;
      const entry = value.entries.get(name);
      if (!entry || entry.kind === "absent") continue;
      if (entry.kind === "either") throw new CannotWrite();
      this.change(entry, this.entrySpan(value, name) ?? entry.span, setting);
      return true;
    }
    return false;
  }

  private change(old: Value, written: Span | undefined, setting: Setting): void {
    if (written === undefined) throw new CannotWrite();
    if ("value" in setting) {
      if (!this.changeItems(old, setting.value))
        this.replace(written, pythonLiteral(setting.value, this.quote));
      return;
    }
    if (old.kind === "constant" && (old.data === null || old.data === "")) {
      this.replace(written, this.sourceOf(setting, this.quote, written));
      return;
    }
    if (setting.made !== undefined) throw new CannotWrite();
    if (old.kind !== "dict" || old.open || !old.span || !this.isDisplay(old.span)) throw new CannotWrite();
    const missing = new Map<string, Setting>();
    for (const [name, inner] of setting.members) {
      const entry = old.entries.get(name);
      if (!entry || entry.kind === "absent") missing.set(name, inner);
      else if (entry.kind === "either") throw new CannotWrite();
      else this.change(entry, this.entrySpan(old, name) ?? entry.span, inner);
    }
    if (missing.size === 0) return;
    if (this.lostEntries(old.span, missing)) throw new CannotWrite();
    this.insertEntries(old.span, missing);
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

  private insertEntries(span: Span, settings: ReadonlyMap<string, Setting>): void {
    const display = dictDisplayAt(this.cell(span), span.from, span.to);
    if (!display) throw new CannotWrite();
    const quote = quoteOf(this.textOf(span));
    const added = [...settings].map(
      ([name, setting]) => `${pythonLiteral(name, quote)}: ${this.sourceOf(setting, quote, span)}`,
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

  /** A value as source for a place; the import that it needs goes into the same cell. */
  private sourceOf(setting: Setting, quote: string, place: Span): string {
    if ("value" in setting) return pythonLiteral(setting.value, quote);
    const members = [...setting.members].map(
      ([name, inner]) => [name, this.sourceOf(inner, quote, place)] as const,
    );
    if (setting.made === undefined)
      return `{${members.map(([name, text]) => `${pythonLiteral(name, quote)}: ${text}`).join(", ")}}`;
    const made = importedName(setting.made, place, this.notebook, this.canonicalPath);
    if (!made) throw new CannotWrite();
    if (made.import !== undefined) this.addImport(made.import, place);
    return `${made.name}(${members.map(([name, text]) => `${name}=${text}`).join(", ")})`;
  }

  private addImport(line: string, { cell }: Span): void {
    const { at, text } = importInto(this.notebook.cells[cell]?.text ?? "", line);
    this.edits.push({ span: { cell, from: at, to: at }, text });
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
