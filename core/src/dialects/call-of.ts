import { keyOf, type Span } from "../notebook/span.js";
import type { CallSite } from "../python/call-site.js";
import type { Value } from "../python/value.js";
import { valueOf } from "../requests/parameters-of.js";
import type { Field, FieldPath, FieldPlace, JobRequest, Json } from "../requests/request.js";
import { sameItems } from "../same-items.js";

/**
 * A call whose callee is known, so that its positional arguments have names.
 *
 * @param parameters Those that can be given by position, in order.
 */
export function callOf(site: CallSite, callee: string, parameters: readonly string[]): CallSite {
  const expanded = site.arguments.findIndex(({ star }) => star === "*");
  return {
    ...site,
    callee,
    arguments: site.arguments.map((argument, index) => {
      const parameter = parameters[index];
      const isPositional =
        argument.name === undefined && !argument.star && (expanded < 0 || index < expanded);
      return isPositional && parameter !== undefined ? { ...argument, parameter } : argument;
    }),
  };
}

/**
 * Of a session or client that the notebook gives credentials: no name that Python could ask for. What the environment's
 * account says does not hold for it.
 */
export const ownCredentials = "own credentials";

function credentialsOf(session: Value | undefined): Value | undefined {
  if (session?.kind === "either") {
    for (const one of session.values) {
      const own = credentialsOf(one);
      if (own !== undefined) return { kind: "unknown", why: "who asks differs by branch" };
    }
    return undefined;
  }
  if (session?.kind !== "object") return undefined;
  return session.members.get(ownCredentials) ?? credentialsOf(session.members.get("boto_session"));
}

/** Where the call goes, and as whom, as far as its session or client says so. */
export type CallPlace = Pick<JobRequest, "region" | "regionUnknown" | "profile">;

/** Of a session with credentials of its own: its region counts for whoever is asked with the same profile. */
function placeOfOther(session: Value, credentials: Value): CallPlace {
  if (credentials.kind !== "constant" || typeof credentials.data !== "string") return { regionUnknown: true };
  const named = regionNamed(session);
  return {
    regionUnknown: true,
    profile: credentials.data,
    ...(named === undefined ? {} : { region: named }),
  };
}

function regionNamed(session: Value | undefined): string | undefined {
  if (session?.kind === "constant") return regionIn(session).region;
  if (session?.kind !== "object") return undefined;
  return regionNamed(session.members.get("region_name") ?? session.members.get("boto_session"));
}

/** The region of a client or session, for a request. None: the environment's. */
export function regionIn(session: Value | undefined): CallPlace {
  switch (session?.kind) {
    case undefined:
    case "absent":
      return { regionUnknown: false };
    case "constant":
      if (session.data === null) return { regionUnknown: false };
      // What is no region is never made a host name of
      return typeof session.data === "string" && regionName.test(session.data)
        ? { region: session.data, regionUnknown: false }
        : { regionUnknown: true };
    case "object": {
      const credentials = credentialsOf(session);
      if (credentials !== undefined) return placeOfOther(session, credentials);
      return regionIn(session.members.get("region_name") ?? session.members.get("boto_session"));
    }
    case "either":
      return { regionUnknown: session.values.some((one) => regionIn(one).regionUnknown) };
    case "unknown":
      return { regionUnknown: session.why !== environmentRegion };
    default:
      return { regionUnknown: true };
  }
}

/** Why a region is not known that a session took from the environment: the one that the job is judged in. */
export const environmentRegion = "it is the region that the environment sets";

const regionName = /^[a-z]{2,8}(?:-[a-z]{2,12}){1,3}-\d{1,2}$/;

/**
 * Several requests of one call (rounds of a loop, calls of one function, several launches) as one, in the order of the
 * notebook. Fields that differ are conditional.
 */
