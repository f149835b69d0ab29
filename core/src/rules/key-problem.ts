import type { Key } from "../account/resources.js";
import type { Severity } from "../report.js";

/**
 * What keeps a key from encrypting volumes and output.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/services-ebs.html for the kinds of key
 */
export function problemOf(key: Key): { readonly severity: Severity; readonly says: string } | undefined {
  if (key.keyUsage !== "ENCRYPT_DECRYPT") {
    const kind = key.keyUsage === "GENERATE_VERIFY_MAC" ? "is an HMAC key" : "is not for encryption";
    return { severity: "error", says: `${kind} (${key.keySpec}, ${key.keyUsage})` };
  }
  if (key.keySpec !== "SYMMETRIC_DEFAULT") {
    return { severity: "error", says: `is asymmetric (${key.keySpec}); only a symmetric key works here` };
  }
  switch (key.keyState) {
    case "Enabled":
    case undefined:
      return undefined;
    case "Disabled":
      return { severity: "error", says: "is disabled" };
    case "PendingDeletion": {
      const when = key.deletionDate === undefined ? "" : `, on ${key.deletionDate.slice(0, 10)}`;
      return { severity: "error", says: `is pending deletion${when}` };
    }
    case "PendingReplicaDeletion":
      return { severity: "error", says: "is pending deletion, once its replicas are deleted" };
    case "PendingImport":
      return { severity: "error", says: "has no key material imported yet (PendingImport)" };
    case "Unavailable":
      return { severity: "error", says: "is unavailable: its key store is disconnected" };
    case "Creating":
    case "Updating":
      return { severity: "warning", says: `is not ready yet (${key.keyState})` };
    default:
      return { severity: "warning", says: `is in the state ${key.keyState}` };
  }
}
