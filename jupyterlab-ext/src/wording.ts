import { counted } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";

/** "111122223333 · us-east-1", as far as it is known. */
export function accountAndRegion(account: Account): string {
  return [account.id, account.region].filter((part) => part !== undefined).join(" · ");
}

/** `endpoint` is set when the calls do not go to AWS. */
export function endpointOf({ state }: Account): string | undefined {
  return state.state === "online" ? state.description.endpoint : undefined;
}

/** "just now", "4 minutes ago"; both in milliseconds since 1970. */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  return `${counted(Math.floor(minutes / 60), "hour")} ago`;
}
