import type { Unreadable } from "../src/account/fact.js";

/** The deadline passed; what was under way was given up. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
  constructor() {
    super("There was no answer in time.");
  }
}

/**
 * Why a call failed, by the error's code and, where the SDK has none, its words.
 * @returns `detail`: AWS's or the network's own words, without what identifies a credential.
 */
export function whyUnreadable(error: unknown): { readonly why: Unreadable; readonly detail: string } {
  const { name, message, code } = describe(error);
  return { why: classify(name, code, message), detail: withoutSecrets(`${name}: ${message}`) };
}

/** By error code; the same lists are in `reader.py`. */
const codes: readonly (readonly [Unreadable, ReadonlySet<string>])[] = [
  ["denied", new Set(["UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "Forbidden", "403"])],
  [
    "throttled",
    new Set([
      "Throttling",
      "ThrottlingException",
      "ThrottledException",
      "RequestThrottled",
      "RequestThrottledException",
      "RequestLimitExceeded",
      "TooManyRequestsException",
      "EC2ThrottledException",
      "SlowDown",
    ]),
  ],
  ["expired", new Set(["ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired"])],
  [
    "no credentials",
    new Set([
      "CredentialsProviderError",
      "AuthFailure",
      "InvalidClientTokenId",
      "UnrecognizedClientException",
      "SignatureDoesNotMatch",
      "InvalidSignatureException",
    ]),
  ],
  ["timed out", new Set(["DeadlineError", "AbortError"])],
  [
    "unreachable",
    new Set([
      "TimeoutError",
      "ECONNREFUSED",
      "ECONNRESET",
      "ENOTFOUND",
      "EAI_AGAIN",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ETIMEDOUT",
      "EPIPE",
      "EPROTO",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "CERT_HAS_EXPIRED",
    ]),
  ],
];

function classify(name: string, code: string, message: string): Unreadable {
  const why = codes.find(([, known]) => known.has(name) || known.has(code))?.[0] ?? "failed";
  // The credential providers have one error for all: a session that ended is told only in words.
  const hasEnded = why === "no credentials" && /expired|sso login|refresh/i.test(message);
  return hasEnded ? "expired" : why;
}

function describe(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: "Error", message: String(error), code: "" };
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  // An answer to HEAD has no body that could say more.
  if (error.name === "Unknown") {
    const status = String($metadata?.httpStatusCode ?? "");
    return { name: status || error.name, message: error.message, code: status };
  }
  // Node reports a refused connection to several addresses at once, with the message in the parts.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  const message = error.message || (first instanceof Error ? first.message : "");
  return { name: error.name, message, code: typeof code === "string" ? code : "" };
}

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\s*Encoded authorization failure message:.*/s, ""],
  [/\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{8,}/g, "…"],
  [/[A-Za-z0-9+=_-]{60,}/g, "…"], // tokens, signatures
];
const longestDetail = 400;

function withoutSecrets(text: string): string {
  const [line = ""] = secrets
    .reduce((rest, [secret, instead]) => rest.replace(secret, instead), text)
    .split("\n");
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line;
}
