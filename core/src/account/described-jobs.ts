import { idOfParts } from "./id-parts.js";
import type { QuestionKind } from "./question.js";

/**
 * What SageMaker was asked for and can describe. `Describe…` gives back what `Create…` took, under the same names, so
 * that a job which is there already can be judged as one that is about to be submitted.
 *
 * @source botocore 1.44.5, sagemaker 2017-07-24: the inputs of Create… held against the outputs of Describe…
 */
export interface DescribedJob {
  readonly kind: QuestionKind;
  /** As people call it, and as `--kind` takes it. */
  readonly noun: string;
  /** What precedes the name in its ARN. */
  readonly arnType: string;
  /** The operation that asks for it: `CreateTrainingJob`. */
  readonly create: string;
  readonly describe: string;
  /** The member of both that has its name. */
  readonly name: string;
  readonly arn: string;
  readonly status?: string;
  readonly secondaryStatus?: string;
  /** Further members in which AWS says what became of it. */
  readonly says?: readonly string[];
  /** Where `Describe…` calls a member of `Create…` otherwise; of a member inside a list `InstanceGroups[].InstanceCount`. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The member with the domain that it is of: it is named by both, `d-1a/ana`, as its ARN has them. */
  readonly within?: string;
  /** Its ARN has an id of SageMaker's instead of the name, and is taken in the name's place. */
  readonly isAskedByArn?: true;
}

/** Where people keep secrets: never read, in no depth. */
export const unreadMembers = ["Environment", "HyperParameters", "StaticHyperParameters"] as const;

/** In the order in which a name is looked for. */
export const describedJobs: readonly DescribedJob[] = [
  {
    ...job("trainingJob", "training-job", "TrainingJob"),
    secondaryStatus: "SecondaryStatus",
  },
  { ...job("processingJob", "processing-job", "ProcessingJob"), says: ["FailureReason", "ExitMessage"] },
  job("tuningJob", "hyper-parameter-tuning-job", "HyperParameterTuningJob", "tuning-job"),
  job("transformJob", "transform-job", "TransformJob"),
  {
    // Describes the jobs of CreateAutoMLJob too (API_DescribeAutoMLJobV2)
    ...job("autoMLJob", "automl-job", "AutoMLJob"),
    create: "CreateAutoMLJobV2",
    describe: "DescribeAutoMLJobV2",
    secondaryStatus: "AutoMLJobSecondaryStatus",
  },
  thing("model", "model", "Model"),
  job("compilationJob", "compilation-job", "CompilationJob"),
  thing("endpointConfig", "endpoint-config", "EndpointConfig"),
  {
    ...job("notebookInstance", "notebook-instance", "NotebookInstance"),
    renamed: {
      SecurityGroupIds: "SecurityGroups",
      LifecycleConfigName: "NotebookInstanceLifecycleConfigName",
    },
  },
  {
    // Its description has the nodes that there are besides those that are wanted
    ...thing("cluster", "cluster", "Cluster"),
    status: "ClusterStatus",
    says: ["FailureMessage"],
    renamed: {
      "InstanceGroups[].InstanceCount": "TargetCount",
      "InstanceGroups[].MinInstanceCount": "MinCount",
      "RestrictedInstanceGroups[].InstanceCount": "TargetCount",
    },
    isAskedByArn: true,
  },
  {
    ...thing("domain", "domain", "Domain"),
    name: "DomainId",
    status: "Status",
    says: ["FailureReason"],
  },
  ofDomain("userProfile", "user-profile", "UserProfile"),
  ofDomain("space", "space", "Space"),
  job("monitoringSchedule", "monitoring-schedule", "MonitoringSchedule"),
  definition("dataQualityJobDefinition", "data-quality-job-definition", "DataQuality"),
  definition("modelBiasJobDefinition", "model-bias-job-definition", "ModelBias"),
  definition("modelQualityJobDefinition", "model-quality-job-definition", "ModelQuality"),
  definition(
    "modelExplainabilityJobDefinition",
    "model-explainability-job-definition",
    "ModelExplainability",
  ),
];

/** What is looked for when no kind is named. */
export const usualKinds: readonly QuestionKind[] = [
  "trainingJob",
  "processingJob",
  "tuningJob",
  "transformJob",
  "autoMLJob",
  "model",
];

/** @param named As the API calls it: `TrainingJob`. */
function thing(kind: QuestionKind, arnType: string, named: string, noun = arnType) {
  return {
    kind,
    noun,
    arnType,
    create: `Create${named}`,
    describe: `Describe${named}`,
    name: `${named}Name`,
    arn: `${named}Arn`,
  };
}

/** What runs, and so has a status. */
function job(kind: QuestionKind, arnType: string, named: string, noun = arnType) {
  return { ...thing(kind, arnType, named, noun), status: `${named}Status`, says: ["FailureReason"] };
}

function ofDomain(kind: QuestionKind, arnType: string, named: string): DescribedJob {
  return { ...thing(kind, arnType, named), within: "DomainId", status: "Status", says: ["FailureReason"] };
}

/** The id of the question for it; `undefined`: the name is not the domain's id and its own. */
export function describedId({ within, name: member }: DescribedJob, name: string): string | undefined {
  if (within === undefined) return name;
  const [of = "", own = "", ...more] = name.split("/");
  return of === "" || own === "" || more.length > 0 ? undefined : idOfParts({ [within]: of, [member]: own });
}

/** What it is called in its description; `undefined`: it does not say. */
export function describedName(
  { within, name: member }: DescribedJob,
  description: Readonly<Record<string, unknown>>,
): string | undefined {
  const names = [...(within === undefined ? [] : [within]), member].map((one) => description[one]);
  return names.every((name) => typeof name === "string" && name !== "") ? names.join("/") : undefined;
}

function definition(kind: QuestionKind, arnType: string, type: string): DescribedJob {
  return {
    ...thing(kind, arnType, `${type}JobDefinition`),
    name: "JobDefinitionName",
    arn: "JobDefinitionArn",
  };
}
