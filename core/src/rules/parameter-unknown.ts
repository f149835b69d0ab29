import type { ParameterProblem } from "../requests/parameter-problems.js";
import type { FieldChange } from "../requests/request.js";
import { toJson } from "../requests/field-of.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { ending, evidenceOf, likelihoodOf, subjectOf } from "./parameter-words.js";
import { networkInstead } from "./network-instead.js";
import { probableMember } from "./probable-member.js";
import { siblingsOf, type RuleRequest } from "./rule-request.js";

export const parameterUnknown = defineRule({
  id: "parameter-unknown",
  severity: "error",
  needs: [],
  summary: "A member that the API does not have",
  why: "Where the operation does not know a name, or it is spelled otherwise, the whole request is refused: the member is not merely left out.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ parameters }) => parameters !== undefined,

  *check(request) {
    for (const problem of request.problems) {
      if (problem.kind !== "unknown" || problem.member === undefined) continue;
      const { path, member, onOneBranch, nameSpan, span } = problem;
      const meant = probableMember(problem, siblingsOf(request, path));
      const hint = meant === undefined ? hintOf(request, problem) : ` (it is called ${meant})`;
      yield {
        span: nameSpan ?? span ?? request.nameSpan,
        message: `${subjectOf(path, request.operation)} has no member ${member}${hint}: ${ending(request, problem)}`,
        ...likelihoodOf(problem),
        evidence: evidenceOf(request, problem),
        fixes: onOneBranch ? [] : proposals(request, problem, meant),
      };
    }
  },
});

/** Where a setting belongs that is given at the wrong place, by operation and path. */
const places: ReadonlyMap<string, string> = new Map([
  ["CreateTransformJob VpcConfig", "a transform job takes its VPC from its model"],
  ["CreateTransformJob EnableNetworkIsolation", "a transform job takes it from its model"],
  ["CreateTransformJob RoleArn", "a transform job takes its role from its model"],
  ["UpdateTrainingJob VpcConfig", "the VPC of a job can never change: start a new job"],
  ["CreateTrainingJob NetworkConfig", "a training job has VpcConfig and the two flags themselves"],
  ["CreateProcessingJob VpcConfig", "a processing job has it in NetworkConfig"],
  ["CreateProcessingJob EnableNetworkIsolation", "a processing job has it in NetworkConfig"],
  ["CreateProcessingJob EnableInterContainerTrafficEncryption", "a processing job has it in NetworkConfig"],
  ["CreateHyperParameterTuningJob VpcConfig", "a tuning job has it in TrainingJobDefinition"],
  ["CreateHyperParameterTuningJob RoleArn", "a tuning job has it in TrainingJobDefinition"],
  ["CreateAutoMLJob VpcConfig", "an AutoML job has it in AutoMLJobConfig.SecurityConfig"],
  ["CreateAutoMLJobV2 VpcConfig", "an AutoML job has it in SecurityConfig"],
  ["CreateModel RoleArn", "a model has ExecutionRoleArn"],
  ["CreateEndpointConfig VolumeKmsKeyId", "an endpoint configuration has KmsKeyId"],
  ["CreateNotebookInstance VpcConfig", "a notebook instance has SubnetId and SecurityGroupIds themselves"],
]);

function hintOf({ operation }: RuleRequest, { path, member = "", shape }: ParameterProblem): string {
  if (member === "VpcId" && path.endsWith("VpcConfig")) return " (the subnets say which VPC it is)";
  const place = path === "" ? places.get(`${operation} ${member}`) : undefined;
  if (place !== undefined) return ` (${place})`;
  if (path === "" && ["Subnets", "SecurityGroupIds"].includes(member) && shape.members?.has("VpcConfig"))
    return " (it belongs in VpcConfig)";
  const names = [...(shape.members?.keys() ?? [])];
  return names.length > 4 ? "" : ` (it has ${names.join(", ")})`;
}

/** What the author wants for security is not taken away; somebody has to put it where it belongs. */
const wanted = /Vpc|Subnet|SecurityGroup|Kms|Isolation|Encrypt|Role/i;

/** Their network and keys are settled before: those of the model, of the job as it was started. */
const fromElsewhere: ReadonlySet<string> = new Set(["CreateTransformJob", "UpdateTrainingJob"]);

function proposals(
  request: RuleRequest,
  { path, member = "", nameSpan: at, value }: ParameterProblem,
  meant: string | undefined,
): readonly FixProposal[] {
  if (at === undefined) return [];
  if (meant !== undefined) {
    const json = value && toJson(value);
    const changes: FieldChange[] =
      json === undefined ? [] : [{ path: path === "" ? meant : `${path}.${meant}`, value: json }];
    const edit = { do: "rename", at, from: member, to: meant } as const;
    return [{ propose: "member", title: `Call it ${meant}`, safety: "unsafe", edit, changes }];
  }
  const network = networkInstead(request);
  if (network !== undefined && network.insteadOf?.at === at) return [network];
  const isFromElsewhere = member === "VpcId" || fromElsewhere.has(request.operation);
  if (wanted.test(member) && !isFromElsewhere) return [];
  const edit = { do: "remove", at, name: member } as const;
  return [{ propose: "member", title: `Remove ${member}`, safety: "unsafe", edit, changes: [] }];
}
