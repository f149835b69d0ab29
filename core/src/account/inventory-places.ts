import type { Decode } from "./decode.js";
import type { Facts } from "./fact.js";
import { idOfParts } from "./id-parts.js";
import { answerOf, type Answer } from "./inventory.js";

/*
 * Where notebooks run, as rules and fixes see it.
 */

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html */
export interface NotebookInstance {
  readonly roleArn?: string;
  /** Absent: it is in no VPC of the account's. */
  readonly subnetId?: string;
  readonly groupIds: readonly string[];
  /** `Enabled` or `Disabled`. */
  readonly directInternetAccess?: string;
  readonly rootAccess?: string;
}

/** A domain of Studio's. @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html */
export interface Domain {
  readonly vpcId?: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  /** Of users who have none of their own. */
  readonly roleArn?: string;
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeUserProfile.html */
export interface UserProfile {
  readonly roleArn?: string;
}

export function notebookInstance(
  facts: Facts,
  name: string,
  region: string,
): Answer<NotebookInstance> | undefined {
  return answerOf(facts, { kind: "notebookInstance", id: name, region }, toNotebookInstance);
}

export function domain(facts: Facts, id: string, region: string): Answer<Domain> | undefined {
  return answerOf(facts, { kind: "domain", id, region }, toDomain);
}

/** @param id Of `userProfileId`. */
export function userProfile(facts: Facts, id: string, region: string): Answer<UserProfile> | undefined {
  return answerOf(facts, { kind: "userProfile", id, region }, toUserProfile);
}

export function userProfileId(domainId: string, name: string): string {
  return idOfParts({ DomainId: domainId, UserProfileName: name });
}

const toNotebookInstance: Decode<NotebookInstance> = (of) => ({
  ...of.optionalString("RoleArn", "roleArn"),
  ...of.optionalString("SubnetId", "subnetId"),
  groupIds: of.strings("SecurityGroups"),
  ...of.optionalString("DirectInternetAccess", "directInternetAccess"),
  ...of.optionalString("RootAccess", "rootAccess"),
});

const toDomain: Decode<Domain> = (of) => {
  const users = of.inner("DefaultUserSettings");
  return {
    ...of.optionalString("VpcId", "vpcId"),
    subnetIds: of.strings("SubnetIds"),
    groupIds: users.strings("SecurityGroups"),
    ...users.optionalString("ExecutionRole", "roleArn"),
  };
};

const toUserProfile: Decode<UserProfile> = (of) => ({
  ...of.inner("UserSettings").optionalString("ExecutionRole", "roleArn"),
});
