import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Json } from "../../requests/request.js";
import { CannotWrite } from "./cannot-write.js";
import { quotesAround } from "./find-expressions.js";
import { addImport, classNameAt, type CanonicalPath } from "./import-name.js";
import { isMagicLine, layoutOf, type Layout, type Source } from "./layout.js";
import { prefixed, pythonSource, quoteOf } from "./literal.js";
import type { Surroundings } from "./surroundings.js";

/** What to set below one name: a value, or members of a dict, or of an object of the class `made`. */
export type Setting = { readonly value: Json } | { readonly members: Settings; readonly made?: string };

export type Settings = ReadonlyMap<string, Setting>;

/** Makes Python of settings, as the author of the place would write it, and gathers the imports that it needs. */
export class SourceMaker {
  private readonly needed = new Map<
    string,
    { readonly module: string; readonly names: Set<string>; readonly place: Span }
  >();

  constructor(
    private readonly notebook: Notebook,
    private readonly canonicalPath: CanonicalPath,
    private readonly surroundings: Surroundings,
  ) {}

  /** An object of the SDK's class where one is taken, else a dict or a plain value; a name where one has the value. */
  sourceOf(setting: Setting, quote: string, place: Span): Source {
    if ("value" in setting) {
      return this.surroundings.nameOf(setting.value, place) ?? this.literal(setting.value, quote, place);
    }
    const members = [...setting.members].map(
      ([name, inner]) => [name, this.sourceOf(inner, quote, place)] as const,
    );
    if (setting.made === undefined) {
      const items = members.map(([name, source]) => prefixed(`${this.text(name, quote, place)}: `, source));
      return { before: "", open: "{", items, close: "}" };
    }
    if (lacksRequired(setting.made, setting.members)) throw new CannotWrite();
    const items = members.map(([name, source]) => prefixed(`${name}=`, source));
    return { before: this.className(setting.made, place), open: "(", items, close: ")" };
  }

  literal(value: Json, quote: string, place: Span): Source {
    return pythonSource(value, this.allowed(quote, JSON.stringify(value), place));
  }

  text(value: string, quote: string, place: Span): string {
    const source = this.literal(value, quote, place);
    return typeof source === "string" ? source : "";
  }

  /** The quote that the author uses in a place, else in its cell. */
  quoteIn(span: Span): string {
    const cell = this.cell(span);
    const text = cell.slice(span.from, span.to);
    return quoteOf(/["']/.test(text) ? text : cell);
  }

  /** How lines are broken in a place; undefined: they cannot be. */
  layoutAt(place: Span): Layout | undefined {
    const text = this.cell(place);
    if (isMagicLine(text, place) || quotesAround(text, place).length > 0) return undefined;
    return layoutOf(text, this.notebook);
  }

  /** Import lines for the classes that were not imported where they are needed now. */
  imports(): Edit[] {
    return [...this.needed.values()].map(({ module, names, place }) =>
      addImport(module, [...names].sort(), place, this.notebook),
    );
  }

  /** In an f-string its own quotes cannot be written, nor a backslash. */
  private allowed(quote: string, json: string, place: Span): string {
    const taken = quotesAround(this.cell(place), place);
    if (taken.length === 0) return quote;
    const free = [quote, '"', "'"].find((one) => !taken.includes(one));
    if (free === undefined || json.includes("\\") || json.includes("'")) throw new CannotWrite();
    return free;
  }

  private className(path: string, place: Span): string {
    const dot = path.lastIndexOf(".");
    const imported = { module: path.slice(0, dot), name: path.slice(dot + 1) };
    const known = classNameAt(imported, place, this.notebook, this.canonicalPath);
    if (!known) throw new CannotWrite();
    if (!known.isImported) {
      const key = `${place.cell} ${imported.module}`;
      const needed = this.needed.get(key) ?? { module: imported.module, names: new Set(), place };
      needed.names.add(imported.name);
      this.needed.set(key, needed);
    }
    return known.name;
  }

  private cell({ cell }: Span): string {
    return this.notebook.cells[cell]?.text ?? "";
  }
}

/** The Networking of late version 2 takes no flags without a network. */
function lacksRequired(made: string, members: Settings): boolean {
  const { parameters = [] } = sagemakerSdk.classOf(made) ?? {};
  return parameters.some(({ name, required }) => required && !members.has(name));
}
