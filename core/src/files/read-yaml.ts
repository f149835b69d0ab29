import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { deepestFileValue, mostFileValues, type FileReading, type FileValue } from "./file-value.js";

/**
 * A YAML text as PyYAML's `safe_load` reads it. The syntax is the library's; what a plain scalar is, is PyYAML's: YAML 1.1
 * with `yes` and `off`, but not `y`. What the two might read differently is unknown.
 *
 * @see https://github.com/yaml/pyyaml/blob/6.0.2/lib/yaml/resolver.py
 * @see https://github.com/yaml/pyyaml/blob/6.0.2/lib/yaml/constructor.py `flatten_mapping`
 */
export function readYaml(text: string): FileReading {
  const reading = readYamlNodes(text);
  return "problem" in reading ? reading : { value: reading.value };
}

/** The value of a YAML text, and the syntax that each part of it was read from: an alias's is the alias. */
export interface YamlNodes {
  readonly value: FileValue;
  readonly document: Document;
  readonly nodes: ReadonlyMap<FileValue, Node>;
}

export function readYamlNodes(text: string): YamlNodes | Extract<FileReading, { problem: string }> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ""), {
    schema: "failsafe",
    version: "1.1",
    uniqueKeys: false,
    merge: false,
    lineCounter: lines,
    logLevel: "error",
    // Of each error it would look for its line and print that, where only the first one counts
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error)
    return {
      problem: error.message.split("\n", 1)[0] ?? "",
      line: lines.linePos(error.pos[0]).line,
    };
  const nodes = new Map<FileValue, Node>();
  if (document.warnings.length > 0)
    return { value: unknown("it has tags or directives that are not followed", 1), document, nodes };
  return { value: new Reader(document, lines, nodes).read(document.contents, 0), document, nodes };
}

class Reader {
  private left = mostFileValues;

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly nodes: Map<FileValue, Node>,
  ) {}

  read(node: Node | null, depth: number): FileValue {
    const value = this.valueOf(node, depth);
    if (node !== null) this.nodes.set(value, node);
    return value;
  }

  private valueOf(node: Node | null, depth: number): FileValue {
    const line = this.lineOf(node);
    if (depth > deepestFileValue || --this.left < 0) return unknown("it is too large to follow", line);
    if (node === null) return { kind: "constant", type: "none", data: null, line };
    if (isAlias(node)) {
      const anchored = node.resolve(this.document);
      return anchored ? this.read(anchored, depth + 1) : unknown("there is no such anchor", line);
    }
    if (isScalar(node)) return scalar(node, line);
    if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq)$/.test(node.tag))
      return unknown(`the tag ${node.tag} is not followed`, line);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as Node | null, depth + 1));
      return { kind: "list", items, line };
    }
    return isMap(node) ? this.mapping(node, depth, line) : unknown("it is not followed", line);
  }

  private mapping(node: YAMLMap, depth: number, line: number): FileValue {
    const members = this.membersOf(node, depth);
    if (members === undefined) return unknown("what it merges is not followed", line);
    const entries = new Map<string, FileValue>();
    for (const pair of members) {
      const key = this.read(pair.key as Node | null, depth + 1);
      if (key.kind !== "constant" || key.type !== "str") return unknown("a key is not a text", line);
      // The last one of a key counts, in the place of the first, as in Python
      entries.set(String(key.data), this.read(pair.value as Node | null, depth + 1));
    }
    return { kind: "dict", entries, line };
  }

  /** What is merged comes first, of several mappings the last one's, so that what a mapping has of its own counts. */
  private membersOf(map: YAMLMap, depth: number): readonly Pair[] | undefined {
    const merged: Pair[] = [];
    const own: Pair[] = [];
    for (const pair of map.items) {
      if (!isMergeKey(pair.key)) {
        own.push(pair);
        continue;
      }
      const from = this.resolved(pair.value);
      for (const one of isSeq(from) ? [...from.items].reverse() : [from]) {
        const mapping = this.resolved(one);
        if (!isMap(mapping) || depth > deepestFileValue || --this.left < 0) return undefined;
        const members = this.membersOf(mapping, depth + 1);
        if (members === undefined) return undefined;
        this.left -= members.length;
        merged.push(...members);
      }
    }
    return merged.length === 0 ? own : [...merged, ...own];
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  private lineOf(node: Node | null): number {
    const from = node?.range?.[0];
    return from === undefined ? 1 : this.lines.linePos(from).line;
  }
}

/** `<<`, which stands for the members of other mappings. */
function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.tag === undefined && key.source === "<<";
}

function scalar(node: Scalar, line: number): FileValue {
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  const isPlain = node.type === "PLAIN";
  if (node.tag !== undefined && node.tag !== "tag:yaml.org,2002:str")
    return unknown(`the tag ${node.tag} is not followed`, line);
  if (!isPlain || node.tag !== undefined) return { kind: "constant", type: "str", data: text, line };
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return { kind: "constant", type: "none", data: null, line };
  if (/^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text))
    return { kind: "constant", type: "bool", data: true, line };
  if (/^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text))
    return { kind: "constant", type: "bool", data: false, line };
  if (/^[-+]?(?:0|[1-9][0-9_]*)$/.test(text)) return integer(Number(text.replaceAll("_", "")), line);
  if (/^[-+]?0[0-7_]+$/.test(text)) {
    const digits = Number.parseInt(text.replace(/^[-+]/, "").replaceAll("_", ""), 8);
    return integer(text.startsWith("-") ? -digits : digits, line);
  }
  if (/^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/.test(text)) {
    const data = Number(text.replaceAll("_", ""));
    return Number.isFinite(data)
      ? { kind: "constant", type: "float", data, line }
      : unknown("the number is not followed", line);
  }
  if (others.some((pattern) => pattern.test(text)))
    return unknown("numbers and dates like this are not followed", line);
  return { kind: "constant", type: "str", data: text, line };
}

/** Binary, hexadecimal and sexagesimal numbers, infinity, dates, `=`: no texts, and not what settings are made of. */
const others = [
  /^[-+]?0b[0-1_]+$/,
  /^[-+]?0x[0-9a-fA-F_]+$/,
  /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
  /^[-+]?\.(?:inf|Inf|INF)$/,
  /^\.(?:nan|NaN|NAN)$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d/,
  /^(?:=|<<)$/,
];

function integer(data: number, line: number): FileValue {
  return Number.isSafeInteger(data)
    ? { kind: "constant", type: "int", data: data === 0 ? 0 : data, line }
    : unknown("the number is too large to follow", line);
}

function unknown(why: string, line: number): FileValue {
  return { kind: "unknown", why, line };
}
