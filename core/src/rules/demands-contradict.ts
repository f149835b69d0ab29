import type { Span } from "../notebook/span.js";
import type { Evidence } from "../report.js";
import { defineRule } from "./define-rule.js";
import { jobWords } from "./job-words.js";
import { capital, causesOf, nameOfStatement } from "./policy-cause.js";
import { contradictionOf, deniedBy, demandOf, type Contradiction } from "./policy-demands.js";
import { isJudgedByPolicies, judgeByPolicies } from "./policy-judgement.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

const documented = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html";

export const demandsContradict = defineRule({
  id: "demands-contradict",
  severity: "error",
  needs: ["callerPolicies", "keyArns"],
  summary: "No value can satisfy both demands",
  why: "What a policy demands here, AWS or another statement refuses: whatever the field is set to, the request is refused.",
  remedy: "Choose other instances, as the finding says, or have the policy make an exception.",
  source: documented,

  applies: isJudgedByPolicies,

  *check(request, { account }) {
    const judgement = judgeByPolicies(request, account);
    if ("cannotTell" in judgement) {
      yield { cannotTell: judgement.cannotTell };
      return;
    }
    const { volumeKmsKeyId } = request.settings;
    const denying = [
      ...deniedBy(judgement.decision),
      // A key that is given is refused for the instances, and without it the policy refuses
      ...(fieldAt(request, volumeKmsKeyId) === undefined || volumeKmsKeyId === undefined
        ? []
        : demandOf(volumeKmsKeyId, judgement)),
    ];
    const told = new Set<string>();
    for (const proof of denying) {
      const contradiction = contradictionOf(proof, causesOf(proof, request), request, judgement);
      if (contradiction === undefined) continue;
      const { message, span } = wordsOf(contradiction, request);
      if (told.has(message)) continue;
      told.add(message);
      yield {
        span,
        message,
        insteadOf: ["volume-key-on-local-storage", "volume-key-missing", "network-isolation-off"],
        evidence: evidenceOf(contradiction),
      };
    }
  },
});

function evidenceOf({ proof, against }: Contradiction): readonly Evidence[] {
  const { policy } = proof;
  const ofPolicy: readonly Evidence[] =
    policy.read === undefined
      ? []
      : [
          {
            kind: "reading",
            says: `${nameOfStatement(proof)}: ${proof.statement.effect ?? ""}`.trim(),
            read: policy.read,
          },
        ];
  switch (against.by) {
    case "local storage":
      return [
        {
          kind: "document",
          says: "You can't request a VolumeKmsKeyId when using an instance type with local storage.",
          url: documented,
        },
        ...ofPolicy,
      ];
    case "image":
      return [
        ...ofPolicy,
        {
          kind: "document",
          says: `Network isolation is not supported by SageMaker's ${against.image} containers.`,
          url: "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
        },
      ];
    default:
      return ofPolicy;
  }
}

function wordsOf(
  { proof, cause, against }: Contradiction,
  request: RuleRequest,
): { readonly message: string; readonly span: Span } {
  const statement = nameOfStatement(proof);
  switch (against.by) {
    case "local storage": {
      const span = fieldAt(request, request.settings.instanceType)?.span ?? request.nameSpan;
      return {
        span,
        message: `${capital(statement)} demands a volume key, and ${against.type} has local storage, for which AWS takes none: choose a type without local storage, or have the statement make an exception by sagemaker:InstanceTypes`,
      };
    }
    case "operation":
      return {
        span: request.nameSpan,
        message: `${jobWords(request)} is refused whatever it says: ${cause.says}, and ${statement} refuses where it is absent; the statement must not list sagemaker:${request.operation}`,
      };
    case "client":
      return {
        span: request.nameSpan,
        message: `${capital(statement)} refuses it because ${cause.says}, and ${request.name} cannot set ${against.path}: ask for the job in another way, or have the statement make an exception`,
      };
    case "image":
      return {
        span: fieldAt(request, cause.path)?.span ?? request.nameSpan,
        message: `${capital(statement)} demands network isolation, with which SageMaker's ${against.image} container does not work: have the statement make an exception for such jobs, or use another image`,
      };
    case "statement":
      return {
        span: fieldAt(request, cause.path)?.span ?? request.nameSpan,
        message: `No ${cause.path ?? cause.condition.key} satisfies both ${statement} and ${nameOfStatement(against.proof)}: one of them must change`,
      };
  }
}