export function joinRequests(requests: readonly JobRequest[]): JobRequest[] {
  const byPlace = new Map<string, JobRequest[]>();
  for (const request of requests) {
    const { span, operation, part = "", step } = request;
    const job = step ? `${step.operation ?? ""} ${step.addedBySdk ?? ""}` : "";
    const place = `${keyOf(span)} ${operation} ${part} ${job}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), request]);
  }
  return [...byPlace.values()]
    .map(joined)
    .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from);
}

function joined(requests: readonly JobRequest[]): JobRequest {
  const [first] = requests;
  if (!first) throw new RangeError("a group of requests is never empty");
  if (requests.length === 1) return first;
  const fields = new Map<string, Field>();
  for (const path of new Set(requests.flatMap((request) => [...request.fields.keys()]))) {
    fields.set(path, joinFields(requests.map((request) => request.fields.get(path))));
  }
  const launches = new Map(
    requests.flatMap((request) => request.launches).map((span) => [`${span.cell} ${span.from}`, span]),
  );
  // What nobody catches ends the notebook
  const refusal =
    requests.find((request) => request.refused && !request.refused.isCaught)?.refused ??
    requests.find((request) => request.refused)?.refused;
  const refused = requests.every((request) => request.refused) ? refusal : undefined;
  const sometimes = refused ? undefined : refusal;
  const halfVpc = requests.every((request) => request.halfVpc === first.halfVpc) ? first.halfVpc : undefined;
  const dropped = joinedHalf(requests.flatMap(({ droppedHalf }) => droppedHalf ?? []));
  const localModes = new Set(requests.map((request) => request.localMode));
  const regions = new Set(requests.map((request) => request.region));
  const profiles = new Set(requests.map((request) => request.profile));
  const objects = joinObjects(requests);
  return {
    operation: first.operation,
    client: first.client,
    name: first.name,
    span: first.span,
    nameSpan: first.nameSpan,
    call: joinCalls(requests.map(({ call }) => call)),
    fields,
    ...joinedParameters(requests),
    launches: [...launches.values()],
    localMode: localModes.size === 1 ? first.localMode : "maybe",
    regionUnknown: regions.size > 1 || requests.some((request) => request.regionUnknown),
    ...(regions.size === 1 && first.region !== undefined ? { region: first.region } : {}),
    ...(profiles.size === 1 && first.profile !== undefined ? { profile: first.profile } : {}),
    ...(refused ? { refused } : {}),
    ...(sometimes ? { sometimesRefused: sometimes } : {}),
    ...(halfVpc ? { halfVpc } : {}),
    ...(halfVpc && dropped ? { droppedHalf: dropped } : {}),
    ...joinedUnsent(requests),
    ...(first.remarks ? { remarks: first.remarks } : {}),
    ...(first.part === undefined ? {} : { part: first.part }),
    ...(first.through && requests.every(({ through }) => through) ? { through: first.through } : {}),
    ...joinedStep(requests),
    ...(first.judgedAt && requests.every(({ judgedAt }) => judgedAt) ? { judgedAt: first.judgedAt } : {}),
    ...(first.refusedDefaults ? { refusedDefaults: first.refusedDefaults } : {}),
    ...(first.unsentDefaults ? { unsentDefaults: first.unsentDefaults } : {}),
    ...joinedPlaces(requests),
    ...(first.followed ? { followed: first.followed } : {}),
    ...(objects ? { objects } : {}),
  };
}

/** The first, without its name where others have another. */
function joinedStep(requests: readonly JobRequest[]): Pick<JobRequest, "step"> {
  const step = requests[0]?.step;
  if (step?.name === undefined) return step ? { step } : {};
  const { name, ...unnamed } = step;
  return { step: requests.every((one) => one.step?.name === name) ? step : unnamed };
}

/** The first, without its value where others have another. */
function joinedHalf(halves: readonly Required<JobRequest>["droppedHalf"][]): JobRequest["droppedHalf"] {
  const [first, ...others] = halves;
  const isSame = others.every((one) => JSON.stringify(one.value) === JSON.stringify(first?.value));
  if (first === undefined || isSame) return first;
  const { path, span } = first;
  return { path, ...(span ? { span } : {}) };
}

/** What every one of them leaves out. */
function joinedUnsent(requests: readonly JobRequest[]): Pick<JobRequest, "unsent"> {
  const [first, ...others] = requests;
  const unsent = (first?.unsent ?? []).filter(({ name, of }) =>
    others.every((other) => other.unsent?.some((one) => one.name === name && one.of === of)),
  );
  return unsent.length > 0 ? { unsent } : {};
}

function joinedParameters(requests: readonly JobRequest[]): Pick<JobRequest, "parameters"> {
  const values = requests.flatMap(({ parameters }) => parameters ?? []);
  return values.length === requests.length ? { parameters: { kind: "either", values } } : {};
}

/** A field that different calls give cannot be written in one place. */
function joinedPlaces(requests: readonly JobRequest[]): Pick<JobRequest, "places" | "setLater"> {
  const later = new Set(requests.flatMap(({ setLater }) => setLater ?? []));
  const given = new Map<FieldPath, FieldPlace[]>();
  for (const { places = [] } of requests)
    for (const [path, place] of places) {
      const others = given.get(path);
      if (others) others.push(place);
      else given.set(path, [place]);
    }
  const places = new Map<FieldPath, FieldPlace>();
  const joins: Join[] = [];
  for (const [path, all] of given) {
    const [first] = all;
    if (!first) continue;
    const here = all.filter(({ call }) => sameSpan(call.span, first.call.span));
    if (here.length < all.length) later.add(path);
    const last = here.at(-1) ?? first;
    places.set(
      path,
      here.length === 1
        ? first
        : {
            ...last,
            call: joinOnce(
              here.map(({ call }) => call),
              joins,
            ),
          },
    );
  }
  return {
    ...(places.size > 0 ? { places } : {}),
    ...(later.size > 0 ? { setLater: [...later] } : {}),
  };
}

interface Join {
  readonly calls: readonly CallSite[];
  readonly joined: CallSite;
}

/** Most fields are given by the same calls. */
function joinOnce(calls: readonly CallSite[], joins: Join[]): CallSite {
  let join = joins.find((one) => sameItems(one.calls, calls));
  if (!join) joins.push((join = { calls, joined: joinCalls(calls) }));
  return join.joined;
}

/** One call that runs several times: an argument that is not always written at the same place is written in the call. */
function joinCalls(calls: readonly CallSite[]): CallSite {
  const [first, ...others] = calls;
  if (!first) throw new RangeError("a group of calls is never empty");
  if (others.every((one) => one === first)) return first;
  return {
    ...first,
    arguments: first.arguments.map((argument, index) => ({
      ...argument,
      value: joinArgument(
        argument.value,
        others.flatMap((one) => one.arguments[index]?.value ?? []),
      ),
    })),
  };
}

function joinArgument(value: Value, others: readonly Value[]): Value {
  const written = others.every((one) => one === value) ? undefined : JSON.stringify(value, plain);
  if (others.every((one) => one === value || JSON.stringify(one, plain) === written)) return value;
  const dicts = others.flatMap((one) =>
    one.kind === "dict" && placeOf(one) === placeOf(value) ? [one] : [],
  );
  if (value.kind !== "dict" || dicts.length < others.length)
    return { kind: "unknown", why: "it differs from call to call" };
  const open = value.open || dicts.some((one) => one.open || one.entries.size !== value.entries.size);
  const absent: Value = { kind: "absent" };
  const entries = [...value.entries].map(
    ([key, entry]) =>
      [
        key,
        joinArgument(
          entry,
          dicts.map((one) => one.entries.get(key) ?? absent),
        ),
      ] as const,
  );
  return { ...value, entries: new Map(entries), open };
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}

function sameSpan(left: Span, right: Span): boolean {
  return left.cell === right.cell && left.from === right.from && left.to === right.to;
}

export function joinFields(fields: readonly (Field | undefined)[]): Field {
  const present = fields.filter((field) => field !== undefined);
  const [first] = present;
  const distinct = new Map(
    fields.map((field) => [
      JSON.stringify([field?.state, field?.value, field?.values, field?.why, ...partsOf(field)]),
      field,
    ]),
  );
  const detail = joinDetails(fields);
  if (first && distinct.size === 1) return detail ? { ...first, detail } : first;
  const values = [...distinct.values()].flatMap((field) =>
    field === undefined ? [undefined] : field.state === "known" ? [field.value] : (field.values ?? []),
  );
  const items = present.flatMap((field) => field.items ?? []);
  const why = present.find((field) => field.why !== undefined)?.why;
  const base = {
    origin: first?.origin ?? ({ from: "argument" } as const),
    ...(first?.span ? { span: first.span } : {}),
    ...(detail ? { detail } : {}),
  };
  if (values.length === 0 && items.length === 0)
    return { ...base, state: "unknown", why: why ?? "it differs from call to call" };
  return {
    ...base,
    state: "conditional",
    values,
    ...(items.length > 0 ? { items } : {}),
    ...(why === undefined ? {} : { why }),
  };
}

/** What is known of a list that is not known as a whole. */
function partsOf(field: Field | undefined): readonly Json[] {
  return field?.state === "partial" ? (field.items ?? []).map(({ value }) => value) : [];
}

/** What is known inside, of each call; undefined: nothing more than the fields tell. */
function joinDetails(fields: readonly (Field | undefined)[]): Value | undefined {
  if (!fields.some((field) => field?.detail)) return undefined;
  const values = fields.map((field): Value => (field ? valueOf(field) : { kind: "absent" }));
  const distinct = new Map(values.map((value) => [JSON.stringify(value, plain), value]));
  const [only] = distinct.values();
  return distinct.size === 1 ? only : { kind: "either", values: [...distinct.values()] };
}

/** By attribute; what is made at several places is none of them. */
function joinObjects(requests: readonly JobRequest[]): JobRequest["objects"] {
  const [first, ...others] = requests.map(({ objects }) => objects);
  if (!first) return undefined;
  return new Map(
    [...first].map(([name, value]) => {
      const differs = others.some((one) => placeOf(one?.get(name)) !== placeOf(value));
      return [name, differs ? { kind: "unknown", why: "it differs from call to call" } : value];
    }),
  );
}

function placeOf(value: Value | undefined): string {
  const { span } = value ?? {};
  return span ? keyOf(span) : `${value?.kind}`;
}
