import { keyOf, type Edit, type Span } from "../notebook/span.js";
import type { Value } from "../python/value.js";
import type { Field, FieldChange, FieldPath, FieldPlace, JobRequest } from "../requests/request.js";
import { settingsOfRequest, type Settings } from "../requests/settings.js";

/** Which jobs take values from the same place of the notebook, so that an edit for one changes the others. */
export class SharedPlaces {
  private readonly spans = new Map<JobRequest, readonly Span[]>();
  /** The requests that take anything from a cell: of many cells with a job each, each edit looks at one. */
  private byCell: ReadonlyMap<number, ReadonlySet<JobRequest>> | undefined;

  constructor(private readonly requests: readonly JobRequest[]) {}

  /** Whether something takes what is written here that the changes are not for. */
  isOthers(span: Span, request: JobRequest, changes: readonly FieldChange[]): boolean {
    const isChanged = (path: FieldPath) => changes.some((one) => `${one.path}.`.startsWith(`${path}.`));
    const { fields, places } = request;
    // What the changed argument holds besides comes with it
    const changed = changes.map(({ path }) => argumentOf(places?.get(path)));
    const takesItTwice =
      [...fields].some(
        ([path, field]) => !isChanged(path) && spansOfField(field).some((one) => contains(one, span)),
      ) ||
      // None is given, and no field
      [...(places ?? [])].some(
        ([path, place]) =>
          !isChanged(path) &&
          !fields.has(path) &&
          !changed.includes(argumentOf(place)) &&
          isArgument(span, place),
      );
    return (
      takesItTwice ||
      this.readersOf(span, request, changes).some((other) => !isInSameState(request, other, changes))
    );
  }

  /** How many other jobs the edits change as well. */
  alsoChanged(edits: readonly Edit[], request: JobRequest, changes: readonly FieldChange[]): number {
    return new Set(edits.flatMap(({ span }) => this.readersOf(span, request, changes))).size;
  }

  private readersOf(span: Span, request: JobRequest, changes: readonly FieldChange[]): readonly JobRequest[] {
    this.byCell ??= requestsByCell(this.requests, (one) => this.spansOf(one));
    return [...(this.byCell.get(span.cell) ?? [])].filter(
      (other) =>
        other !== request &&
        !isWholeOf(request, other) &&
        (this.spansOf(other).some((one) => contains(one, span)) ||
          changedPaths(request, other, changes).some((path) => isGivenIn(span, other, path))),
    );
  }

  /** Where the values of a request were written. */
  private spansOf(request: JobRequest): readonly Span[] {
    let spans = this.spans.get(request);
    if (!spans) {
      const { call, objects, places, part } = request;
      // Of a call that several requests share each takes its own arguments; what is expanded may hold any, unless all
      // that a part has is known
      const shared = places ? call.arguments.filter(({ star }) => star !== undefined) : [];
      const given = places || part !== undefined ? shared : call.arguments;
      // What a file gives to all parts is none's own
      const own = part === undefined ? undefined : objects?.get(part);
      const values = [...given.map(({ value }) => value), ...(own ? [own] : (objects?.values() ?? []))];
      spans = [...values.flatMap(spansIn), ...[...request.fields.values()].flatMap(spansOfField)];
      this.spans.set(request, spans);
    }
    return spans;
  }
}

/** A cluster is listed beside the groups of it that have a network of their own: what is theirs is part of its call. */
function isWholeOf(part: JobRequest, other: JobRequest): boolean {
  return (
    part.part !== undefined && other.part === undefined && keyOf(part.call.span) === keyOf(other.call.span)
  );
}

function requestsByCell(
  requests: readonly JobRequest[],
  spansOf: (request: JobRequest) => readonly Span[],
): ReadonlyMap<number, ReadonlySet<JobRequest>> {
  const byCell = new Map<number, Set<JobRequest>>();
  for (const request of requests) {
    const calls = new Set([...(request.places?.values() ?? [])].map(({ call }) => call));
    const places = [...calls].flatMap(({ span, arguments: given }) => [
      span,
      ...given.flatMap(({ value }) => spansIn(value)),
    ]);
    for (const { cell } of [...spansOf(request), ...places]) {
      const known = byCell.get(cell);
      if (known) known.add(request);
      else byCell.set(cell, new Set([request]));
    }
  }
  return byCell;
}

