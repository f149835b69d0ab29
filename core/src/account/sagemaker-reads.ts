import { operationOf } from "../catalog/sagemaker-api.js";
import { describedJobs, unreadMembers, type DescribedJob } from "./described-jobs.js";
import { lives, type Read } from "./read.js";

/** Older operations have one error for all that is wrong with a name. */
const absent = ["ResourceNotFound", "ValidationException: [Cc]ould not find|[Nn]ot ?[Ff]ound|does not exist"];

/** What was asked of SageMaker before, by name. Only `sagemaker-preflight job` and those who ask for choices ask. */
export const sageMakerReads: readonly Read[] = [
  ...describedJobs.map((job): Read => ({
    kind: job.kind,
    service: "sagemaker",
    operation: job.describe,
    action: `sagemaker:${job.describe}`,
    ask:
      job.within === undefined
        ? { by: "parameter", parameter: job.name }
        : { by: "parameters", parameters: { [job.within]: "text", [job.name]: "text" } },
    items: "",
    pick: membersRead(job),
    omit: unreadMembers,
    absent,
    life: lives.fewMinutes,
  })),
  {
    kind: "pipelineExecutionSteps",
    service: "sagemaker",
    operation: "ListPipelineExecutionSteps",
    action: "sagemaker:ListPipelineExecutionSteps",
    ask: { by: "parameter", parameter: "PipelineExecutionArn", answer: "every" },
    items: "PipelineExecutionSteps",
    pick: ["StepName", "StepStatus", "FailureReason", "Metadata"],
    absent,
    pages: { size: 100, sizeParameter: "MaxResults", from: "NextToken", to: "NextToken" },
    life: lives.fewMinutes,
  },
  {
    kind: "tags",
    onlyIds: "^arn:aws[a-z-]*:sagemaker:",
    service: "sagemaker",
    operation: "ListTags",
    action: "sagemaker:ListTags",
    ask: { by: "parameter", parameter: "ResourceArn", answer: "every" },
    items: "Tags",
    pick: ["Key", "Value"],
    absent,
    pages: { size: 50, sizeParameter: "MaxResults", from: "NextToken", to: "NextToken" },
    life: lives.fewMinutes,
  },
  {
    // One page: the last ten
    kind: "recentTrainingJobs",
    service: "sagemaker",
    operation: "ListTrainingJobs",
    action: "sagemaker:ListTrainingJobs",
    ask: { by: "list" },
    input: { StatusEquals: "Completed", SortBy: "CreationTime", SortOrder: "Descending" },
    items: "TrainingJobSummaries",
    pick: ["TrainingJobName"],
    absent: [],
    life: lives.quarterHour,
  },
];

/** The members of its description that are read: what was asked for, and what became of it. */
function membersRead(of: DescribedJob): readonly string[] {
  const { create, name, arn, status, secondaryStatus, says = [], renamed = {} } = of;
  const asked = (operationOf(create)?.members ?? [])
    .filter((member) => member !== "Tags" && !(unreadMembers as readonly string[]).includes(member))
    .map((member) => renamed[member] ?? member);
  const more = of.kind === "monitoringSchedule" ? ["MonitoringType"] : [];
  const told = [name, arn, status, secondaryStatus, ...says, ...more, "CreationTime", "LastModifiedTime"];
  return [...new Set([...asked, ...told.filter((member) => member !== undefined)])];
}
