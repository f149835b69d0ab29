import {
  DescribeDomainCommand,
  DescribeModelCommand,
  DescribeNotebookInstanceCommand,
  DescribeTrainingJobCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createSageMakerClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new SageMakerClient(sdkConfig(settings)));
  return serviceClient(client, {
    DescribeDomain: DescribeDomainCommand,
    DescribeModel: DescribeModelCommand,
    DescribeNotebookInstance: DescribeNotebookInstanceCommand,
    DescribeTrainingJob: DescribeTrainingJobCommand,
    ListTrainingJobs: ListTrainingJobsCommand,
  });
}
