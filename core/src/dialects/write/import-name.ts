import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Place, Statement } from "../../python/ast.js";
import { blocksOf, localNames } from "../../python/bound-names.js";
import { scopesAround, statementsOf, type Scope } from "./find-expressions.js";

/** A class of an SDK, and the module that notebooks import it from. */
export interface Imported {
  readonly module: string;
  readonly name: string;
}

/** How a class is written at a place: by a name that is imported above it, or with an import that is still missing. */
export interface ClassName {
  readonly name: string;
  readonly isImported: boolean;
}

/** Where what can be imported by a path is defined; undefined: not known. */
export type CanonicalPath = (path: string) => string | undefined;

/**
 * The name of a class at a place in a notebook, as it is imported before that place, by itself or within its module.
 * Undefined: its name means something else there.
 */
export function classNameAt(
  { module, name }: Imported,
  place: Span,
  notebook: Notebook,
  canonicalPath: CanonicalPath,
): ClassName | undefined {
  const path = `${module}.${name}`;
  const defined = canonicalPath(path) ?? path;
  const isSame = (imported: string) => imported === path || canonicalPath(imported) === defined;
  const isVisible = (written: string) => {
    const [root = written] = written.split(".");
    return !isRebound(root, notebook) && !isHidden(root, place, notebook);
  };
  let exact: string | undefined;
  let within: string | undefined;
  for (const statement of statementsBefore(place, notebook)) {
    for (const { path: imported, bound } of importsOf(statement)) {
      if (bound === exact) exact = undefined;
      if (isSame(imported)) exact = bound;
      else if (isSame(`${imported}.${name}`)) within ??= `${bound}.${name}`;
      else if (isLoadedBy(imported, path)) within ??= `${bound}${path.slice(imported.length)}`;
    }
  }
  for (const known of [exact, within])
    if (known !== undefined && isVisible(known)) return { name: known, isImported: true };
  const taken = importsOfName(name, place, notebook).some((imported) => !isSame(imported));
  return taken || !isVisible(name) ? undefined : { name, isImported: false };
}

/** Packages that import their modules themselves, so that `import sagemaker` is enough for `sagemaker.network`. */
const loaded: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sagemaker", new Set(["sagemaker.network.NetworkConfig"])],
]);

function isLoadedBy(imported: string, path: string): boolean {
  return loaded.get(imported)?.has(path) === true;
}

/** Something in the notebook that is no import gives that name another meaning. */
function isRebound(name: string, notebook: Notebook): boolean {
  return pythonCells(notebook).some(({ text }) => {
    return text.includes(name) && localNames(statementsOf(text), "without imports").has(name);
  });
}

/** A function, class or comprehension around the place has that name for itself. */
export function isHidden(name: string, place: Span, { cells }: Notebook): boolean {
  const text = cells[place.cell]?.text ?? "";
  return text.includes(name) && scopesAround(text, place).some((scope) => namesOf(scope).has(name));
}

/** What a scope binds, but for what it imports. */
function namesOf(scope: Scope): ReadonlySet<string> {
  switch (scope.kind) {
    case "function":
      return new Set([
        ...localNames(scope.body, "without imports"),
        ...scope.parameters.map(({ name }) => name),
      ]);
    case "lambda":
      return new Set(scope.parameters.map(({ name }) => name));
    case "class":
      return localNames(scope.body, "without imports");
    case "comprehension":
      return localNames(
        scope.clauses.map(({ target }) => ({ kind: "declare", target, from: target.from, to: target.to })),
      );
  }
}

/** What `name` is imported from, by the notebook or the functions around the place. */
function importsOfName(name: string, place: Span, notebook: Notebook): string[] {
  const around = scopesAround(notebook.cells[place.cell]?.text ?? "", place);
  const bodies = [
    ...pythonCells(notebook).flatMap(({ text }) => (text.includes(name) ? [statementsOf(text)] : [])),
    ...around.flatMap((scope) => (scope.kind === "function" || scope.kind === "class" ? [scope.body] : [])),
  ];
  return bodies.flatMap((body) =>
    importsIn(body).flatMap((statement) =>
      importsOf(statement).flatMap(({ path, bound }) => (bound === name ? [path] : [])),
    ),
  );
}

