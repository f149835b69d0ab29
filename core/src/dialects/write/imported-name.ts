import type { Notebook } from "../../notebook/notebook.js";
import type { Statement } from "../../python/ast.js";
import { CellScan } from "../../python/scan.js";

/** How a class is written at a place: by a name that is imported above it, or with an import that is still missing. */
export interface ImportedName {
  readonly name: string;
  readonly import?: string;
}

/**
 * The name of a class at a place in a notebook. Undefined when the name means something else there.
 *
 * @param path What it is imported by: `sagemaker.network.NetworkConfig`.
 * @param canonicalPath Where what can be imported by a path is defined; undefined: not known.
 */
export function importedName(
  path: string,
  place: { readonly cell: number; readonly from: number },
  notebook: Notebook,
  canonicalPath: (path: string) => string | undefined,
): ImportedName | undefined {
  const imports = new Map<string, string>();
  const rebound = new Set<string>();
  notebook.cells.forEach(({ kind, language, text }, cell) => {
    if (kind !== "code" || language !== "python") return;
    const scan = new CellScan(text, () => false);
    if (scan.binds.size === 0) return;
    const own = new Set<string>();
    for (const statement of scan.module.statements) {
      for (const [name, imported] of importedBy(statement)) {
        own.add(name);
        if (cell < place.cell || (cell === place.cell && statement.from < place.from))
          imports.set(name, imported);
      }
    }
    for (const name of scan.binds) if (!own.has(name)) rebound.add(name);
  });
  const defined = canonicalPath(path) ?? path;
  let module: string | undefined;
  for (const [name, imported] of imports) {
    if (rebound.has(name)) continue;
    if (canonicalPath(imported) === defined) return { name };
    if (path.startsWith(`${imported}.`)) module ??= `${name}${path.slice(imported.length)}`;
  }
  if (module !== undefined) return { name: module };
  const dot = path.lastIndexOf(".");
  const name = path.slice(dot + 1);
  const isTaken =
    rebound.has(name) || (imports.has(name) && canonicalPath(imports.get(name) ?? "") !== defined);
  return isTaken ? undefined : { name, import: `from ${path.slice(0, dot)} import ${name}` };
}

function importedBy(statement: Statement): readonly (readonly [string, string])[] {
  if (statement.kind === "import")
    return statement.names.map(({ path, alias }) => {
      const root = path.split(".")[0] ?? path;
      return [alias ?? root, alias === undefined ? root : path];
    });
  if (statement.kind === "import from" && statement.level === 0)
    return statement.names.map(({ name, alias }) => [alias ?? name, `${statement.module}.${name}`]);
  return [];
}
