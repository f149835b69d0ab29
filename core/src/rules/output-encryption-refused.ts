import type { ContextValue } from "../iam/context.js";
import { isOutput, namelessOutputs } from "./bucket-key.js";
import { defineRule } from "./define-rule.js";
import type { AccountView } from "./account-view.js";
import { fieldAt, isAtS3, isMissing, type RuleRequest } from "./rule-request.js";
import { statementName } from "./policy-cause.js";
import { answerOf, callsOf, conditionWords, keysOf } from "./s3-calls.js";

export const outputEncryptionRefused = defineRule({
  id: "output-encryption-refused",
  severity: "error",
  needs: ["outputKey", "bucketPolicies"],
  summary: "The policy of the output's bucket refuses how the job encrypts",
  why: "A bucket can refuse objects that are not encrypted with its own key; SageMaker writes the output at the end, when all the work is done, and fails then.",
  remedy: "Give the job the output key that the bucket's policy asks for.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputDataConfig.html",
  references: {
    conditionKeys: ["sagemaker:OutputKmsKeyArn"],
  },

  applies: (request) =>
    request.settings.outputKmsKeyId !== undefined && isAtS3(request, ({ use }) => use === "write"),

  *check(request, { account }) {
    const path = request.settings.outputKmsKeyId ?? "";
    const keys = encryptionOf(request, account);
    if (typeof keys === "string") {
      yield { cannotTell: keys };
      return;
    }
    for (const why of namelessOutputs(request)) yield { cannotTell: why };
    const isGiven = fieldAt(request, path) !== undefined;
    for (const location of request.s3Locations) {
      const policy =
        location.use === "write" && isOutput.test(location.path)
          ? account.bucketPolicy(location.bucket)
          : undefined;
      if (policy === undefined) continue;
      for (const call of callsOf(request, account.account, location, keys)) {
        const { denied, mayDeny } = answerOf(policy, call);
        const proof = denied.find((one) => keysOf(one).some((key) => key.startsWith(header)));
        for (const why of mayDeny) if (why.includes("s3:x-amz-")) yield { cannotTell: why };
        if (proof === undefined) continue;
        yield {
          span: (isGiven ? fieldAt(request, path)?.span : location.span) ?? request.nameSpan,
          // How SageMaker encrypts without a key of the job's is told in one sentence of the API's only
          severity: isGiven ? "error" : "warning",
          message: `The policy of ${location.bucket} refuses output ${isGiven ? "with this key" : "without a key"}: it denies s3:PutObject if ${conditionWords(proof)} (${statementName(proof)})`,
          onOneBranch: location.onOneBranch,
          facts: [
            {
              kind: "bucketPolicy",
              id: location.bucket,
              says: `${statementName(proof)} of the policy of ${location.bucket} denies s3:PutObject if ${conditionWords(proof)}`,
            },
          ],
          fixes: demandedKeys(proof.conditions).map((value) => ({
            propose: "set",
            title: `Encrypt the output with ${value}, which the bucket asks for`,
            safety: isGiven ? "unsafe" : "safe",
            changes: [{ path, value }],
          })),
        };
      }
    }
  },
});

const header = "s3:x-amz-server-side-encryption";
/** What S3 is told of the encryption; a text: why that is not known. */
function encryptionOf(
  request: RuleRequest,
  account: Pick<AccountView, "key">,
): readonly (readonly [string, ContextValue])[] | string {
  const path = request.settings.outputKmsKeyId;
  const of = (algorithm: ContextValue, key: ContextValue) =>
    [
      [header, algorithm],
      [`${header}-aws-kms-key-id`, key],
    ] as const;
  const missing = isMissing(request, path);
  const why = "how SageMaker encrypts without a key of the job's";
  if (missing === true) {
    // "SageMaker uses the default KMS key for Amazon S3 for your role's account"; or it leaves it to the bucket
    return of(
      { state: "one of", why, values: [{ state: "known", values: ["aws:kms"] }, { state: "absent" }] },
      { state: "one of", why, values: [{ state: "known", values: ["alias/aws/s3"] }, { state: "absent" }] },
    );
  }
  const [written, ...others] = request.outputKeys;
  if (missing !== false || written === undefined || others.length > 0)
    return fieldAt(request, path)?.why ?? "which key encrypts the output";
  const key = account.key(written.value);
  if (key === undefined) return `which key ${written.value} is`;
  return of(
    { state: "known", values: ["aws:kms"] },
    {
      state: "one of",
      why: "in which form S3 sees the key",
      values: [...new Set([key.arn, key.keyId, written.value])].map((value) => ({
        state: "known",
        values: [value],
      })),
    },
  );
}

/** The keys that a refusing statement would take, where it names them. */
function demandedKeys(
  conditions: readonly { readonly key: string; readonly values?: readonly string[] }[],
): readonly string[] {
  const values = conditions.flatMap(({ key, values: wanted = [] }) =>
    key.toLowerCase() === `${header}-aws-kms-key-id` ? wanted : [],
  );
  return values.filter((value) => /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/.test(value));
}
