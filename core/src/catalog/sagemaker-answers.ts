import data from "./sagemaker-answers.json";

/** The top-level members of what a Describe* operation answers; undefined: no such operation is known. */
export function answerOf(operation: string): readonly string[] | undefined {
  return Object.hasOwn(data.answers, operation) ? data.answers[operation] : undefined;
}

let byCommand: ReadonlyMap<string, string> | undefined;

/** `DescribeTrainingJob` of the AWS CLI's `describe-training-job`. */
export function describedBy(command: string): string | undefined {
  byCommand ??= new Map(Object.keys(data.answers).map((name) => [plain(name), name]));
  return byCommand.get(plain(command));
}

function plain(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}
