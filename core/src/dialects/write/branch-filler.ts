import type { Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import { CallWriter, isListValue, itemsIn, mayHold } from "./call-writer.js";
import { CannotWrite } from "./cannot-write.js";
import type { Setting, Settings } from "./make-source.js";

/** Writes settings where values differ by branch: each branch that has none gets them, what another has stays. */
export class BranchFiller extends CallWriter {
  /** What the call has for the settings, as it is written. */
  private filled: readonly string[] = [];

  fill(call: CallSite, settings: Settings): void {
    if (this.surroundings.isOthers(call.span)) throw new CannotWrite();
    const quote = this.maker.quoteIn(call.span);
    const expanded = call.arguments.filter(({ star }) => star === "**");
    const missing = new Map<string, Setting>();
    this.filled = call.arguments
      .filter(({ name, parameter }) => settings.has(name ?? parameter ?? ""))
      .map(({ valueSpan }) => this.textOf(valueSpan));
    for (const [name, setting] of settings) {
      const argument = call.arguments.find((one) => one.name === name || one.parameter === name);
      const value = this.held?.get(name) ?? argument?.value;
      if (value) this.fillValue(value, setting, quote);
      else missing.set(name, setting);
    }
    if (missing.size === 0) return;
    const [only, ...others] = expanded.filter(({ value }) =>
      names(missing).some((name) => mayHold(value, name)),
    );
    if (only === undefined || others.length > 0) throw new CannotWrite();
    this.fillMembers(only.value, missing, quote);
  }

  private fillValue(old: Value, setting: Setting, quote: string): void {
    if (old.kind === "either") {
      for (const one of old.values) this.fillValue(one, setting, quote);
    } else if (old.kind === "constant" && old.data === null) {
      const { span } = old;
      if (!span || this.textOf(span) !== "None" || this.surroundings.isOthers(span)) throw new CannotWrite();
      if (this.hangsOnAnother(span)) throw new CannotWrite();
      this.replace(span, this.maker.sourceOf(setting, quote, span));
    } else if ("members" in setting) this.fillMembers(old, setting.members, quote);
    // What is known to be there stays
    else if (old.kind !== "list" && old.kind !== "tuple" && old.kind !== "constant") throw new CannotWrite();
  }

  /** `groups if subnets else None`: once the subnets are there on each branch, nobody comes by the None. */
  private hangsOnAnother(none: Span): boolean {
    const before = this.textOf({ ...none, from: Math.max(0, none.from - mostBefore), to: none.from });
    const [, condition = ""] = /\bif\b((?:(?!\bif\b)[^\n])*)\belse[\s(]*$/.exec(before) ?? [];
    const words = condition.match(/[A-Za-z_]\w*/g) ?? [];
    return words.some((word) => this.filled.includes(word));
  }

  /** Members that belong together: a branch has all of them or none. */
  private fillMembers(holder: Value, settings: Settings, quote: string): void {
    if (holder.kind === "either") {
      for (const one of holder.values) this.fillMembers(one, settings, quote);
      return;
    }
    if (isListValue(holder)) {
      for (const [item, inner] of itemsIn(holder, settings)) this.fillValue(item, inner, quote);
      return;
    }
    if (holder.kind !== "dict" && holder.kind !== "object") throw new CannotWrite();
    const held = holder.kind === "dict" ? holder.entries : holder.members;
    const missing = new Map<string, Setting>();
    for (const [name, setting] of settings) {
      const value = held.get(name);
      if (value === undefined || value.kind === "absent" || isPerhapsAbsent(value, setting))
        missing.set(name, setting);
      else this.fillValue(value, setting, quote);
    }
    if (missing.size === 0) return;
    if (missing.size < settings.size) throw new CannotWrite();
    if (holder.kind === "object") this.changeObject(holder, missing);
    else if (!this.insertInto(holder, missing)) throw new CannotWrite();
  }
}

const mostBefore = 400;

function names(settings: Settings): readonly string[] {
  return [...settings.keys()];
}

/** Not there on one branch, and on the others whole. */
function isPerhapsAbsent(value: Value, setting: Setting): boolean {
  if (value.kind !== "either") return false;
  const there = value.values.filter(({ kind }) => kind !== "absent");
  return there.length < value.values.length && there.every((one) => isWhole(one, setting));
}

function isWhole(value: Value | undefined, setting: Setting): boolean {
  if (value === undefined) return false;
  if (!("members" in setting))
    return isListValue(value) || (value.kind === "constant" && value.data !== null);
  const held = value.kind === "dict" ? value.entries : value.kind === "object" ? value.members : undefined;
  return held !== undefined && [...setting.members].every(([name, inner]) => isWhole(held.get(name), inner));
}
