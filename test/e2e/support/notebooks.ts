/** A notebook's JSON with a code cell for each source. */
export function notebook(...sources: readonly string[]): string {
  return JSON.stringify({
    cells: sources.map((source, index) => ({
      cell_type: "code",
      id: `cell-${index}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    })),
    metadata: { kernelspec: { display_name: "Python 3 (ipykernel)", language: "python", name: "python3" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

export const imports = "from sagemaker.estimator import Estimator";

/** A job that is not in a VPC. */
export const job = (name: string) =>
  `${name} = Estimator(image_uri="i", role="arn:aws:iam::111122223333:role/ml/SageMakerTraining", instance_count=1, instance_type="ml.m5.large")\n${name}.fit()`;