/** Within the call that gives the field its value: of another object the whole of it, else the argument. */
function isGivenIn(span: Span, request: JobRequest, path: FieldPath): boolean {
  const place = request.setLater?.includes(path) === true ? undefined : request.places?.get(path);
  if (!place) return false;
  const { call } = place;
  return (contains(call.span, span) && !contains(request.call.span, span)) || isArgument(span, place);
}

function argumentOf(place: FieldPlace | undefined): string | undefined {
  const [step] = place?.steps ?? [];
  return typeof step === "string" ? step : step?.keyword;
}

/** Within what the call is given for the field. */
function isArgument(span: Span, place: FieldPlace): boolean {
  const { call } = place;
  const name = argumentOf(place);
  return call.arguments.some(
    (argument) =>
      (argument.name === name || argument.parameter === name) &&
      spansIn(argument.value).some((one) => contains(one, span)),
  );
}

function spansOfField({ span, items }: Field): readonly Span[] {
  return [...(span ? [span] : []), ...(items ?? []).flatMap((item) => (item.span ? [item.span] : []))];
}

/** The paths that the other request has the changed settings at. */
function changedPaths(
  one: JobRequest,
  other: JobRequest,
  changes: readonly FieldChange[],
): readonly FieldPath[] {
  const [own, its] = [one, other].map(settingsOfRequest);
  const names = Object.keys(own ?? {}) as (keyof Settings)[];
  return changes.flatMap(({ path }) => {
    const name = names.find((key) => own?.[key] === path);
    const found = name === undefined ? undefined : its?.[name];
    return typeof found === "string" ? [found] : [];
  });
}

function spansIn(value: Value): Span[] {
  const own = value.span ? [value.span] : [];
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return [...own, ...value.items.flatMap(spansIn)];
    case "dict":
      return [...own, ...[...value.entries.values()].flatMap(spansIn)];
    case "object":
      return [...own, ...[...value.members.values()].flatMap(spansIn)];
    case "either":
      return [...own, ...value.values.flatMap(spansIn)];
    default:
      return own;
  }
}

/** What is inserted at an edge is outside. */
function contains(outer: Span, inner: Span): boolean {
  const isInside =
    inner.from === inner.to
      ? outer.from < inner.from && outer.to > inner.to
      : outer.from <= inner.from && outer.to >= inner.to;
  return outer.cell === inner.cell && isInside;
}

const network: readonly (keyof Settings)[] = ["subnets", "securityGroupIds"];

/** The other job has the same in the settings that are changed, and the same network: what mends one mends the other. */
function isInSameState(one: JobRequest, other: JobRequest, changes: readonly FieldChange[]): boolean {
  const [own, its] = [one, other].map(settingsOfRequest);
  if (!own || !its) return false;
  const names = Object.keys(own) as (keyof Settings)[];
  const changed = changes.map(({ path }) => names.find((name) => own[name] === path));
  const all = changed.some((name) => name !== undefined && network.includes(name))
    ? [...changed, ...network]
    : changed;
  return all.every((name) => {
    const paths = name === undefined ? [] : [own[name], its[name]];
    const [path, otherPath] = paths;
    if (typeof path !== "string" || typeof otherPath !== "string") return false;
    return sameField(fieldAt(one, path), fieldAt(other, otherPath));
  });
}

function fieldAt({ fields }: JobRequest, path: FieldPath): Field | undefined {
  return fields.get(path);
}

function sameField(one: Field | undefined, other: Field | undefined): boolean {
  if (one?.state !== other?.state) return false;
  return (
    one === undefined || (one.state === "known" && JSON.stringify(one.value) === JSON.stringify(other?.value))
  );
}

/** `changes 2 other jobs as well`; undefined: none. */
export function wordsForOthers(others: number): string | undefined {
  if (others === 0) return undefined;
  return `changes ${others === 1 ? "1 other job" : `${others} other jobs`} as well`;
}
