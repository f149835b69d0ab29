import type { JobRequest } from "./request.js";

/** The requests that count as jobs: each job once, also where a pipeline's step lists what another call has set up. */
export function jobsIn(requests: readonly JobRequest[]): readonly JobRequest[] {
  return requests.filter(({ judgedAt }) => judgedAt === undefined);
}
