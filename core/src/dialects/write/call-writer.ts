import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import { indexOf } from "../../requests/path-steps.js";
import type { Json } from "../../requests/request.js";
import { isFilledIn } from "../sdk-defaults/is-filled-in.js";
import { CannotWrite } from "./cannot-write.js";
import { expressionAt } from "./find-expressions.js";
import { insertItems, type Item } from "./insert-items.js";
import { longestName } from "./known-names.js";
import { broken, fits, flat, indentAt, type Source } from "./layout.js";
import { prefixed, pythonLiteral, quoteOf } from "./literal.js";
import { isLookedUp, isOfMore } from "./made-values.js";
import type { Setting, Settings, SourceMaker } from "./make-source.js";
import type { Surroundings } from "./surroundings.js";

/** Writes settings as keyword arguments of calls, into the dicts and objects that they come from. */
export class CallWriter {
  readonly edits: Edit[] = [];

  constructor(
    private readonly notebook: Notebook,
    protected readonly maker: SourceMaker,
    protected readonly surroundings: Surroundings,
    protected readonly held: ReadonlyMap<string, Value> | undefined,
  ) {}

  write(call: CallSite, settings: Settings): void {
    if (this.surroundings.isOthers(call.span)) throw new CannotWrite();
    const missing = new Map<string, Setting>();
    const quote = this.maker.quoteIn(call.span);
    for (const [name, setting] of settings) {
      if (this.changeHeld(call, name, setting)) continue;
      const argument = call.arguments.find((one) => one.name === name || one.parameter === name);
      if (argument) this.change(argument.value, argument.valueSpan, setting, quote);
      else if (!this.changeExpanded(call, name, setting)) missing.set(name, setting);
    }
    if (missing.size === 0) return;
    if (![...missing.keys()].every((name) => mayTake(call.callee, name))) throw new CannotWrite();
    // It would be given twice
    const expanded = call.arguments.filter(({ star }) => star === "**");
    if (expanded.some(({ value }) => [...missing.keys()].some((name) => mayHold(value, name))))
      throw new CannotWrite();
    const only = call.arguments.length === 1 ? call.arguments[0] : undefined;
    if (only?.star === "**" && this.isOwn(only.value, only.valueSpan) && this.insertInto(only.value, missing))
      return;
    const items = call.arguments.map(({ span }) => span);
    this.insertKeywords(call.parentheses, items, missing, quote);
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

  protected changeObject(object: Extract<Value, { kind: "object" }>, settings: Settings): void {
    const { span } = object;
    const call = span && expressionAt(this.cell(span), "call", span.from, span.to);
    if (!call || this.surroundings.isOthers(span)) throw new CannotWrite();
    const quote = this.maker.quoteIn(span);
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      const old = object.members.get(name);
      const argument = call.arguments.find((one) => one.name === name);
      const own = argument && { cell: span.cell, from: argument.value.from, to: argument.value.to };
      // What the SDK fills in itself has no place in the notebook
      const isOfSdk = old === undefined || (old.kind === "object" && !old.span) || isFilledIn(old);
      if (isOfSdk && !argument) {
        if (!mayTake(object.type, name)) throw new CannotWrite();
        missing.set(name, setting);
      } else if (old === undefined || old.kind === "either") throw new CannotWrite();
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
      this.changeEntry(value, name, entry, setting, this.maker.quoteIn(call.span));
      return true;
    }
    return false;
  }

  private changeEntry(dict: Dict, name: string, entry: Value, setting: Setting, quote: string): void {
    const written = this.entrySpan(dict, name) ?? entry.span;
    if (entry.kind === "either" || (written && this.surroundings.isOthers(written))) throw new CannotWrite();
    if (written && dict.span && isOfMore(this.cell(written), written, dict.span)) throw new CannotWrite();
    this.change(entry, written, setting, quote);
  }

  private change(old: Value, written: Span | undefined, setting: Setting, quote: string): void {
    if (written === undefined) throw new CannotWrite();
    if ("value" in setting) {
      if (old.kind === "constant" && old.data === setting.value) return;
      if (!this.changeItems(old, setting.value)) this.changeWhole(old, written, setting, quote);
      return;
    }
    if (old.kind === "constant" && (old.data === null || old.data === "")) {
      this.replace(written, this.maker.sourceOf(setting, quote, written));
      return;
    }
    if (old.kind === "object") {
      this.changeObject(old, setting.members);
      return;
    }
    if (isListValue(old)) {
      for (const [item, inner] of itemsIn(old, setting.members)) this.change(item, item.span, inner, quote);
      return;
    }
    if (old.kind !== "dict") throw new CannotWrite();
    const missing = new Map<string, Setting>();
    for (const [name, inner] of setting.members) {
      const entry = old.entries.get(name);
      if (!entry || entry.kind === "absent") missing.set(name, inner);
      else this.changeEntry(old, name, entry, inner, quote);
    }
    if (missing.size > 0 && !this.insertInto(old, missing)) throw new CannotWrite();
  }

