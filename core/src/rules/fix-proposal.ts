import type { Edit, Span } from "../notebook/span.js";
import type { FieldChange, FieldPath, MemberEdit } from "../requests/request.js";

/**
 * What would mend a finding, before the account's candidates and the text edits are known; `fixes/resolve-fixes`
 * makes fixes of it. Plain data.
 */
export type FixProposal =
  /** Change the text where no field's value changes: an argument's name. */
  | {
      readonly propose: "edit";
      readonly title: string;
      readonly safety: "safe" | "unsafe";
      readonly edits: readonly Edit[];
    }
  /** Set these fields to these values. */
  | {
      readonly propose: "set";
      readonly title: string;
      readonly safety: "safe" | "unsafe";
      readonly changes: readonly FieldChange[];
    }
  /** Change one member of the request where it was written: its name, its value, or that it is there. */
  | {
      readonly propose: "member";
      readonly title: string;
      readonly safety: "safe" | "unsafe";
      readonly edit: MemberEdit;
      /** What AWS gets then. */
      readonly changes: readonly FieldChange[];
    }
  /**
   * Run the job in a VPC of the account; one fix for each that would do. What is in `subnets` or
   * `securityGroupIds` is kept and only the other half is chosen, in the same VPC.
   */
  | {
      readonly propose: "network";
      readonly subnetsPath: FieldPath;
      readonly securityGroupIdsPath: FieldPath;
      readonly subnets?: readonly string[];
      readonly securityGroupIds?: readonly string[];
      /** The job has a network on some branches, which stays there. */
      readonly onlyWhereMissing?: true;
      /** What is kept is not sent either as long as the other half is missing. */
      readonly sendsNeither?: boolean;
      /** `unsafe` when ids that the author wrote are replaced. */
      readonly safety: "safe" | "unsafe";
      /** Only a network of this VPC. */
      readonly vpcId?: string;
      /** The member that the two lists take the place of, which the API does not have: `VpcId`. */
      readonly insteadOf?: { readonly at: Span; readonly name: string };
      /** Keys to set in the same edit: "mend all of this call". */
      readonly keyPaths: readonly FieldPath[];
    }
  /** Set the field at each path to a customer managed key; one fix for each usable key. */
  | { readonly propose: "key"; readonly paths: readonly FieldPath[]; readonly safety: "safe" | "unsafe" }
  /** Replace `id`, which does not exist or cannot be used, by the ids that are most like it. */
  | {
      readonly propose: "nearest";
      readonly kind: "subnet" | "securityGroup" | "key";
      readonly path: FieldPath;
      readonly id: string;
      /** The other ids of the same job: candidates of their VPC come first. */
      readonly neighbours: readonly { readonly kind: "subnet" | "securityGroup"; readonly id: string }[];
      /** Only candidates of this VPC would do. */
      readonly vpcId?: string;
    };
