import { requestInWords, type JobRequest } from "@sagemaker-preflight/core";
import { element } from "./element.js";

/** On the name of a job's call: the request in short, as AWS would get it. */
export function requestCard(request: JobRequest): HTMLElement {
  const lines = requestInWords(request).map((line) => element("li", "", line));
  return element(
    "div",
    "smp-card",
    element("div", "smp-heading", element("span", "smp-message", request.operation)),
    element("ul", "smp-evidence", ...lines),
  );
}
