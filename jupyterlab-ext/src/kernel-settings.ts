import type { KernelSettings } from "@sagemaker-preflight/core";

/** What a kernel's specification sets of how AWS is asked, besides what the Jupyter server has. */
export interface KernelEnvironment {
  readonly kernel?: KernelSettings;
  /** The region where the notebook names none. */
  readonly region?: string;
}

/**
 * @param env `env` of a kernel's specification (kernel.json), from which Jupyter starts it.
 * @source botocore 1.44.5, botocore/configprovider.py: the older name of the profile goes before the newer one
 */
export function kernelEnvironment(env: Readonly<Record<string, unknown>> = {}): KernelEnvironment {
  const profile = env.AWS_DEFAULT_PROFILE ?? env.AWS_PROFILE;
  const credentials = credentialVariables.find((name) => isSet(env[name]));
  const region = env.AWS_DEFAULT_REGION;
  return {
    // Jupyter fills in variables of the server's, which nobody here knows
    ...(isSet(profile)
      ? { kernel: isPlain(profile) ? { profile } : { credentials: "AWS_PROFILE" } }
      : credentials === undefined
        ? {}
        : { kernel: { credentials } }),
    ...(isPlain(region) ? { region } : {}),
  };
}

const credentialVariables = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SESSION_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

const isSet = (value: unknown): value is string => typeof value === "string" && value !== "";
const isPlain = (value: unknown): value is string => isSet(value) && !value.includes("$");
