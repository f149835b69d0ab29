import type { TeamPolicy } from "../../core/src/policy/team-policy.js";

/** Asks for everything that can be asked for; the examples of the rules' pages are checked with it. */
export const wholePolicy: TeamPolicy = {
  network: { isolation: "required", trafficEncryption: "required", flowLogs: "required" },
  encryption: { volumeKey: "required", outputKey: "required" },
  notebookInstances: { directInternetAccess: "forbidden", rootAccess: "forbidden" },
  studio: { directInternetAccess: "forbidden" },
  instances: { types: ["ml.m5.*"] },
  data: { outputBuckets: ["ml-*"] },
  traceability: { experiment: "required", tags: ["git-commit"] },
  endpoints: { dataCapture: "required" },
};