  /** Of a list that keeps its length only the items that differ are replaced, each where it was written. */
  private changeItems(old: Value, value: Json): boolean {
    if (!isListValue(old) || old.open || !isList(value) || value.length !== old.items.length) return false;
    const differing = value.flatMap((item, index) => {
      const before = old.items[index];
      return before?.kind === "constant" && before.data === item ? [] : [{ before, item }];
    });
    const spans = differing.map(({ before }) =>
      before?.kind === "constant" && before.span && this.isFreeString(before.span) ? before.span : undefined,
    );
    if (spans.includes(undefined)) return false;
    differing.forEach(({ item }, index) => {
      const span = spans[index];
      if (span) this.replace(span, pythonLiteral(item, quoteOf(this.textOf(span))));
    });
    return true;
  }

  /** An id or a list of ids is replaced where it was written out; everything else where it is given. */
  private changeWhole(old: Value, given: Span, setting: Setting, quote: string): void {
    const { span } = old;
    if (this.hasChanged(old, given)) throw new CannotWrite();
    const written = span && this.isWrittenOut(old, span) && !this.surroundings.isOthers(span) ? span : given;
    this.replace(written, this.maker.sourceOf(setting, quote, written));
  }

  /** The notebook has put something into the list since, which would go into what is written in its place too. */
  private hasChanged(value: Value, given: Span): boolean {
    const display = expressionAt(this.cell(given), "sequence", given.from, given.to);
    if (!display || !isListValue(value) || display.items.some(({ kind }) => kind === "starred")) return false;
    return (
      display.items.length !== value.items.length ||
      display.items.some((item, index) => {
        const held = value.items[index];
        return item.kind === "constant" && held?.kind === "constant" && held.data !== item.data;
      })
    );
  }

  private isWrittenOut(value: Value, span: Span): boolean {
    if (value.kind === "constant")
      return typeof value.data === "string" && value.data !== "" && this.isString(span);
    if (!isListValue(value) || value.open || value.items.length === 0) return false;
    const display = expressionAt(this.cell(span), "sequence", span.from, span.to);
    return (
      display?.items.length === value.items.length &&
      display.items.every((item, index) => {
        const held = value.items[index];
        return item.kind === "constant" && held?.kind === "constant" && held.data === item.data;
      })
    );
  }

