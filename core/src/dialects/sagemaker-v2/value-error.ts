import type { Refusal } from "../../requests/request.js";

/** What most of the SDK's own checks raise. */
export function valueError(message: string): Refusal {
  return { error: "ValueError", message };
}
