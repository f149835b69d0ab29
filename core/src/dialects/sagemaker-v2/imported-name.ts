import { sagemakerV2 } from "../../catalog/sagemaker-v2.js";
import type { Statement } from "../../python/ast.js";
import type { Span } from "../../notebook/span.js";
import type { Run } from "../../python/run-notebook.js";

/** How a class is written at a call: by a name that is imported above it, or with an import that is still missing. */
export interface ImportedName {
  readonly made: string;
  readonly import?: string;
}

/**
 * The name of an SDK class at a place in the notebook. Undefined when the name means something else there.
 *
 * @param path Canonical: `sagemaker.network.NetworkConfig`.
 */
export function importedName(path: string, { cell, from }: Span, run: Run): ImportedName | undefined {
  const above = new Set(
    run.scans
      .slice(0, cell + 1)
      .flatMap((scan, index) =>
        (scan?.module.statements ?? [])
          .filter((statement) => index < cell || statement.from < from)
          .flatMap(boundByImport),
      ),
  );
  let module: string | undefined;
  for (const name of above) {
    const value = run.state.name(`:${name}`);
    if (value?.kind !== "library") continue;
    if (sagemakerV2.canonicalPath(value.path) === path) return { made: name };
    if (path.startsWith(`${value.path}.`)) module ??= `${name}${path.slice(value.path.length)}`;
  }
  if (module !== undefined) return { made: module };
  const dot = path.lastIndexOf(".");
  const name = path.slice(dot + 1);
  const other = run.state.name(`:${name}`);
  if (other && !(other.kind === "library" && sagemakerV2.canonicalPath(other.path) === path))
    return undefined;
  return { made: name, import: `from ${path.slice(0, dot)} import ${name}` };
}

function boundByImport(statement: Statement): readonly string[] {
  if (statement.kind === "import")
    return statement.names.map(({ path, alias }) => alias ?? path.split(".")[0] ?? path);
  if (statement.kind === "import from") return statement.names.map(({ name, alias }) => alias ?? name);
  return [];
}
