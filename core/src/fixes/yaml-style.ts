import {
  isMap,
  isNode,
  isPair,
  isSeq,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { Settings, type Setting } from "../dialects/aws-cli/argument-text.js";
import { readYaml } from "../files/read-yaml.js";
import type { Json } from "../requests/request.js";

/** How the author of a YAML text writes it. */
export class YamlStyle {
  readonly newline: string;
  /** By which a mapping in a mapping is indented. */
  readonly step: string;
  /** Of the first list of the file; undefined: its lists are in brackets, or there are none. */
  private readonly dashes: string | undefined;
  private readonly inFlow = new Set<unknown>();

  constructor(
    private readonly text: string,
    document: Document,
  ) {
    this.newline = text.includes("\r\n") ? "\r\n" : "\n";
    let step: string | undefined;
    let dashes: string | undefined | false;
    visit(document, {
      Pair: (_, { key, value }) => {
        if (!isNode(key) || !isNode(value)) return;
        if (isMap(value) && !value.flow && step === undefined) {
          const width = this.column(value) - this.column(key);
          if (width > 0) step = " ".repeat(width);
        }
        if (isSeq(value) && dashes === undefined) dashes = value.flow ? false : this.dashesOf(key, value);
      },
      Node: (_, node, path) => {
        const isFlow = path.some((one) => (isMap(one) || isSeq(one)) && one.flow === true);
        if (isFlow) this.inFlow.add(node);
      },
    });
    this.step = step ?? "  ";
    this.dashes = dashes === false ? undefined : dashes;
  }

  isInFlow(node: Node): boolean {
    return this.inFlow.has(node);
  }

  /** Members of a block mapping. `beside`: the mapping that has them, whose lists they are written like. */
  lines(
    members: readonly (readonly [string, Setting])[],
    indent: string,
    beside: YAMLMap | undefined,
  ): readonly string[] {
    const dashes = this.dashesIn(beside);
    return members.flatMap(([name, setting]) => {
      const key = `${indent}${scalarText(name, "PLAIN", false)}:`;
      if (setting instanceof Settings)
        return [key, ...this.lines([...setting.members], indent + this.step, undefined)];
      if (Array.isArray(setting) && setting.length > 0 && dashes !== undefined)
        return [key, ...setting.map((item: Json) => `${indent}${dashes}- ${flowText(item)}`)];
      return [`${key} ${flowText(setting)}`];
    });
  }

  private dashesIn(map: YAMLMap | undefined): string | undefined {
    const pair = map?.items.find((one) => isPair(one) && isSeq(one.value));
    if (!isNode(pair?.key) || !isSeq(pair.value)) return this.dashes;
    return pair.value.flow ? undefined : this.dashesOf(pair.key, pair.value);
  }

  /** What the dashes of a list are indented by, below its key. */
  private dashesOf(key: Node, list: Node): string {
    return " ".repeat(Math.max(0, this.column(list) - this.column(key)));
  }

  private column({ range }: Node): number {
    const from = range?.[0] ?? 0;
    return from - (this.text.lastIndexOf("\n", from - 1) + 1);
  }
}

/** Between brackets, or on the line of its key. */
export function flowText(setting: Setting): string {
  if (setting instanceof Settings) {
    const members = [...setting.members].map(
      ([name, one]) => `${scalarText(name, "PLAIN", true)}: ${flowText(one)}`,
    );
    return `{${members.join(", ")}}`;
  }
  if (Array.isArray(setting)) return `[${setting.map((item: Json) => flowText(item)).join(", ")}]`;
  return typeof setting === "object" && setting !== null
    ? JSON.stringify(setting)
    : scalarText(setting, "PLAIN", true);
}

/** In the quotes of what it replaces; without, where that means the same text to PyYAML. */
export function scalarText(
  value: string | number | boolean | null,
  style: Scalar["type"],
  isInFlow: boolean,
): string {
  if (typeof value !== "string") return JSON.stringify(value);
  if (style === "QUOTE_SINGLE" && /^[\x20-\x7e]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return style !== "QUOTE_DOUBLE" && isPlain(value, isInFlow) ? value : JSON.stringify(value);
}

function isPlain(value: string, isInFlow: boolean): boolean {
  // Older PyYAML takes no colon between brackets
  if (!/^[A-Za-z][\w:/.+@=-]*$/.test(value) || value.endsWith(":") || (isInFlow && value.includes(":")))
    return false;
  const reading = readYaml(value);
  return "value" in reading && reading.value.kind === "constant" && reading.value.type === "str";
}
