import type { ExecutionRole } from "./account/execution-role.js";
import type { Facts } from "./account/fact.js";
import type { PolicyInForce } from "./policy/team-policy.js";
import type { FileAnswers, SdkDefaultsPlaces } from "./files/file-answer.js";

/** All that a check knows besides the notebook. Plain data, gathered by the host. */
export interface Environment {
  /** The region that applies where the notebook names none; absent when the host knows none. */
  readonly region?: string;
  readonly facts: Facts;
  /** The AWS profile that the facts are asked with; absent: none, the credentials are the environment's own. */
  readonly profile?: string;
  /** What the notebook's kernel is given that the host is not, where the host knows it. */
  readonly kernel?: KernelSettings;
  /** The SageMaker Python SDK installed where the notebook runs, `2.257.7`; absent when the host does not know. */
  readonly sdkVersion?: string;
  /** False: nobody will answer questions (offline, untrusted workspace, no credentials), and the report says so. */
  readonly online: boolean;
  /** What is in the files that earlier reports asked for; absent when the host reads none. */
  readonly files?: FileAnswers;
  /** Where the SageMaker SDK looks for its defaults; absent when the host cannot say. */
  readonly sdkDefaults?: SdkDefaultsPlaces;
  /** What is known of the role that the SDK's `get_execution_role()` gives; absent: nothing. */
  readonly executionRole?: ExecutionRole;
  /** What is judged is at AWS already, and has what it takes of the account. */
  readonly isSubmitted?: true;
  /** What the team asks of its jobs; absent: nothing. */
  readonly policy?: PolicyInForce;
}

/** Of the environment variables that a kernel is started with. */
export interface KernelSettings {
  readonly profile?: string;
  /** The name of a variable by which it has credentials that are no profile's: `AWS_ACCESS_KEY_ID`. */
  readonly credentials?: string;
}

export const noEnvironment: Environment = { facts: new Map(), online: false };
