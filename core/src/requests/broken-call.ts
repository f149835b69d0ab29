import type { Span } from "../notebook/span.js";
import type { JobRequest } from "./request.js";

/** A call that is not valid Python is not made: what its client says of it is not asked. */
export function unlessBroken(request: JobRequest, errors: readonly Span[]): JobRequest {
  if (errors.length === 0 || (!request.refused && !request.sometimesRefused)) return request;
  const { cell, from, to } = request.call.span;
  const isBroken = errors.some((error) => error.cell === cell && error.from < to && error.to > from);
  if (!isBroken) return request;
  const whole = { ...request };
  delete whole.refused;
  delete whole.sometimesRefused;
  return whole;
}
