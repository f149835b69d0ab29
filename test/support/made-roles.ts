import { allow, trustOf, type RoleContents } from "./role-facts.js";

/** Roles named after what they may do; of Gone, AWS says that there is none. */
export const madeRoles: RoleContents = {
  Roles: {
    Gone: null,
    Reports: { trust: trustOf("lambda.amazonaws.com") },
    Data: { inline: { data: allow(["s3:*", "kms:*"]) } },
  },
};
