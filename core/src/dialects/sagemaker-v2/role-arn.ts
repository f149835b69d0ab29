import type { Json } from "../../requests/request.js";

/** A role without "/" is a name that the SDK looks up. */
export const roleArn = (value: Json) =>
  typeof value === "string" && value.includes("/") ? value : undefined;
