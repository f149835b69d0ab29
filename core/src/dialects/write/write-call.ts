import type { Notebook } from "../../notebook/notebook.js";
import { keyOf, type Edit } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import type { FieldStep } from "../../requests/request.js";
import { BranchFiller } from "./branch-filler.js";
import { CannotWrite } from "./cannot-write.js";
import type { CanonicalPath, Imported } from "./import-name.js";
import { SourceMaker } from "./make-source.js";
import { mergeEdits } from "./merge-edits.js";
import { settingsFor, type PlacedValue } from "./placed-value.js";
import { alone, type Surroundings } from "./surroundings.js";
import { AssignmentWriter } from "./write-assigned.js";

export interface WriteOptions {
  /** Where a class that can be imported by a path is defined, to know the name of one that is made. */
  readonly canonicalPath?: CanonicalPath;
  /**
   * What the job has under these keywords when it is launched, where that is an object which is not the call's own: it
   * is changed where it was made, however the job came by it.
   */
  readonly held?: ReadonlyMap<string, Value>;
  readonly surroundings?: Surroundings;
}

/**
 * Writes values as keyword arguments of Python calls: replaces a value that is there, enters a dict or an object
 * wherever it was made, adds what is missing behind the last argument, with the import that it needs. Only the changed
 * text is touched.
 */
export function writeCalls(
  values: readonly PlacedValue[],
  notebook: Notebook,
  { canonicalPath = (path) => path, held, surroundings = alone }: WriteOptions = {},
): readonly Edit[] | undefined {
  const calls = new Map<string, { readonly call: CallSite; readonly values: PlacedValue[] }>();
  for (const value of values) {
    const key = keyOf(value.call.span);
    const one = calls.get(key) ?? { call: value.call, values: [] };
    calls.set(key, one);
    one.values.push(value);
  }
  try {
    const maker = new SourceMaker(notebook, canonicalPath, surroundings);
    const writer = new BranchFiller(notebook, maker, surroundings, held);
    const assignments = new AssignmentWriter(notebook, maker, surroundings);
    for (const { call, values: own } of calls.values()) {
      assignments.replace(own.filter(({ isSetLater }) => isSetLater === true));
      for (const one of own) {
        if (one.beside !== undefined) assignments.addBeside(one.beside, one);
        if (one.instead) assignments.remove(one.instead, one);
      }
      const settings = settingsFor(own.filter((one) => one.isSetLater !== true && one.beside === undefined));
      if (!settings) return undefined;
      if (settings.size === 0) continue;
      if (own.some(({ onlyWhereMissing }) => onlyWhereMissing)) writer.fill(call, settings);
      else writer.write(call, settings);
    }
    return mergeEdits([...maker.imports(), ...writer.edits, ...assignments.edits]);
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** Steps down the names, through objects where the SDK takes those. */
export function stepsThrough(
  names: readonly string[],
  classOf: (names: readonly string[]) => Imported | undefined,
): readonly FieldStep[] {
  return names.map((keyword, index) => {
    const imported = index < names.length - 1 ? classOf(names.slice(0, index + 1)) : undefined;
    return imported ? { keyword, made: `${imported.module}.${imported.name}` } : keyword;
  });
}
