/** The name of a policy file in a repository: in the notebook's folder or in one above it, of which the nearest counts. */
export const policyFileName = "sagemaker-preflight.yaml";
