import { callRefused } from "./call-refused.js";
import { cliQueryEmpty } from "./cli-query-empty.js";
import type { Rule } from "./define-rule.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { outputKeyMissing } from "./output-key-missing.js";
import { parameterMalformed } from "./parameter-malformed.js";
import { parameterMissing } from "./parameter-missing.js";
import { parameterOutOfBounds } from "./parameter-out-of-bounds.js";
import { parameterTypeWrong } from "./parameter-type-wrong.js";
import { parameterUnknown } from "./parameter-unknown.js";
import { parameterValueUnknown } from "./parameter-value-unknown.js";
import { placeholderId } from "./placeholder-id.js";
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
  callRefused,
  parameterUnknown,
  parameterMissing,
  parameterTypeWrong,
  parameterOutOfBounds,
  parameterMalformed,
  parameterValueUnknown,
  subnetNotFound,
  securityGroupNotFound,
  subnetsInDifferentVpcs,
  securityGroupInOtherVpc,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  volumeKeyMissing,
  outputKeyMissing,
  cliQueryEmpty,
];
