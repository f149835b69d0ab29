import { defineRule } from "./define-rule.js";
import { statementName } from "./policy-cause.js";
import { isAtS3 } from "./rule-request.js";
import { answerOf, callsOf } from "./s3-calls.js";
import { contextOfWay, needsOfWays, waysIntoS3 } from "./way-into-s3.js";

export const endpointPolicyDenies = defineRule({
  id: "endpoint-policy-denies",
  severity: "error",
  needs: needsOfWays,
  summary: "The policy of an S3 endpoint does not let the job reach a bucket",
  why: "What goes through a VPC endpoint has to be allowed by the endpoint's policy too: a bucket that it does not name cannot be reached from the VPC.",
  remedy: "Have the network team add the bucket to the endpoint's policy, or use a bucket that it names.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: (request) =>
    isAtS3(request) && request.settings.subnets !== undefined && request.subnets.length > 0,

  *check(request, { account }) {
    const { ways, unknown } = waysIntoS3(request, account);
    for (const why of request.unknownS3) yield { cannotTell: why };
    for (const why of unknown) yield { cannotTell: why };
    const told = new Set<string>();
    for (const way of ways) {
      if (way.through !== "endpoint" || way.endpoint.policyDocument === undefined) continue;
      const { vpcEndpointId, vpcId, policyDocument: document } = way.endpoint;
      const policy = { name: vpcEndpointId, kind: "endpoint", document } as const;
      for (const location of request.s3Locations) {
        const { bucket, span, onOneBranch } = location;
        for (const call of callsOf(request, account.account, location, contextOfWay(way))) {
          const { denied, allowed, mayDeny, mayAllow } = answerOf(policy, call);
          const [proof] = denied;
          if (proof === undefined && allowed !== "no") {
            const open = allowed === "perhaps" ? [...mayDeny, ...mayAllow] : mayDeny;
            for (const why of open) yield { cannotTell: why };
            continue;
          }
          if (told.has(`${vpcEndpointId} ${bucket}`)) continue;
          told.add(`${vpcEndpointId} ${bucket}`);
          const says =
            proof === undefined
              ? `no statement of its policy allows ${call.action}`
              : `${statementName(proof)} of its policy denies ${call.action}`;
          yield {
            span: span ?? request.nameSpan,
            message: `${way.from} reaches S3 through ${vpcEndpointId}, which does not let the job reach ${bucket}: ${says}`,
            // Of several ways which one the job is given is chance
            severity: ways.length > 1 || unknown.length > 0 ? "warning" : "error",
            onOneBranch,
            facts: [{ kind: "endpointsOfVpc", id: vpcId, says: `${vpcEndpointId}: ${says}` }],
          };
        }
      }
    }
  },
});
