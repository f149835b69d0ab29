import type { Field, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { joined, partOf } from "./printed-text.js";

/** A text with its quotes, a number or a word, or what is made of others. */
type Made = Text | readonly Made[] | ReadonlyMap<string, Made>;

/**
 * What `jq -n --arg NAME VALUE 'FILTER'` prints, where the filter only puts objects, lists and values together.
 *
 * @see https://jqlang.org/manual/#object-construction
 */
export function jqText(args: readonly Field[]): Text | undefined {
  const given = argumentsOf(args);
  if (!given) return undefined;
  const reader = new FilterReader(given.filter, given.names);
  const made = reader.whole();
  return made && joined([...written(made, given.isCompact ? undefined : "\n"), plain("\n")]);
}

interface JqArguments {
  readonly filter: Text;
  readonly names: ReadonlyMap<string, Text>;
  readonly isCompact: boolean;
}

/** Undefined: there are others than are followed. */
function argumentsOf(args: readonly Field[]): JqArguments | undefined {
  const names = new Map<string, Text>();
  let [filter, isEmpty, isCompact]: [Text | undefined, boolean, boolean] = [undefined, false, false];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    const text = word?.text ?? "";
    const [name, value] = [args[at + 1]?.text, args[at + 2]];
    if (text === "--arg" && name !== undefined && value) {
      names.set(name, quoted(value));
      at += 2;
    } else if (/^(?:-[nc]+|--null-input|--compact-output)$/.test(text)) {
      isEmpty ||= /^-\w*n|^--null/.test(text);
      isCompact ||= /^-\w*c|^--compact/.test(text);
    } else if (filter || text.startsWith("-")) return undefined;
    else filter = word;
  }
  return filter && isEmpty && !filter.text.includes(unknownText) ? { filter, names, isCompact } : undefined;
}

class FilterReader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly filter: Text,
    private readonly names: ReadonlyMap<string, Text>,
  ) {}

  whole(): Made | undefined {
    const made = this.value();
    this.blanks();
    return this.at === this.filter.text.length ? made : undefined;
  }

  private value(): Made | undefined {
    if (++this.depth > deepest) return undefined;
    const made = this.take("{") ? this.object() : this.take("[") ? this.list() : this.single();
    this.depth -= 1;
    return made;
  }

  private object(): Made | undefined {
    const members = new Map<string, Made>();
    if (this.take("}")) return members;
    do {
      const [name, isVariable] = this.key();
      const value = this.take(":") ? this.value() : isVariable ? this.names.get(name) : undefined;
      if (name === "" || value === undefined) return undefined;
      members.set(name, value);
    } while (this.take(","));
    return this.take("}") ? members : undefined;
  }

  private key(): readonly [name: string, isVariable: boolean] {
    const word = this.match(/\$?[A-Za-z_]\w*|"[^"\\]*"/y) ?? "";
    return word.startsWith("$") ? [word.slice(1), true] : [word.replaceAll('"', ""), false];
  }

  private list(): Made | undefined {
    const items: Made[] = [];
    if (this.take("]")) return items;
    do {
      const item = this.value();
      if (!item) return undefined;
      items.push(item);
    } while (this.take(","));
    return this.take("]") ? items : undefined;
  }

  private single(): Made | undefined {
    const variable = this.match(/\$[A-Za-z_]\w*/y);
    if (variable !== undefined) return this.names.get(variable.slice(1));
    const word = this.match(/"[^"\\\n]*"|(?:0|[1-9]\d{0,14})(?![\d.eE])|(?:true|false|null)\b/y);
    return word === undefined ? undefined : partOf(this.filter, this.at - word.length, this.at);
  }

  private take(character: string): boolean {
    this.blanks();
    const is = this.filter.text[this.at] === character;
    if (is) this.at += 1;
    return is;
  }

  private match(pattern: RegExp): string | undefined {
    this.blanks();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.filter.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private blanks(): void {
    while (/\s/.test(this.filter.text[this.at] ?? "")) this.at += 1;
  }
}

const deepest = 20;

/** `newline`: and the blanks before what is at hand; undefined: all in one line. */
function written(made: Made, newline: string | undefined): readonly Text[] {
  if ("text" in made) return [made];
  const inner = newline === undefined ? undefined : `${newline}  `;
  const isList = Array.isArray(made);
  const items: readonly (readonly Text[])[] = isList
    ? made.map((item: Made) => written(item, inner))
    : [...(made as ReadonlyMap<string, Made>)].map(([name, value]) => [
        plain(`${JSON.stringify(name)}:${newline === undefined ? "" : " "}`),
        ...written(value, inner),
      ]);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) return [plain(open + close)];
  const parts = items.flatMap((item, index) => [plain(`${index > 0 ? "," : ""}${inner ?? ""}`), ...item]);
  return [plain(open), ...parts, plain(`${newline ?? ""}${close}`)];
}

/** As JSON has it; characters that it writes otherwise have no place. */
function quoted(value: Text): Text {
  const inner = JSON.stringify(value.text).slice(1, -1);
  return joined([plain('"'), inner === value.text ? value : plain(inner), plain('"')]);
}

function plain(text: string): Text {
  return { text, at: Array.from({ length: text.length }, () => -1) };
}
