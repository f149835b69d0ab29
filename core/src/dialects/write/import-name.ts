import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Statement } from "../../python/ast.js";
import { localNames } from "../../python/bound-names.js";
import { statementsOf } from "./find-expressions.js";

/** A class of an SDK, and the module that notebooks import it from. */
export interface Imported {
  readonly module: string;
  readonly name: string;
}

/**
 * How the code at a place names a class of the SDK: as it is imported before that place, by itself or within its
 * module. Undefined: it is not imported.
 */
export function nameInScope(
  { module, name }: Imported,
  place: Span,
  notebook: Notebook,
  catalog: SdkCatalog,
): string | undefined {
  const wanted = catalog.canonicalPath(`${module}.${name}`);
  let found: string | undefined;
  for (const statement of statementsBefore(place, notebook)) {
    for (const { path, bound } of importsOf(statement)) {
      if (catalog.canonicalPath(path) === wanted) found = bound;
      // The shortest stays
      else if (catalog.canonicalPath(`${path}.${name}`) === wanted) found ??= `${bound}.${name}`;
    }
  }
  return found;
}

/** Whether something in the notebook has that name already. */
export function isTaken(name: string, notebook: Notebook): boolean {
  return notebook.cells.some(
    ({ kind, language, text }) =>
      kind === "code" &&
      language === "python" &&
      text.includes(name) &&
      localNames(statementsOf(text)).has(name),
  );
}

/**
 * Imports more names in the cell of `place`: in the line that imports from the module already, else in a line of its
 * own behind the SDK's other imports there, else before all else.
 */
export function addImport(module: string, names: readonly string[], place: Span, notebook: Notebook): Edit {
  const text = notebook.cells[place.cell]?.text ?? "";
  const same = statementsOf(text)
    .filter((one) => one.to <= place.from && one.kind === "import from" && one.module === module && !one.star)
    .at(-1);
  if (same && /^[^\n(\\]*\w$/.test(text.slice(same.from, same.to)))
    return insert(place.cell, same.to, `, ${names.join(", ")}`);
  const line = `from ${module} import ${names.join(", ")}`;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const before = statementsOf(text).filter(({ to }) => to <= place.from);
  const others = before.filter((one) => importsOf(one).some(({ path }) => path.startsWith("sagemaker")));
  const last = others.at(-1);
  const end = last && text.indexOf("\n", last.to);
  if (last && end !== undefined && end > 0 && /^[ \t\r]*(?:#.*)?$/.test(text.slice(last.to, end))) {
    return insert(place.cell, end + 1, `${line}${newline}`);
  }
  const first = statementsOf(text).find((one) => !mustBeFirst(one));
  const from = first === undefined ? place.from : Math.min(first.from, ...decoratorsOf(first));
  return insert(place.cell, text.lastIndexOf("\n", from - 1) + 1, `${line}${newline}`);
}

function insert(cell: number, at: number, text: string): Edit {
  return { span: { cell, from: at, to: at }, text };
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

function statementsBefore({ cell, from }: Span, { cells }: Notebook): Statement[] {
  return cells
    .slice(0, cell + 1)
    .flatMap(({ kind, language, text }, index) =>
      kind === "code" && language === "python" && text.includes("import")
        ? statementsOf(text).filter(({ to }) => index < cell || to <= from)
        : [],
    );
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
