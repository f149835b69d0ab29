import type { ClientId, JobRequest } from "../requests/request.js";
import { awsCliDialect } from "./aws-cli/aws-cli.js";
import { boto3Dialect } from "./boto3/boto3.js";
import type { Dialect } from "./dialect.js";
import { sagemakerCoreDialect } from "./sagemaker-core/sagemaker-core.js";
import { sagemakerPysparkDialect } from "./sagemaker-pyspark.js";
import { sagemakerV2Dialect } from "./sagemaker-v2/sagemaker-v2.js";
import { sagemakerV3Dialect } from "./sagemaker-v3/sagemaker-v3.js";
import { stepFunctionsDialect } from "./stepfunctions/stepfunctions.js";

export const dialects: ReadonlyMap<ClientId, Dialect> = new Map<ClientId, Dialect>([
  ["sagemaker-v2", sagemakerV2Dialect],
  ["sagemaker-v3", sagemakerV3Dialect],
  ["sagemaker-core", sagemakerCoreDialect],
  ["sagemaker-pyspark", sagemakerPysparkDialect],
  ["boto3", boto3Dialect],
  ["stepfunctions", stepFunctionsDialect],
  ["aws-cli", awsCliDialect],
]);

/** The dialect that read a request, and that can write to it. */
export function dialectOf({ client }: JobRequest): Dialect | undefined {
  return dialects.get(client);
}
