import { describedJobs, type DescribedJob } from "../account/described-jobs.js";

type Members = Readonly<Record<string, unknown>>;

/** Another part of the same job, which has settings of its own. */
export interface Lead {
  readonly job: DescribedJob;
  readonly name: string;
}

/**
 * What has to be judged with a job: a transform job and an endpoint run in the VPC of their models, a user and a space
 * in that of their domain, and a monitoring schedule can leave everything to a job definition.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html
 */
export function leadsOf({ kind }: DescribedJob, description: Members): readonly Lead[] {
  switch (kind) {
    case "transformJob":
      return to("model", description.ModelName);
    case "endpointConfig":
      return membersOf(description.ProductionVariants).flatMap(({ ModelName }) => to("model", ModelName));
    case "userProfile":
      return to("domain", description.DomainId);
    case "space": {
      const { DomainId: domain } = description;
      const [owner] = membersOf([description.OwnershipSettings]);
      const user = owner?.OwnerUserProfileName;
      const named = typeof domain === "string" && typeof user === "string" ? `${domain}/${user}` : undefined;
      return [...to("userProfile", named), ...to("domain", domain)];
    }
    case "monitoringSchedule": {
      const [config] = membersOf([description.MonitoringScheduleConfig]);
      const type = description.MonitoringType ?? config?.MonitoringType;
      const named = typeof type === "string" ? `Create${type}JobDefinition` : "";
      const definition = describedJobs.find(({ create }) => create === named);
      return definition === undefined ? [] : to(definition.kind, config?.MonitoringJobDefinitionName);
    }
    default:
      return [];
  }
}

/** The ARNs of what the steps of a pipeline's execution started. @param steps Of `ListPipelineExecutionSteps`. */
export function arnsOfSteps(steps: unknown): readonly string[] {
  return membersOf(steps)
    .flatMap(({ Metadata }) => membersOf([Metadata]))
    .flatMap((metadata) => membersOf(Object.values(metadata)))
    .flatMap(({ Arn }) => (typeof Arn === "string" ? [Arn] : []));
}

function to(kind: DescribedJob["kind"], name: unknown): readonly Lead[] {
  const job = describedJobs.find((one) => one.kind === kind);
  return job === undefined || typeof name !== "string" || name === "" ? [] : [{ job, name }];
}

function membersOf(list: unknown): readonly Members[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is Members => typeof one === "object" && one !== null && !Array.isArray(one));
}
