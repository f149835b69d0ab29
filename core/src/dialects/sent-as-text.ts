import type { JobRequest } from "../requests/request.js";

/** A request that is sent as text, inside a pipeline's or state machine's definition: botocore does not look into it. */
export function sentAsText(request: JobRequest): JobRequest {
  const { refused, halfVpc, ...rest } = request;
  const isRefused = refused && refused.error !== "ParamValidationError";
  return {
    ...rest,
    ...(isRefused ? { refused } : {}),
    ...(halfVpc ? { halfVpc: halfVpc === "botocore refuses" ? "AWS refuses" : halfVpc } : {}),
  };
}
