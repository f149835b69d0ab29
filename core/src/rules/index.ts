import { callRefused } from "./call-refused.js";
import { argumentIgnored } from "./argument-ignored.js";
import { argumentRenamed } from "./argument-renamed.js";
import type { Rule } from "./define-rule.js";
import { dhcpOptionsIncomplete } from "./dhcp-options-incomplete.js";
import { instanceTypeNotInZone } from "./instance-type-not-in-zone.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { networkAclBlocksS3 } from "./network-acl-blocks-s3.js";
import { methodOverwritten } from "./method-overwritten.js";
import { outputKeyMissing } from "./output-key-missing.js";
import { peerTrafficBlocked } from "./peer-traffic-blocked.js";
import { parameterMalformed } from "./parameter-malformed.js";
import { parameterMissing } from "./parameter-missing.js";
import { parameterOutOfBounds } from "./parameter-out-of-bounds.js";
import { parameterTypeWrong } from "./parameter-type-wrong.js";
import { parameterUnknown } from "./parameter-unknown.js";
import { parameterValueUnknown } from "./parameter-value-unknown.js";
import { placeholderId } from "./placeholder-id.js";
import { securityGroupInOtherVpc } from "./security-group-in-other-vpc.js";
import { securityGroupNotFound } from "./security-group-not-found.js";
import { securityGroupsBlockS3 } from "./security-groups-block-s3.js";
import { subnetIsPublic } from "./subnet-is-public.js";
import { settingLeftBehind } from "./setting-left-behind.js";
import { subnetNotFound } from "./subnet-not-found.js";
import { subnetWithoutWayToS3 } from "./subnet-without-way-to-s3.js";
import { subnetsInDifferentVpcs } from "./subnets-in-different-vpcs.js";
import { tooFewAddresses } from "./too-few-addresses.js";
import { volumeKeyMissing } from "./volume-key-missing.js";
import { vpcConfigIncomplete } from "./vpc-config-incomplete.js";
import { vpcConfigMissing } from "./vpc-config-missing.js";
import { vpcTenancyDedicated } from "./vpc-tenancy-dedicated.js";

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
  subnetWithoutWayToS3,
  securityGroupsBlockS3,
  networkAclBlocksS3,
  peerTrafficBlocked,
  vpcTenancyDedicated,
  dhcpOptionsIncomplete,
  tooFewAddresses,
  instanceTypeNotInZone,
  subnetIsPublic,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  volumeKeyMissing,
  outputKeyMissing,
  argumentRenamed,
  argumentIgnored,
  methodOverwritten,
  settingLeftBehind,
];
