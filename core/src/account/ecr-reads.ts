import { lives, type Read } from "./read.js";

const ofEcr = { service: "ecr", life: lives.fewMinutes } as const;

const describeImages = {
  ...ofEcr,
  kind: "image",
  operation: "DescribeImages",
  action: "ecr:DescribeImages",
  items: "imageDetails",
  pick: ["imageDigest", "imageTags"],
  absent: ["ImageNotFoundException", "RepositoryNotFoundException"],
} as const;

const repository = { registryId: "text", repositoryName: "text" } as const;

/** What is asked of ECR: of images of the caller's own account that the requests name. */
export const ecrReads: readonly Read[] = [
  {
    ...describeImages,
    onlyIds: '"imageDigest":',
    ask: {
      by: "parameters",
      parameters: { ...repository, imageIds: [{ imageDigest: "text" }] },
      answer: "every",
    },
  },
  {
    ...describeImages,
    ask: {
      by: "parameters",
      parameters: { ...repository, imageIds: [{ imageTag: "text" }] },
      answer: "every",
    },
  },
  {
    ...ofEcr,
    kind: "imageRepository",
    operation: "DescribeRepositories",
    action: "ecr:DescribeRepositories",
    ask: {
      by: "parameters",
      parameters: { registryId: "text", repositoryNames: ["text"] },
      answer: "every",
    },
    items: "repositories",
    pick: ["repositoryArn", "repositoryName"],
    absent: ["RepositoryNotFoundException"],
  },
  {
    ...ofEcr,
    kind: "imageRepositoryPolicy",
    operation: "GetRepositoryPolicy",
    action: "ecr:GetRepositoryPolicy",
    ask: { by: "parameters", parameters: repository },
    items: "",
    pick: ["policyText"],
    absent: ["RepositoryPolicyNotFoundException", "RepositoryNotFoundException"],
  },
];
