import { defineRule } from "./define-rule.js";
import { statementName } from "./policy-cause.js";
import { isAtS3 } from "./rule-request.js";
import { answerOf, callsOf, conditionWords, keysOf } from "./s3-calls.js";
import { contextOfWay, needsOfWays, waysIntoS3, wayWords } from "./way-into-s3.js";

export const bucketPolicyDenies = defineRule({
  id: "bucket-policy-denies",
  severity: "error",
  needs: [...needsOfWays, "bucketPolicies"],
  summary: "The policy of a bucket denies the job its data",
  why: "A bucket can be closed to all but certain VPC endpoints or VPCs; the job reads and writes by the way that its subnets have to S3, and a Deny holds whatever the role is allowed.",
  remedy:
    "Use subnets whose way to S3 is one of the endpoints that the bucket's policy names, or have it name the job's endpoint too.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html",

  applies: (request) => isAtS3(request),

  *check(request, { account }) {
    const { ways, unknown } = waysIntoS3(request, account);
    for (const why of request.unknownS3) yield { cannotTell: why };
    for (const location of request.s3Locations) {
      const policy = account.bucketPolicy(location.bucket);
      if (policy === undefined) continue;
      let isTold = false;
      for (const way of ways) {
        for (const call of callsOf(request, account.account, location, contextOfWay(way))) {
          const { denied, mayDeny } = answerOf(policy, call);
          for (const why of mayDeny) yield { cannotTell: why };
          const proof = denied.find((one) => !keysOf(one).some((key) => key.startsWith("s3:x-amz-")));
          if (proof === undefined || isTold) continue;
          isTold = true;
          const asks = keysOf(proof).length === 0 ? "" : ` if ${conditionWords(proof)}`;
          yield {
            span: location.span ?? request.nameSpan,
            message: `The policy of ${location.bucket} denies the job ${call.action}${asks} (${statementName(proof)}), and ${wayWords(way)}`,
            // Of several ways which one the job is given is chance
            severity: ways.length > 1 || unknown.length > 0 ? "warning" : "error",
            onOneBranch: location.onOneBranch,
            facts: [
              {
                kind: "bucketPolicy",
                id: location.bucket,
                says: `${statementName(proof)} of the policy of ${location.bucket} denies ${call.action}${asks}`,
              },
              ...(way.through === "endpoint"
                ? [{ kind: "endpointsOfVpc", id: way.endpoint.vpcId, says: wayWords(way) } as const]
                : []),
            ],
          };
        }
      }
      if (ways.length === 0) for (const why of unknown) yield { cannotTell: why };
    }
  },
});
