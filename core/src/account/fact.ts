/** Which call said so, of which account and region, when. `readAt`: milliseconds since 1970, UTC. */
export interface Reading {
  /** For instance `ec2:DescribeSubnets`. */
  readonly call: string;
  /** 12 digits; empty when the call failed before the account was known. */
  readonly account: string;
  readonly region: string;
  readonly readAt: number;
}

export type Unreadable =
  "denied" | "throttled" | "expired" | "no credentials" | "unreachable" | "timed out" | "failed";

/**
 * The answer to one question. `present.value` is the API's own object, cut to the members that the reads table
 * names, in the API's spelling; `account/inventory.ts` gives it types. `absent`: AWS said that it does not exist, in
 * that account and region. `unreadable`: nobody knows; `action` is the IAM action to ask for, `detail` AWS's or the
 * network's own words, free of secrets.
 */
export type Fact =
  | { readonly state: "present"; readonly value: unknown; readonly read: Reading }
  | { readonly state: "absent"; readonly read: Reading }
  | {
      readonly state: "unreadable";
      readonly why: Unreadable;
      readonly action: string;
      readonly detail: string;
      readonly read: Reading;
    };

/** Facts by `questionKey`. */
export type Facts = ReadonlyMap<string, Fact>;
