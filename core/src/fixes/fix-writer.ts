import { dialectOf } from "../dialects/index.js";
import { KnownNames } from "../dialects/write/known-names.js";
import { writeMemberEdit } from "../dialects/write/write-member-edit.js";
import type { Surroundings } from "../dialects/write/surroundings.js";
import type { Notebook } from "../notebook/notebook.js";
import type { Edit } from "../notebook/span.js";
import { freeze } from "../python/freeze.js";
import type { Run } from "../python/run-notebook.js";
import { presentValue } from "../python/present.js";
import type { Finding, Fix } from "../report.js";
import { toJson } from "../requests/field-of.js";
import { isBroken } from "../requests/broken-call.js";
import type { FieldChange, FieldPath, JobRequest } from "../requests/request.js";
import { contentFileOf } from "./file-writer.js";
import { withDefinitions } from "./define-once.js";
import type { WriteFields, WriteMember } from "./resolve-fixes.js";
import { SharedPlaces, wordsForOthers } from "./shared-places.js";

/** Writes the fixes of one check by the dialects, which it tells of the notebook's names and of the other jobs. */
export class FixWriter {
  private readonly names: KnownNames;
  private readonly shared: SharedPlaces;
  private readonly errors: Run["errors"];

  constructor(
    private readonly requests: readonly JobRequest[],
    private readonly notebook: Notebook,
    { state, errors }: Run,
  ) {
    this.errors = errors;
    this.shared = new SharedPlaces(requests);
    this.names = new KnownNames(notebook, (name) => {
      const value = state.name(`:${name}`);
      return value && { value: toJson(presentValue(freeze(value, state))) };
    });
  }

  readonly write: WriteFields = (request, changes) =>
    this.writeNamed(request, changes, (value, place) => this.names.nameOf(value, place));

  /** What is in the way, and what to do instead, for the author. */
  whyNotWritten(request: JobRequest, changes: readonly FieldChange[]): string {
    const paths = changes.map(({ path }) => path).join(" and ");
    const isSome = (test: (path: FieldPath) => boolean) => changes.some(({ path }) => test(path));
    if (isOutside(request, changes))
      return `The job is made in a module beside the notebook: set ${paths} there.`;
    if (this.isBroken(request, changes))
      return `The call is not valid Python: mend it first, then set ${paths}.`;
    const file = changes.map(({ path }) => fileOf(request, path)).find((one) => one !== undefined);
    if (file !== undefined) return `The value comes from ${file}: set ${paths} there.`;
    const content = changes.map(({ path }) => contentFileOf(request, path)).find((one) => one !== undefined);
    if (content !== undefined) return `The request is in ${content}: set ${paths} there.`;
    if (isSome((path) => request.setLater?.includes(path) === true))
      return `The notebook changes ${paths} after the call: set it there.`;
    if (isSome((path) => request.fields.get(path)?.state === "conditional"))
      return `The value differs by branch: set ${paths} on each branch that lacks it.`;
    const what = paths === "" ? "change it" : `set ${paths}`;
    return `A fix cannot tell what else it would change in this call: ${what} by hand.`;
  }

  /** Members of a command line are written by its dialect, those of other calls as Python. */
  memberWriterOf(request: JobRequest): WriteMember {
    const dialect = dialectOf(request);
    return (edit) => {
      if (request.call.outside === true) return undefined;
      return dialect?.writeMember
        ? dialect.writeMember(request, edit, this.notebook)
        : writeMemberEdit(edit, this.notebook);
    };
  }

  /** Says how many other jobs the fix changes as well. */
  described(fix: Fix, request: JobRequest): Fix {
    const others = this.changesBesides(fix, request);
    return others === undefined ? fix : { ...fix, title: `${fix.title}; ${others}` };
  }

  /** What else the fix changes: `changes 2 other jobs as well`. */
  changesBesides({ edits, changes }: Fix, request: JobRequest): string | undefined {
    return wordsForOthers(this.shared.alsoChanged(edits, request, changes));
  }

  withDefinitions(findings: readonly Finding[]): readonly Finding[] {
    return withDefinitions(findings, {
      notebook: this.notebook,
      requests: this.requests,
      isFree: (name) => this.names.isFree(name),
      write: (request, changes, nameOf) => this.writeNamed(request, changes, nameOf),
    });
  }

  private isBroken({ call, places }: JobRequest, changes: readonly FieldChange[]): boolean {
    return changes.some(({ path }) => isBroken(places?.get(path)?.call ?? call, this.errors));
  }

  private writeNamed(
    request: JobRequest,
    changes: readonly FieldChange[],
    nameOf: Surroundings["nameOf"],
  ): readonly Edit[] | undefined {
    if (isOutside(request, changes) || this.isBroken(request, changes)) return undefined;
    return dialectOf(request)?.write(request, changes, this.notebook, {
      nameOf,
      isOthers: (span) => this.shared.isOthers(span, request, changes),
    });
  }
}

function fileOf({ fields }: JobRequest, path: FieldPath): string | undefined {
  const origin = fields.get(path)?.origin;
  return origin?.from === "file" ? `${origin.file}, line ${origin.line}` : undefined;
}

/** What is written in a module beside the notebook is not edited. */
function isOutside({ call, places }: JobRequest, changes: readonly FieldChange[]): boolean {
  return call.outside === true || changes.some(({ path }) => places?.get(path)?.call.outside === true);
}
