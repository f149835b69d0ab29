import type { FieldPath } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import { isSent } from "./flag-of.js";
import { fieldAt, isMissing, type RuleRequest } from "./rule-request.js";

export const registryAccessMissing = defineRule({
  id: "registry-access-missing",
  severity: "error",
  needs: [],
  summary:
    "A training image of a registry outside of ECR, which SageMaker is not told to reach through the VPC",
  why: "SageMaker pulls images of ECR itself, and others only through the job's VPC: without that AWS answers “TrainingImageConfig with TrainingRepositoryAccessMode set to VPC must be provided when using a training image from a private Docker registry”.",
  remedy:
    'Set TrainingImageConfig={"TrainingRepositoryAccessMode": "Vpc"} (SDK: training_repository_access_mode="Vpc") and a VpcConfig from which the registry can be reached, or push the image to ECR.',
  source:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/docker-containers-adapt-your-own-private-registry.html",

  applies: (request) => registryOf(request) !== undefined,

  *check(request) {
    const { registry, field } = registryOf(request) ?? {};
    if (registry === undefined || field === undefined) return;
    const span = field.span ?? request.nameSpan;
    const modePath = at(request, "TrainingImageConfig.TrainingRepositoryAccessMode");
    const mode = fieldAt(request, modePath);
    const isTold = isSent(request, at(request, "TrainingImageConfig"), request.client !== "stepfunctions");
    const isPlatform = mode?.state === "known" && mode.value === "Platform";
    if (isTold === false || isPlatform) {
      yield {
        span,
        message: `${registry} is not ECR, and ${isPlatform ? "TrainingRepositoryAccessMode is Platform" : "there is no TrainingImageConfig"}: AWS refuses the job`,
        fixes: [
          {
            propose: "set",
            title: "Pull the image through the job's VPC",
            safety: "unsafe",
            changes: [{ path: modePath, value: "Vpc" }],
          },
        ],
      };
      return;
    }
    if (isTold !== true) {
      yield { cannotTell: "whether the job has a TrainingImageConfig" };
      return;
    }
    if (isMissing(request, request.settings.subnets) === true)
      yield {
        span,
        severity: "warning",
        message: `${registry} is reached through the job's VPC, and the job has none`,
      };
  },
});

/** The registry that the image names, where it is neither ECR's nor left out. */
function registryOf(request: RuleRequest) {
  if ((request.step?.operation ?? request.operation) !== "CreateTrainingJob") return undefined;
  const field = fieldAt(request, at(request, "TrainingImage"));
  if (field?.state !== "known" || typeof field.value !== "string") return undefined;
  const [, registry] = form.exec(field.value) ?? [];
  return registry === undefined || isOfAws.test(registry) ? undefined : { registry, field };
}

/** Docker takes what is before the first slash for a registry where it has a dot or a port. */
const form = /^((?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+[a-z]{2,24}(?::\d{1,5})?|[a-z0-9.-]{1,253}:\d{1,5})\/./i;
const isOfAws = /(?:\.amazonaws\.com(?:\.cn)?|\.aws)(?::\d+)?$/i;

function at({ step }: RuleRequest, path: FieldPath): FieldPath {
  return `${step?.at ?? ""}AlgorithmSpecification.${path}`;
}
