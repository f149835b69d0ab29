import type { TextRange } from "./magics.js";

/** A part of a command that IPython runs: text, or a Python expression that it fills in. Ranges are in the command. */
export type TemplatePart =
  | (TextRange & { readonly kind: "text"; readonly text: string })
  | (TextRange & {
      readonly kind: "field";
      readonly expression: string;
      /** `$name`, not `{name}`. */
      readonly dollar: boolean;
      /** `!r` and the like change the text. */
      readonly converted: boolean;
    });

/**
 * Splits a command as IPython's `DollarFormatter` does: `{expression}`, `$name`, `{{`, `}}`, `$$`. A line of several
 * with `\` at their ends becomes one, with a blank for each.
 *
 * @returns Undefined when it is no template: IPython then leaves the whole command as it is.
 * @see IPython.utils.text.DollarFormatter, IPython.core.interactiveshell.InteractiveShell.var_expand
 */
export function readTemplate(command: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  let literal: Literal[] = [];
  let at = 0;
  const flush = () => {
    parts.push(...withDollars(command, literal));
    literal = [];
  };
  while (at < command.length) {
    const character = command[at];
    if (character !== "{" && character !== "}") {
      const next = /[{}]/g;
      next.lastIndex = at;
      const end = next.exec(command)?.index ?? command.length;
      literal.push({ from: at, to: end });
      at = end;
    } else if (command[at + 1] === character) {
      literal.push({ from: at, to: at + 2, brace: character });
      at += 2;
      // Python's own parser gives what is before by itself, and IPython counts quotes in that
      flush();
    } else if (character === "}") return undefined;
    else {
      const end = fieldEnd(command, at);
      if (end === undefined) return undefined;
      flush();
      const inside = /^([\s\S]*?)(?:!([a-z]))?$/.exec(command.slice(at + 1, end - 1));
      const converted = inside?.[2] !== undefined;
      const written = (converted ? inside[1] : undefined) ?? command.slice(at + 1, end - 1);
      const expression = written.replace(/:$/, "");
      parts.push({ kind: "field", expression, dollar: false, converted, from: at, to: end });
      at = end;
    }
  }
  flush();
  return parts;
}

/** Text between fields; `brace`: one that is written twice. */
interface Literal extends TextRange {
  readonly brace?: string;
}

/** The command as the shell gets it when nothing is filled in. */
export function plainTemplate(command: string): readonly TemplatePart[] {
  return joinedLines(command, { from: 0, to: command.length });
}

/** After the brace that closes the field. Undefined: it is none. */
function fieldEnd(command: string, open: number): number | undefined {
  let depth = 1;
  let brackets = false;
  let named = true; // still in the name, before `:`
  for (let at = open + 1; at < command.length; at += 1) {
    const character = command[at];
    if (named && brackets && character !== "]") continue;
    if (character === "{") {
      if (named) return undefined;
      depth += 1;
    } else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === "[") brackets = true;
    else if (character === "]") brackets = false;
    else if (character === ":") named = false;
    else if (character === "!" && named) {
      if (!/^\w[:}]/.test(command.slice(at + 1, at + 3))) return undefined;
      named = false;
    }
  }
  return undefined;
}

/** Finds `$name` outside of single quotes in text between fields, as IPython's pattern does. */
function withDollars(command: string, ranges: readonly Literal[]): TemplatePart[] {
  const text = ranges.map(({ from, to }) => command.slice(from, to)).join("");
  const quotesAfter = text.split("'").length - 1;
  const parts: TemplatePart[] = [];
  let quotes = 0; // before the current place
  for (const { from, to, brace } of ranges) {
    if (brace !== undefined) {
      parts.push({ kind: "text", text: brace, from, to });
      continue;
    }
    let done = from;
    for (const match of command.slice(from, to).matchAll(/'|\$(\$?)([\p{L}\p{N}_.]+)/gu)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (match[0] === "'") quotes += 1;
      else if (match[1] === "" && (quotesAfter - quotes) % 2 === 0) {
        parts.push(...joinedLines(command, { from: done, to: start }));
        const expression = match[2] ?? "";
        parts.push({ kind: "field", expression, dollar: true, converted: false, from: start, to: end });
        done = end;
      } else if (match[1] === "$" && (quotesAfter - quotes) % 2 === 0) {
        // `$$name` is `$name` for the shell
        parts.push(...joinedLines(command, { from: done, to: start }));
        done = start + 1;
      }
    }
    parts.push(...joinedLines(command, { from: done, to }));
  }
  return parts;
}

/** IPython makes one line of a continued one: a blank for backslash and line break. */
function joinedLines(command: string, { from, to }: TextRange): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let done = from;
  for (const match of command.slice(from, to).matchAll(/\\\r?\n/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (done < start) parts.push({ kind: "text", text: command.slice(done, start), from: done, to: start });
    parts.push({ kind: "text", text: " ", from: start, to: end });
    done = end;
  }
  if (done < to) parts.push({ kind: "text", text: command.slice(done, to), from: done, to });
  return parts;
}
