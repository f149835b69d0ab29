import {
  DescribeAutoMLJobV2Command,
  DescribeCompilationJobCommand,
  DescribeDataQualityJobDefinitionCommand,
  DescribeDomainCommand,
  DescribeEndpointConfigCommand,
  DescribeHyperParameterTuningJobCommand,
  DescribeModelCommand,
  DescribeModelBiasJobDefinitionCommand,
  DescribeModelExplainabilityJobDefinitionCommand,
  DescribeModelQualityJobDefinitionCommand,
  DescribeMonitoringScheduleCommand,
  DescribeNotebookInstanceCommand,
  DescribeProcessingJobCommand,
  DescribeTrainingJobCommand,
  DescribeTransformJobCommand,
  ListPipelineExecutionStepsCommand,
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
    DescribeAutoMLJobV2: DescribeAutoMLJobV2Command,
    DescribeCompilationJob: DescribeCompilationJobCommand,
    DescribeDataQualityJobDefinition: DescribeDataQualityJobDefinitionCommand,
    DescribeDomain: DescribeDomainCommand,
    DescribeEndpointConfig: DescribeEndpointConfigCommand,
    DescribeHyperParameterTuningJob: DescribeHyperParameterTuningJobCommand,
    DescribeModel: DescribeModelCommand,
    DescribeModelBiasJobDefinition: DescribeModelBiasJobDefinitionCommand,
    DescribeModelExplainabilityJobDefinition: DescribeModelExplainabilityJobDefinitionCommand,
    DescribeModelQualityJobDefinition: DescribeModelQualityJobDefinitionCommand,
    DescribeMonitoringSchedule: DescribeMonitoringScheduleCommand,
    DescribeNotebookInstance: DescribeNotebookInstanceCommand,
    DescribeProcessingJob: DescribeProcessingJobCommand,
    DescribeTrainingJob: DescribeTrainingJobCommand,
    DescribeTransformJob: DescribeTransformJobCommand,
    ListPipelineExecutionSteps: ListPipelineExecutionStepsCommand,
    ListTrainingJobs: ListTrainingJobsCommand,
  });
}
