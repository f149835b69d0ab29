import type { Facts } from "./account/fact.js";

/** All that a check knows besides the notebook. Plain data, gathered by the host. */
export interface Environment {
  /** The region that applies where the notebook names none; absent when the host knows none. */
  readonly region?: string;
  readonly facts: Facts;
  /** The SageMaker Python SDK installed where the notebook runs, `2.257.7`; absent when the host does not know. */
  readonly sdkVersion?: string;
  /** False: nobody will answer questions (offline, untrusted workspace, no credentials), and the report says so. */
  readonly online: boolean;
}

export const noEnvironment: Environment = { facts: new Map(), online: false };
