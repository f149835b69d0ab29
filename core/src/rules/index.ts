import type { Rule } from "./define-rule.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { outputKeyMissing } from "./output-key-missing.js";
import { placeholderId } from "./placeholder-id.js";
import { securityGroupInOtherVpc } from "./security-group-in-other-vpc.js";
import { securityGroupNotFound } from "./security-group-not-found.js";
import { sdkVersionMismatch } from "./sdk-version-mismatch.js";
import { settingNotSent } from "./setting-not-sent.js";
import { subnetNotFound } from "./subnet-not-found.js";
import { subnetsInDifferentVpcs } from "./subnets-in-different-vpcs.js";
import { volumeKeyMissing } from "./volume-key-missing.js";
import { vpcConfigIncomplete } from "./vpc-config-incomplete.js";
import { vpcConfigMissing } from "./vpc-config-missing.js";

/** All rules, in the order in which a call's findings are told. */
export const rules: readonly Rule[] = [
  settingNotSent,
  vpcConfigMissing,
  vpcConfigIncomplete,
  sdkVersionMismatch,
  placeholderId,
  subnetNotFound,
  securityGroupNotFound,
  subnetsInDifferentVpcs,
  securityGroupInOtherVpc,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  volumeKeyMissing,
  outputKeyMissing,
];
