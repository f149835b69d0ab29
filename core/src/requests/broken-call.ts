import type { Span } from "../notebook/span.js";
import type { CallSite } from "../python/call-site.js";
import type { JobRequest } from "./request.js";

/** A call that is not valid Python is not made: what its client says of it is not asked. */
export function unlessBroken(request: JobRequest, errors: readonly Span[]): JobRequest {
  if (errors.length === 0 || (!request.refused && !request.sometimesRefused)) return request;
  if (!isBroken(request.call, errors)) return request;
  const whole = { ...request };
  delete whole.refused;
  delete whole.sometimesRefused;
  return whole;
}

/** The call is not valid Python itself: what it is given is not known for sure, and nothing can be written into it. */
export function isBroken({ span: { cell, from, to } }: CallSite, errors: readonly Span[]): boolean {
  return errors.some((error) => error.cell === cell && error.from <= to && error.to >= from);
}