  protected replace(span: Span, source: Source): void {
    const old = this.textOf(span);
    const layout = this.maker.layoutAt(span);
    const text = this.cell(span);
    const end = text.indexOf("\n", span.to);
    const start = text.lastIndexOf("\n", span.from - 1) + 1;
    const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
    const whole = flat(source);
    // Not amid others that stand on one line
    const isAlone = /^\s*(?:[\w.]+\s*=\s*|[\w"'.]+\s*:\s*)?$/.test(text.slice(start, span.from));
    const isBroken = isAlone && layout && !fits(line, layout, whole.length - old.length);
    const written = isBroken ? broken(source, indentAt(text, span.from), layout) : whole;
    if (old !== written && old !== whole) this.edits.push({ span, text: written });
  }

  private insertKeywords(parentheses: Span, items: readonly Item[], settings: Settings, quote: string): void {
    const added = [...settings].map(([name, setting]) =>
      prefixed(`${name}=`, this.maker.sourceOf(setting, quote, parentheses)),
    );
    const { cell, from, to } = parentheses;
    // A decorator without parentheses
    if (from === to) this.edits.push({ span: { cell, from, to }, text: `(${added.map(flat).join(", ")})` });
    else this.insert(parentheses, items, added);
  }

  /** Adds entries to a dict where it is written; false: not in one place, or they would not stay there. */
  protected insertInto(dict: Value, settings: Settings): boolean {
    const { span } = dict;
    if (dict.kind !== "dict" || dict.open || !span || this.surroundings.isOthers(span)) return false;
    const quote = this.textOf(span).includes("'") ? quoteOf(this.textOf(span)) : this.maker.quoteIn(span);
    const display = expressionAt(this.cell(span), "dict", span.from, span.to);
    if (display) {
      // The display has such a key, and the dict has lost it since: what is written there would be lost as well
      const keys = display.entries.map(({ key }) =>
        key?.kind === "constant" ? String(key.data) : undefined,
      );
      if (keys.some((key) => key !== undefined && settings.has(key))) return false;
      const added = [...settings].map(([name, setting]) =>
        prefixed(`${this.maker.text(name, quote, span)}: `, this.maker.sourceOf(setting, quote, span)),
      );
      this.insert(span, display.entries, added);
      return true;
    }
    const call = expressionAt(this.cell(span), "call", span.from, span.to);
    const isDictCall = call?.callee.kind === "name" && call.callee.id === "dict";
    const names = [...settings.keys()];
    if (!isDictCall || call.arguments.some(({ name }) => name !== undefined && names.includes(name)))
      return false;
    if (!names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return false;
    this.insertKeywords({ cell: span.cell, from: call.open, to: call.to }, call.arguments, settings, quote);
    return true;
  }

  /** @param brackets From the opening to the closing one. */
  private insert({ cell, from, to }: Span, items: readonly Item[], added: readonly Source[]): void {
    const text = this.notebook.cells[cell]?.text ?? "";
    // The text is not the one that was read: a bracket is not where it was
    if (!/^[({]$/.test(text[from] ?? "") || !/^[)}]$/.test(text[to - 1] ?? "")) throw new CannotWrite();
    // In code that does not parse an item can reach over the bracket that is taken for the closing one
    if (items.some((item) => item.from > from && item.to > to - 1)) throw new CannotWrite();
    const layout = this.maker.layoutAt({ cell, from, to });
    const brackets = { open: from, close: to - 1, items };
    for (const { from: at, to: end, text: inserted } of insertItems(text, brackets, added, layout))
      this.edits.push({ span: { cell, from: at, to: end }, text: inserted });
  }

  private entrySpan(dict: Dict, name: string): Span | undefined {
    const { span } = dict;
    const display = span && expressionAt(this.cell(span), "dict", span.from, span.to);
    const entry = display?.entries.find(({ key }) => key?.kind === "constant" && key.data === name);
    const value = dict.entries.get(name);
    if (!span || !entry || !value) return undefined;
    // A later assignment to the key took the display's place
    const own = { cell: span.cell, from: entry.value.from, to: entry.value.to };
    const inside = value.span?.cell === span.cell && value.span.from >= own.from && value.span.to <= own.to;
    const isGiven =
      entry.value.kind === "call"
        ? value.span !== undefined && isLookedUp(this.cell(value.span), value.span, span)
        : entry.value.kind === "name" || entry.value.kind === "attribute";
    return inside || isGiven ? own : undefined;
  }

  /** A dict that only this call expands: by a name that is used nowhere else, or written in its place. */
  private isOwn({ span: written }: Value, given: Span): boolean {
    if (written?.cell === given.cell && written.from >= given.from && written.to <= given.to) return true;
    const name = this.textOf(given);
    if (!/^[A-Za-z_]\w*$/.test(name) || name.length > longestName) return false;
    // Not `name =`, `name[…] =`, `name.update(…)`: they make it
    const use = new RegExp(
      String.raw`(?<![\w.])${name}(?![\w])(?!\s*(?:=(?!=)|\[[^\]\n]*\]\s*=(?!=)|\.(?:update|setdefault|pop)\b))`,
      "g",
    );
    const uses = this.notebook.cells.map(({ kind, text }) =>
      kind === "code" ? (text.match(use)?.length ?? 0) : 0,
    );
    return uses.reduce((sum, count) => sum + count, 0) === 1;
  }

  private isFreeString(span: Span): boolean {
    return this.isString(span) && !this.surroundings.isOthers(span);
  }

  private isString(span: Span): boolean {
    return /^(["'])[^"'\\\n]*\1$/.test(this.textOf(span));
  }

  protected textOf(span: Span): string {
    return this.cell(span).slice(span.from, span.to);
  }

  private cell({ cell }: Span): string {
    return this.notebook.cells[cell]?.text ?? "";
  }
}

type Dict = Extract<Value, { kind: "dict" }>;

/** What is written into a class that stands where another structure belongs would be refused. */
function mayTake(type: string, name: string): boolean {
  const known = sagemakerSdk.classOf(type);
  return known === undefined || known.takesAnyKeyword || known.parameters.some((one) => one.name === name);
}

export function isListValue(value: Value): value is Extract<Value, { kind: "list" | "tuple" | "set" }> {
  return value.kind === "list" || value.kind === "tuple";
}

/** The items that settings by `[0]` are for. */
export function itemsIn(
  list: Extract<Value, { kind: "list" | "tuple" | "set" }>,
  settings: Settings,
): readonly (readonly [item: Value, setting: Setting])[] {
  return [...settings].map(([step, setting]) => {
    const item = list.items[indexOf(step) ?? list.items.length];
    if (item === undefined) throw new CannotWrite();
    return [item, setting];
  });
}

export function mayHold(value: Value, name: string): boolean {
  if (value.kind === "either") return value.values.some((one) => mayHold(one, name));
  if (value.kind !== "dict") return value.kind !== "absent";
  const entry = value.entries.get(name);
  return entry ? entry.kind !== "absent" : value.open;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
