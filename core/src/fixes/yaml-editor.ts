import { isAlias, isMap, isNode, isScalar, isSeq, visit, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import {
  CannotWrite,
  isTree,
  ItemSettings,
  type Settings,
  type Setting,
} from "../dialects/aws-cli/argument-text.js";
import { inItems } from "../dialects/aws-cli/edit-argument.js";
import type { FileValue } from "../files/file-value.js";
import type { YamlNodes } from "../files/read-yaml.js";
import type { TextEdit } from "../notebook/apply-edits.js";
import type { Json } from "../requests/request.js";
import { YamlStyle, flowText, scalarText } from "./yaml-style.js";

/**
 * Changes a YAML text where its values stand, as the author writes it: block or flow style, quotes, indents, line ends.
 * What an anchor or an alias shares, and what has a tag, is left alone.
 */
export class YamlEditor {
  private readonly style: YamlStyle;
  /** Ranges that an alias repeats elsewhere. */
  private readonly anchored: readonly Node[];
  /** Keys by their values. */
  private readonly keys = new Map<unknown, Node>();

  constructor(
    private readonly text: string,
    private readonly reading: YamlNodes,
  ) {
    const anchored: Node[] = [];
    visit(reading.document, {
      Pair: (_, { key, value }) => {
        if (isNode(key) && value !== null) this.keys.set(value, key);
      },
      Node: (_, node) => {
        if (!isAlias(node) && node.anchor !== undefined) anchored.push(node);
      },
    });
    this.anchored = anchored;
    this.style = new YamlStyle(text, reading.document);
  }

  /** @throws CannotWrite */
  edit(value: FileValue, setting: Setting): readonly TextEdit[] {
    const node = this.reading.nodes.get(value);
    if (node === undefined || isAlias(node) || node.tag !== undefined) throw new CannotWrite();
    const [from, to] = rangeOf(node);
    const isShared = this.anchored.some((one) => {
      const [start, end] = rangeOf(one);
      return (start <= from && end >= to) || (!isTree(setting) && start >= from && end <= to);
    });
    if (isShared) throw new CannotWrite();
    if (setting instanceof ItemSettings)
      return inItems(setting, value.kind === "list" ? value.items : [], (item, one) => this.edit(item, one));
    if (!isTree(setting)) {
      const isThere = value.kind === "constant" && value.data === setting;
      return isThere ? [] : this.replace(node, setting).filter((edit) => !this.isThere(edit));
    }
    if (isMap(node) && value.kind === "dict") return this.editMap(node, value, setting);
    if (isScalar(node) && value.kind === "constant" && value.type === "none")
      return this.fillEmpty(node, setting);
    throw new CannotWrite();
  }

  private isThere({ from, to, text }: TextEdit): boolean {
    return this.text.slice(from, to) === text;
  }

  private editMap(
    map: YAMLMap,
    { entries }: Extract<FileValue, { kind: "dict" }>,
    { members }: Settings,
  ): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    const missing: [string, Setting][] = [];
    for (const [name, setting] of members) {
      const entry = map.has(name) ? entries.get(name) : undefined; // what is merged is another's
      if (entry) edits.push(...this.edit(entry, setting));
      else missing.push([name, setting]);
    }
    if (missing.length === 0) return edits;
    return [...edits, map.flow ? this.addToFlow(map, missing) : this.addToBlock(map, missing)];
  }

  /** `VpcConfig:` alone: what it has comes on lines of its own. */
  private fillEmpty(node: Node, { members }: Settings): readonly TextEdit[] {
    const key = this.keys.get(node);
    const indent = key && this.indentOfKey(key);
    if (key === undefined || indent === undefined || textOf(this.text, node) !== "") throw new CannotWrite();
    const at = this.endOfLine(rangeOf(key)[1], /^[ \t]*:[ \t]*(?:#.*)?$/);
    const lines = this.style.lines([...members], indent + this.style.step, undefined);
    return [insert(at, lines.map((line) => this.style.newline + line).join(""))];
  }

  private addToFlow(map: YAMLMap, missing: readonly (readonly [string, Setting])[]): TextEdit {
    const [from, to] = rangeOf(map);
    const added = missing.map(
      ([name, setting]) => `${scalarText(name, "PLAIN", true)}: ${flowText(setting)}`,
    );
    const places = map.items.map(({ key, value }) => ({
      from: isNode(key) ? rangeOf(key)[0] : from,
      to: isNode(value) ? rangeOf(value)[1] : isNode(key) ? rangeOf(key)[1] : from,
    }));
    return this.addBetween(from, to, places, added);
  }

  /** Behind the last one between brackets. */
  private addBetween(
    from: number,
    to: number,
    places: readonly { readonly from: number; readonly to: number }[],
    added: readonly string[],
  ): TextEdit {
    const [first, second] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined) {
      if (this.text.slice(from + 1, to - 1).trim() !== "") throw new CannotWrite();
      return { from: from + 1, to: to - 1, text: added.join(", ") };
    }
    const between = second && this.text.slice(first.to, second.from);
    const before = this.text.slice(from + 1, first.from);
    const isOwnLine = /^[ \t\r\n]*\n[ \t]*$/.test(before);
    const separator =
      between !== undefined && /^\s*,\s*$/.test(between) ? between : isOwnLine ? `,${before}` : ", ";
    return insert(last.to, added.map((one) => separator + one).join(""));
  }

  /** On lines of their own, behind the last member that is no text of several lines. */
  private addToBlock(map: YAMLMap, missing: readonly (readonly [string, Setting])[]): TextEdit {
    const [first] = map.items;
    const indent = isNode(first?.key) ? this.indentOfKey(first.key) : undefined;
    const ends = map.items.flatMap(({ key, value }) =>
      isNode(key) ? (this.contentEnd(key, value) ?? []) : [],
    );
    const end = ends.at(-1);
    if (indent === undefined || end === undefined) throw new CannotWrite();
    const at = this.endOfLine(end, /^[ \t]*(?::[ \t]*)?(?:#.*)?$/);
    const lines = this.style.lines(missing, indent, map);
    return insert(at, lines.map((line) => this.style.newline + line).join(""));
  }

  private replace(node: Node, value: Json): readonly TextEdit[] {
    if (isSeq(node)) return Array.isArray(value) ? this.replaceItems(node, value) : cannot();
    if (!isScalar(node) || node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return cannot();
    const [from, to] = rangeOf(node);
    const written = isScalarJson(value)
      ? scalarText(value, node.type, this.style.isInFlow(node))
      : flowText(value);
    if (from < to) return [{ from, to, text: written }];
    const key = this.keys.get(node);
    const colon = key && /^[ \t]*:/.exec(this.text.slice(rangeOf(key)[1]))?.[0].length;
    if (key === undefined || colon === undefined) return cannot();
    return [insert(rangeOf(key)[1] + colon, ` ${written}`)];
  }

  private replaceItems(seq: YAMLSeq, values: readonly Json[]): readonly TextEdit[] {
    const items = seq.items.map((item) => (isScalar(item) ? item : cannot()));
    const [from, to] = rangeOf(seq);
    const style = items[0]?.type;
    const isFlow = seq.flow === true;
    if (!values.every(isScalarJson)) return cannot();
    const texts = values.map((value) => scalarText(value, style, isFlow));
    if (isFlow && (items.length === 0 || values.length === 0)) {
      const isBare = !textOf(this.text, seq).includes("#");
      return isBare ? [{ from, to, text: `[${texts.join(", ")}]` }] : cannot();
    }
    const kept = Math.min(items.length, values.length);
    const edits = items.slice(0, kept).flatMap((item, index): readonly TextEdit[] => {
      const known = this.valueOf(item);
      if (known?.kind === "constant" && known.data === values[index]) return [];
      return this.replace(item, values[index] ?? null);
    });
    const added = texts.slice(kept);
    const last = items.at(-1);
    const lastKept = items[kept - 1];
    if (last === undefined || lastKept === undefined) return cannot();
    if (added.length > 0) {
      const places = items.map((item) => ({ from: rangeOf(item)[0], to: rangeOf(item)[1] }));
      return [...edits, isFlow ? this.addBetween(from, to, places, added) : this.addItems(last, added)];
    }
    if (kept === items.length) return edits;
    const [start, end] = [rangeOf(lastKept)[1], rangeOf(last)[1]];
    // A note on what goes would be lost, or stand beside another item
    const gone = this.text.slice(start, isFlow ? end : this.endOfLine(end, /^/));
    if (gone.includes("#")) return cannot();
    return [...edits, { from: start, to: end, text: "" }];
  }

  /** Behind the last item of a block sequence, with its dash. */
  private addItems(last: Node, added: readonly string[]): TextEdit {
    const [from, to] = rangeOf(last);
    const lineStart = this.text.lastIndexOf("\n", from - 1) + 1;
    const before = this.text.slice(lineStart, from);
    const dash = /^[ ]*-[ ]+$/.exec(before)?.[0];
    if (dash === undefined) return cannot();
    const at = this.endOfLine(to, /^[ \t]*(?:#.*)?$/);
    return insert(at, added.map((one) => this.style.newline + dash + one).join(""));
  }

  private valueOf(node: Node): FileValue | undefined {
    return [...this.reading.nodes].find(([, one]) => one === node)?.[0];
  }

  /** Where a member's text ends; undefined for texts of several lines, whose end an insertion could become part of. */
  private contentEnd(key: Node, value: unknown): number | undefined {
    if (!isNode(value) || textOf(this.text, value) === "") return rangeOf(key)[1];
    if (isScalar(value))
      return value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED" ? undefined : rangeOf(value)[1];
    if (isMap(value) && !value.flow) {
      const last = value.items.at(-1);
      return isNode(last?.key) ? this.contentEnd(last.key, last.value) : undefined;
    }
    if (isSeq(value) && !value.flow) {
      const last = value.items.at(-1);
      return isNode(last) && textOf(this.text, last) !== "" ? this.contentEnd(last, last) : undefined;
    }
    return rangeOf(value)[1];
  }

  /** Of a key that begins its line, or stands behind the dash of an item. */
  private indentOfKey(key: Node): string | undefined {
    const [from] = rangeOf(key);
    const before = this.text.slice(this.text.lastIndexOf("\n", from - 1) + 1, from);
    return /^[ ]*(?:-[ ]+)*$/.test(before) ? " ".repeat(before.length) : undefined;
  }

  /** Of the line of `at`; what is between has to be of a kind. */
  private endOfLine(at: number, between: RegExp): number {
    const found = this.text.indexOf("\n", at);
    const line = found < 0 ? this.text.length : found;
    const end = this.text[line - 1] === "\r" ? line - 1 : line;
    if (!between.test(this.text.slice(at, end))) throw new CannotWrite();
    return end;
  }
}

function insert(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

function cannot(): never {
  throw new CannotWrite();
}

export function rangeOf({ range }: Node): readonly [number, number] {
  if (!range) throw new CannotWrite();
  return [range[0], range[1]];
}

function textOf(text: string, node: Node): string {
  return text.slice(...rangeOf(node));
}

function isScalarJson(value: Json): value is string | number | boolean | null {
  return value === null || typeof value !== "object";
}