/** Those of blocks as well, but not of functions and classes. */
function importsIn(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((one) =>
    one.kind === "import" || one.kind === "import from" ? [one] : blocksOf(one).flatMap(importsIn),
  );
}

/**
 * Imports more names in the cell of `place`: in the line that imports from the module already, else in a line of its
 * own behind the SDK's other imports there, else before all else but what has to be first. Not in the cell that has
 * the imports, when that is another one: its author ran it already.
 */
export function addImport(module: string, names: readonly string[], place: Span, notebook: Notebook): Edit {
  const text = notebook.cells[place.cell]?.text ?? "";
  const before = statementsOf(text).filter(({ to }) => to <= place.from);
  const same = before
    .filter((one) => one.kind === "import from" && one.module === module && !one.star)
    .at(-1);
  const inSame = same && endOfNames(text, same);
  if (inSame !== undefined) return insert(place.cell, inSame, `, ${names.join(", ")}`);

  const line = `from ${module} import ${names.join(", ")}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const last = before.filter((one) => importsOf(one).some(({ path }) => path.startsWith("sagemaker"))).at(-1);
  const end = last && text.indexOf("\n", last.to);
  if (last && end !== undefined && end > 0 && /^[ \t\r]*(?:#.*)?$/.test(text.slice(last.to, end))) {
    return insert(place.cell, end + 1, `${indentOf(text, last.from)}${line}${newline}`);
  }
  const first = statementsOf(text).find((one) => !mustBeFirst(one));
  const from = first === undefined ? place.from : Math.min(first.from, ...decoratorsOf(first));
  const at = text.lastIndexOf("\n", from - 1) + 1;
  return insert(place.cell, at, `${indentOf(text, from)}${line}${newline}`);
}

/** Where another name can follow in `from module import a, b`, also between parentheses on one line. */
function endOfNames(text: string, { from, to }: Place): number | undefined {
  const written = text.slice(from, to);
  const names = /^[^\n#\\(]*(?:\w|\([^\n#\\]*\w(?=[ \t]*\)$))/.exec(written)?.[0];
  const isWhole = names !== undefined && /^[ \t]*\)?$/.test(written.slice(names.length));
  return isWhole ? from + names.length : undefined;
}

function insert(cell: number, at: number, text: string): Edit {
  return { span: { cell, from: at, to: at }, text };
}

/** Of the line of `at`, when nothing else stands before it: IPython takes cells that are indented as a whole. */
function indentOf(text: string, at: number): string {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : "";
}

/** A docstring, and imports from the future. */
function mustBeFirst(statement: Statement): boolean {
  return (
    (statement.kind === "expression" && statement.value.kind === "constant") ||
    (statement.kind === "import from" && statement.module === "__future__")
  );
}

function decoratorsOf(statement: Statement): number[] {
  return statement.kind === "function" || statement.kind === "class"
    ? statement.decorators.map(({ from }) => from - 1)
    : [];
}

/** The statements that surely ran when the place is reached: of the notebook, and of the functions around the place. */
function statementsBefore({ cell, from, to }: Span, { cells }: Notebook): Statement[] {
  const ofNotebook = cells
    .slice(0, cell + 1)
    .flatMap(({ kind, language, text }, index) =>
      kind === "code" && language === "python" && text.includes("import")
        ? statementsOf(text).filter((one) => index < cell || one.to <= from)
        : [],
    );
  const around = scopesAround(cells[cell]?.text ?? "", { from, to });
  return [
    ...ofNotebook,
    ...around.flatMap((scope) =>
      scope.kind === "function" ? scope.body.filter((one) => one.to <= from) : [],
    ),
  ];
}

function pythonCells({ cells }: Notebook): Notebook["cells"] {
  return cells.filter(({ kind, language }) => kind === "code" && language === "python");
}

/** Import paths, and what each is called here. */
function importsOf(statement: Statement): { readonly path: string; readonly bound: string }[] {
  if (statement.kind === "import")
    return statement.names.map(({ path, alias }) => ({ path, bound: alias ?? path }));
  if (statement.kind !== "import from" || statement.level > 0) return [];
  return statement.names.map(({ name, alias }) => ({
    path: `${statement.module}.${name}`,
    bound: alias ?? name,
  }));
}
