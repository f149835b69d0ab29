/**
 * What can be asked of an account. The reads table (`reads.ts`) says which AWS call answers each kind, and both
 * readers, Node and Python, execute that table and nothing else.
 *
 * With an id: `subnet`, `securityGroup`, `securityGroupVpcs` (the VPCs the group is associated with besides its own),
 * `key` (id, ARN, alias name or alias ARN), `vpc`, `natGateway`, `dhcpOptions`; with a VPC's: `vpcRouteTables`,
 * `endpointsOfVpc`, `networkAcls`, `vpcDnsSupport`, `vpcDnsHostnames`; `prefixList` with the name of a service
 * (`com.amazonaws.us-east-1.s3`), `prefixListEntries` with a list's id, `instanceType` and `instanceTypeZones` with EC2's name of a type (`m5.xlarge`);
 * `bucket`, `bucketPolicy` and `bucketEncryption` with a bucket's name, `objectsUnder` with an id of `objectsUnderId`, `quota` and `defaultQuota` with a quota's; `mountTargets` and
 * `fsxFileSystem` with a file system's id, `mountTargetGroups` with a mount target's, `networkInterface`; `flowLogs` with
 * the id of a VPC or subnet; `image`, `imageRepository` and `imageRepositoryPolicy` with ids of `image-ids.ts`; those of
 * `IamQuestionKind`. Without (`id` is ""): `identity`; and the lists behind the choices a
 * fix offers, asked only when the user asks for a fix: `subnets`, `securityGroups`, `routeTables`, `vpcs`,
 * `vpcEndpoints`, `keys`, `aliases`.
 *
 * What SageMaker was asked for before, by its name (`described-jobs.ts`: `domain` by its id, `userProfile` and `space` by
 * `describedId`), `pipelineExecutionSteps` with an
 * execution's ARN, `tags` with that of any of them, and without an id `recentTrainingJobs`: of these rules ask for `model` alone.
 */
export type QuestionKind =
  | IamQuestionKind
  | "identity"
  | "subnet"
  | "securityGroup"
  | "securityGroupVpcs"
  | "key"
  | "vpc"
  | "vpcRouteTables"
  | "endpointsOfVpc"
  | "vpcDnsSupport"
  | "vpcDnsHostnames"
  | "networkAcls"
  | "natGateway"
  | "dhcpOptions"
  | "prefixList"
  | "prefixListEntries"
  | "instanceTypeZones"
  | "instanceType"
  | "flowLogs"
  | "networkInterface"
  | "bucket"
  | "bucketPolicy"
  | "bucketEncryption"
  | "objectsUnder"
  | "quota"
  | "defaultQuota"
  | "mountTargets"
  | "mountTargetGroups"
  | "fsxFileSystem"
  | "image"
  | "imageRepository"
  | "imageRepositoryPolicy"
  | "subnets"
  | "securityGroups"
  | "routeTables"
  | "vpcs"
  | "vpcEndpoints"
  | "keys"
  | "aliases"
  | "trainingJob"
  | "processingJob"
  | "tuningJob"
  | "transformJob"
  | "autoMLJob"
  | "model"
  | "compilationJob"
  | "endpointConfig"
  | "notebookInstance"
  | "cluster"
  | "monitoringSchedule"
  | "dataQualityJobDefinition"
  | "modelBiasJobDefinition"
  | "modelQualityJobDefinition"
  | "modelExplainabilityJobDefinition"
  | "pipelineExecutionSteps"
  | "tags"
  | "domain"
  | "userProfile"
  | "space"
  | "recentTrainingJobs";

/**
 * Of roles, users and what they are allowed. Without an id, asked only when the user asks for a role: `roles`. With the name of a role, user or group: `role`, `user`, the names of their
 * inline policies (`rolePolicyNames` …), the managed policies attached (`attachedRolePolicies` …), `groupsOfUser`;
 * with two names: the document of an inline policy (`rolePolicy` …), `managedPolicyVersion`, `keyGrants` (of a key to a
 * principal); `managedPolicy` with an ARN, `keyPolicy` with an id of a key; `simulation` with the whole of a request to
 * IAM's simulator; and of the organization, with an id of an account or unit: `serviceControlPolicies`, `parents`;
 * `serviceControlPolicy` with a policy's. An id of several parts is made by `idOfParts`.
 */
export type IamQuestionKind =
  | "role"
  | "roles"
  | "rolePolicyNames"
  | "rolePolicy"
  | "attachedRolePolicies"
  | "user"
  | "userPolicyNames"
  | "userPolicy"
  | "attachedUserPolicies"
  | "groupsOfUser"
  | "groupPolicyNames"
  | "groupPolicy"
  | "attachedGroupPolicies"
  | "managedPolicy"
  | "managedPolicyVersion"
  | "simulation"
  | "keyPolicy"
  | "keyGrants"
  | "serviceControlPolicies"
  | "serviceControlPolicy"
  | "parents";

export interface Question {
  readonly kind: QuestionKind;
  readonly id: string;
  readonly region: string;
}

/** The same question has the same key: what caches and `Environment.facts` go by. */
export function questionKey({ kind, id, region }: Question): string {
  return `${kind} ${region} ${id}`;
}
