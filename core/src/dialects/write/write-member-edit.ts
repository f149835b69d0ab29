import { blankIpython } from "../../notebook/ipython.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import { parse } from "../../python/parse.js";
import type { MemberEdit } from "../../requests/request.js";
import { pythonLiteral, quoteOf } from "./literal.js";

/**
 * Changes one member of a request where it was written: a keyword of a call, or an entry of a dict display.
 *
 * @returns `undefined` when the text there is not what was read, or a change would touch more than that member.
 */
export function writeMemberEdit(edit: MemberEdit, notebook: Notebook): readonly Edit[] | undefined {
  const text = notebook.cells[edit.at.cell]?.text ?? "";
  const written = text.slice(edit.at.from, edit.at.to);
  switch (edit.do) {
    case "rename": {
      const quote = quoteAround(written, edit.from);
      return quote === undefined ? undefined : [{ span: edit.at, text: `${quote}${edit.to}${quote}` }];
    }
    case "replace":
      return isValue(text, edit.at)
        ? [{ span: edit.at, text: pythonLiteral(edit.to, quoteOf(/["']/.test(written) ? written : text)) }]
        : undefined;
    case "put in list":
      return isValue(text, edit.at) ? [{ span: edit.at, text: `[${written}]` }] : undefined;
    case "become": {
      const quote = quoteAround(written, edit.name);
      const member = quote === undefined ? undefined : memberAt(text, edit.at.from);
      if (quote === undefined || member === undefined) return undefined;
      const source = edit.members.map(([name, value]) =>
        quote === ""
          ? `${name}=${pythonLiteral(value, quoteOf(text))}`
          : `${quote}${name}${quote}: ${pythonLiteral(value, quote)}`,
      );
      return [{ span: { cell: edit.at.cell, ...member }, text: source.join(", ") }];
    }
    case "remove": {
      if (quoteAround(written, edit.name) === undefined) return undefined;
      const member = memberAt(text, edit.at.from);
      return member && [{ span: { cell: edit.at.cell, ...withItsComma(text, member) }, text: "" }];
    }
  }
}

/** The quotes that a key is in, none around a keyword; undefined when something else is written there. */
function quoteAround(written: string, name: string): string | undefined {
  return ["", '"', "'"].find((quote) => written === `${quote}${name}${quote}`);
}

/** A literal or a display, so that nothing but a value is replaced. */
function isValue(text: string, { from, to }: Span): boolean {
  return nodesOf(text).some(
    (node) =>
      node.from === from && node.to === to && ["constant", "list", "tuple", "dict"].includes(node.kind),
  );
}

interface Node {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The keyword argument or the entry of a dict display that begins here. */
function memberAt(text: string, from: number): Range | undefined {
  for (const node of nodesOf(text)) {
    const members = "entries" in node ? node.entries : "arguments" in node ? node.arguments : undefined;
    if (!Array.isArray(members)) continue;
    const found = (members as readonly Range[]).find((member) => member.from === from);
    if (found) return found;
  }
  return undefined;
}

function nodesOf(text: string): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if ("kind" in node && "from" in node && "to" in node) found.push(node as Node);
    Object.values(node).forEach(visit);
  };
  visit(parse(blankIpython(text).python).statements);
  return found;
}

/** With the comma behind it, or the one before it where it is the last; with its line where it has that to itself. */
function withItsComma(text: string, { from, to }: Range): Range {
  const comma = /^[ \t]*,/.exec(text.slice(to))?.[0].length;
  const end = to + (comma ?? 0);
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, from))?.[0];
  const after = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (before !== undefined && after !== undefined) {
    const lineStart = from - before.length + (before.startsWith("\n") ? 1 : 0);
    return { from: lineStart, to: end + after.length };
  }
  if (comma !== undefined) return { from, to: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  const previous = /,\s*$/.exec(text.slice(0, from))?.[0].length ?? 0;
  return { from: from - previous, to };
}
