import type { AccountDescription } from "../src/account/account-reader.js";
import { identityOf } from "../src/account/inventory.js";
import { counted } from "../src/counts-in-words.js";
import type { CheckSession } from "./check-session.js";
import type { AskedAccount } from "./file-result.js";
import { utc } from "./terminal-text.js";
import { sentence } from "./text-summary.js";

/**
 * The account that was asked, or why nobody could be.
 *
 * @param now Milliseconds since 1970, UTC.
 */
export function whoWasAsked(
  { account, failure }: Pick<CheckSession, "account" | "failure">,
  now: number,
): { readonly account?: AskedAccount; readonly failure?: string } {
  return {
    ...(account === undefined
      ? {}
      : { account: { text: accountText(account, now), json: accountJson(account) } }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function accountJson(account: AccountDescription): AskedAccount["json"] {
  const { identity, region, profile, endpoint, snapshot } = account;
  const who = identityOf(identity);
  return {
    id: who.state === "present" ? who.value.account : identity.read.account || null,
    region: region ?? (identity.read.region || null),
    readAt: new Date(identity.read.readAt).toISOString(),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(snapshot === undefined
      ? {}
      : { snapshot: { path: snapshot.path, takenAt: new Date(snapshot.takenAt).toISOString() } }),
  };
}

function accountText(account: AccountDescription, now: number): string {
  const who = identityOf(account.identity);
  if (who.state !== "present") {
    const why = who.state === "unreadable" ? `${who.why}: ${who.detail}` : "not known";
    return sentence(`Which account was asked could not be told${asked(account)}, ${why}`);
  }
  const { snapshot } = account;
  if (snapshot !== undefined) return snapshotText(snapshot, who.value.account, account.region, now);
  const read = utc(account.identity.read.readAt);
  return `Account ${who.value.account}${asked(account)}, read ${read}.`;
}

/** Whose facts, and how old: what is true of an account changes. */
function snapshotText(
  { path, takenAt }: NonNullable<AccountDescription["snapshot"]>,
  account: string,
  region: string | undefined,
  now: number,
): string {
  const age = now - takenAt;
  const old = age < freshness ? "" : " That is old: networks, addresses and keys may have changed since.";
  return `Account ${account}, ${region ?? "no region"}, as the snapshot ${path} has it, taken ${utc(takenAt)}, ${ageInWords(age)} ago; AWS was not asked.${old}`;
}

const hour = 3_600_000;
const freshness = 24 * hour;

function ageInWords(age: number): string {
  if (age < hour) return "less than an hour";
  return age < 2 * freshness
    ? counted(Math.floor(age / hour), "hour")
    : counted(Math.floor(age / freshness), "day");
}

function asked({ region, profile, endpoint }: AccountDescription): string {
  const parts = [
    region ?? "no region",
    ...(profile === undefined ? [] : [`profile ${profile}`]),
    ...(endpoint === undefined ? [] : [`at ${endpoint} instead of AWS`]),
  ];
  return parts.map((part) => `, ${part}`).join("");
}
