import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The notebook of the examples: 6 jobs, 4 errors, 3 warnings in the sample account. */
export const exampleNotebook = readFileSync(
  resolve(import.meta.dirname, "../../../examples/secure-training.ipynb"),
  "utf8",
);

/** A notebook's JSON with a code cell for each source. */
export function notebook(...sources: readonly string[]): string {
  return notebookWith(
    { kernelspec: { display_name: "Python 3 (ipykernel)", language: "python", name: "python3" } },
    ...sources,
  );
}

/** One whose metadata say what language it is in; for Sparkmagic's and Glue's there is no kernel here. */
export function notebookWith(metadata: object, ...sources: readonly string[]): string {
  return JSON.stringify({
    cells: sources.map((source, index) => ({
      cell_type: "code",
      id: `cell-${index}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    })),
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  });
}

export const imports = "from sagemaker.estimator import Estimator";

/** A job that is not in a VPC. */
export const job = (name: string) =>
  `${name} = Estimator(image_uri="i", role="arn:aws:iam::111122223333:role/ml/SageMakerTraining", instance_count=1, instance_type="ml.m5.large")\n${name}.fit()`;

/** What `aws sagemaker create-model --cli-input-json` takes, with a group of another VPC. */
export const modelInput = `{
  "ModelName": "m",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/ml/SageMakerTraining",
  "PrimaryContainer": { "Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1" },
  "VpcConfig": { "Subnets": ["subnet-0a1b2c3d4e5f60718"], "SecurityGroupIds": ["sg-0c6d7e8f901122334"] }
}
`;
