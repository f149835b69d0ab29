import {
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetRepositoryPolicyCommand,
} from "@aws-sdk/client-ecr";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createEcrClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new ECRClient(config), {
    DescribeImages: DescribeImagesCommand,
    DescribeRepositories: DescribeRepositoriesCommand,
    GetRepositoryPolicy: GetRepositoryPolicyCommand,
  });
}
