/** The second bundle: the AWS SDK, loaded when the first question is asked and not at activation. */
export { createAccountReader, DiskCache } from "@sagemaker-preflight/core/aws";
