/** Things of IAM, KMS and Organizations as policies are gathered from; decoded from facts by `inventory-iam.ts`. */

/** A role or a user. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html */
export interface IamPrincipal {
  readonly name: string;
  readonly arn: string;
  /** `/`, `/service-role/` */
  readonly path: string;
  /** The ARN of the managed policy that bounds it. */
  readonly boundaryArn?: string;
}

export interface Role extends IamPrincipal {
  /** Who may take on the role: a policy document, percent-encoded as IAM gives it. */
  readonly trust: string;
}

export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html */
export interface KeyGrant {
  readonly grantId: string;
  readonly granteePrincipal: string;
  readonly operations: readonly string[];
  /** It holds only for some encryption contexts. */
  readonly constrained: boolean;
}
