import {
  DescribeAutoMLJobV2Command,
  DescribeCompilationJobCommand,
  DescribeDataQualityJobDefinitionCommand,
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
  ListTagsCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createSageMakerClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new SageMakerClient(config), {
    DescribeAutoMLJobV2: DescribeAutoMLJobV2Command,
    DescribeCompilationJob: DescribeCompilationJobCommand,
    DescribeDataQualityJobDefinition: DescribeDataQualityJobDefinitionCommand,
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
    ListTags: ListTagsCommand,
    ListTrainingJobs: ListTrainingJobsCommand,
  });
}
