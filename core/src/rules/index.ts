import type { Rule } from "./define-rule.js";
import { argumentLostToDefaults } from "./argument-lost-to-defaults.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { networkMixedWithDefaults } from "./network-mixed-with-defaults.js";
import { outputKeyMissing } from "./output-key-missing.js";
import { placeholderId } from "./placeholder-id.js";
import { sdkDefaultsNotSent } from "./sdk-defaults-not-sent.js";
import { sdkDefaultsRefused } from "./sdk-defaults-refused.js";
import { securityGroupInOtherVpc } from "./security-group-in-other-vpc.js";
import { securityGroupNotFound } from "./security-group-not-found.js";
import { subnetNotFound } from "./subnet-not-found.js";
import { subnetsInDifferentVpcs } from "./subnets-in-different-vpcs.js";
import { volumeKeyMissing } from "./volume-key-missing.js";
import { vpcConfigIncomplete } from "./vpc-config-incomplete.js";
import { vpcConfigMissing } from "./vpc-config-missing.js";

/** All rules, in the order in which a call's findings are told. */
export const rules: readonly Rule[] = [
  vpcConfigMissing,
  vpcConfigIncomplete,
  placeholderId,
  subnetNotFound,
  securityGroupNotFound,
  subnetsInDifferentVpcs,
  securityGroupInOtherVpc,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  volumeKeyMissing,
  outputKeyMissing,
  sdkDefaultsRefused,
  sdkDefaultsNotSent,
  networkMixedWithDefaults,
  argumentLostToDefaults,
];
