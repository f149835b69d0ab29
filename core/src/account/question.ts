/**
 * What can be asked of an account. The reads table (`reads.ts`) says which AWS call answers each kind, and both
 * readers, Node and Python, execute that table and nothing else.
 *
 * With an id: `subnet`, `securityGroup`, `securityGroupVpcs` (the VPCs the group is associated with besides its own),
 * `key` (id, ARN, alias name or alias ARN), `vpc`, `natGateway`, `dhcpOptions`; with a VPC's: `vpcRouteTables`,
 * `endpointsOfVpc`, `networkAcls`, `vpcDnsSupport`, `vpcDnsHostnames`; `prefixList` with the name of a service
 * (`com.amazonaws.us-east-1.s3`), `instanceType` and `instanceTypeZones` with EC2's name of a type (`m5.xlarge`). Without (`id` is ""): `identity`; and the lists behind the choices a
 * fix offers, asked only when the user asks for a fix: `subnets`, `securityGroups`, `routeTables`, `vpcs`,
 * `vpcEndpoints`, `keys`, `aliases`.
 *
 * What SageMaker was asked for before, by its name (`described-jobs.ts`), and `pipelineExecutionSteps` with an
 * execution's ARN: no rule asks these.
 */
export type QuestionKind =
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
  | "instanceTypeZones"
  | "instanceType"
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
  | "monitoringSchedule"
  | "dataQualityJobDefinition"
  | "modelBiasJobDefinition"
  | "modelQualityJobDefinition"
  | "modelExplainabilityJobDefinition"
  | "pipelineExecutionSteps";

export interface Question {
  readonly kind: QuestionKind;
  readonly id: string;
  readonly region: string;
}

/** The same question has the same key: what caches and `Environment.facts` go by. */
export function questionKey({ kind, id, region }: Question): string {
  return `${kind} ${region} ${id}`;
}
