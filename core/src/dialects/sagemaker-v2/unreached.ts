import { keyOf } from "../../notebook/span.js";
import type { CallRecord } from "../../python/record.js";
import type { JobRequest } from "../../requests/request.js";

/** What `deploy` sends, in its order: after what is refused nothing follows. */
const deployed = [
  "CreateModel",
  "CreateEndpointConfig",
  "CreateEndpoint",
  "UpdateEndpoint",
  "CreateInferenceComponent",
];

export function withoutUnreached(requests: readonly JobRequest[]): readonly JobRequest[] {
  const ends = new Map<string, number>();
  for (const { operation, refused, launches, span } of requests) {
    const place = deployed.indexOf(operation);
    if (!refused || place < 0) continue;
    for (const key of [...launches, span].map(keyOf)) ends.set(key, Math.min(place, ends.get(key) ?? place));
  }
  if (ends.size === 0) return requests;
  return requests.filter(
    ({ operation, span, launches }) =>
      launches.length > 0 || deployed.indexOf(operation) <= (ends.get(keyOf(span)) ?? deployed.length),
  );
}

/** A method that raises gives no object: nothing is sent of what it would have given. */
export function withoutUnmade(
  read: readonly (readonly [CallRecord, readonly JobRequest[]])[],
): readonly JobRequest[] {
  const isRaising = new Map<string, boolean>();
  for (const [{ kind, site }, requests] of read) {
    if (kind !== "invocation" || requests.length === 0) continue;
    const raises = requests.every(({ refused }) => refused !== undefined);
    isRaising.set(keyOf(site.span), raises && isRaising.get(keyOf(site.span)) !== false);
  }
  return read.flatMap(([record, requests]) => {
    const made = record.kind === "construction" ? record.site.span : record.self?.span;
    return made && isRaising.get(keyOf(made)) === true ? [] : requests;
  });
}
