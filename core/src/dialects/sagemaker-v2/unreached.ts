import { keyOf } from "../../notebook/span.js";
import type { CallRecord } from "../../python/record.js";
import type { JobRequest, Refusal } from "../../requests/request.js";

/** What `deploy` sends, and what a monitor does, in their order: after what is refused nothing follows. */
const inTurn = [
  /^CreateModel$/,
  /^CreateEndpointConfig$/,
  /^CreateEndpoint$/,
  /^UpdateEndpoint$/,
  /^CreateInferenceComponent$/,
  /^Create\w+JobDefinition$/,
  /^CreateMonitoringSchedule$/,
];

/** @param requests Of one call. */
export function withoutUnreached(requests: readonly JobRequest[]): readonly JobRequest[] {
  const ends = new Map<string, number>();
  for (const { operation, refused, launches, span } of requests) {
    const place = placeOf(operation);
    if (!refused || place < 0) continue;
    for (const key of [...launches, span].map(keyOf)) ends.set(key, Math.min(place, ends.get(key) ?? place));
  }
  if (ends.size === 0) return requests;
  return requests.filter(({ operation, span, launches }) =>
    [...launches, span].every((one) => placeOf(operation) <= (ends.get(keyOf(one)) ?? inTurn.length)),
  );
}

function placeOf(operation: string): number {
  return inTurn.findIndex((one) => one.test(operation));
}

/** A method that raises gives no object: what would be sent of it, or of what that gives, is refused with it. */
export function refusedUnmade(read: readonly ReadCall[]): readonly JobRequest[] {
  const raised = new Map<string, Refusal | undefined>();
  for (const [{ kind, site }, requests] of read) {
    const [first] = requests;
    if (kind !== "invocation" || !first) continue;
    const key = keyOf(site.span);
    const refusal = requests.every(({ refused }) => refused !== undefined) ? first.refused : undefined;
    raised.set(key, raised.has(key) && raised.get(key) === undefined ? undefined : refusal);
  }
  const refusalOf = (record: CallRecord): Refusal | undefined => {
    const made = record.kind === "construction" ? record.site.span : record.self?.span;
    return made && raised.get(keyOf(made));
  };
  const isLeft = ([record, requests]: ReadCall) =>
    refusalOf(record) !== undefined && requests.some(({ refused }) => refused?.ofMaker !== true);
  if (!read.some(isLeft)) return read.flatMap(([, requests]) => requests);
  return refusedUnmade(
    read.map(([record, requests]) => {
      const refusal = refusalOf(record);
      return refusal
        ? [record, requests.map((request) => ({ ...request, refused: { ...refusal, ofMaker: true } }))]
        : [record, requests];
    }),
  );
}

/** A call and what was read of it. */
type ReadCall = readonly [CallRecord, readonly JobRequest[]];
