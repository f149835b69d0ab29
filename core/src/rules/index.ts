import { argumentIgnored } from "./argument-ignored.js";
import { argumentLostToDefaults } from "./argument-lost-to-defaults.js";
import { argumentRenamed } from "./argument-renamed.js";
import { bucketInOtherRegion } from "./bucket-in-other-region.js";
import { bucketNotFound } from "./bucket-not-found.js";
import { callRefused } from "./call-refused.js";
import { cliQueryEmpty } from "./cli-query-empty.js";
import type { Rule } from "./define-rule.js";
import { dhcpOptionsIncomplete } from "./dhcp-options-incomplete.js";
import { fileSystemNotFound } from "./file-system-not-found.js";
import { fileSystemOutOfReach } from "./file-system-out-of-reach.js";
import { fileSystemPortClosed } from "./file-system-port-closed.js";
import { fileSystemWithoutVpc } from "./file-system-without-vpc.js";
import { idOfOtherKind } from "./id-of-other-kind.js";
import { instanceTypeNotInZone } from "./instance-type-not-in-zone.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { methodOverwritten } from "./method-overwritten.js";
import { networkAclBlocksS3 } from "./network-acl-blocks-s3.js";
import { networkMixedWithDefaults } from "./network-mixed-with-defaults.js";
import { outputKeyMissing } from "./output-key-missing.js";
import { parameterMalformed } from "./parameter-malformed.js";
import { parameterMissing } from "./parameter-missing.js";
import { parameterOutOfBounds } from "./parameter-out-of-bounds.js";
import { parameterTypeWrong } from "./parameter-type-wrong.js";
import { parameterUnknown } from "./parameter-unknown.js";
import { parameterValueUnknown } from "./parameter-value-unknown.js";
import { peerTrafficBlocked } from "./peer-traffic-blocked.js";
import { placeholderId } from "./placeholder-id.js";
import { quotaExceeded } from "./quota-exceeded.js";
import { repackJobOutsideVpc } from "./repack-job-outside-vpc.js";
import { sdkDefaultsNotSent } from "./sdk-defaults-not-sent.js";
import { sdkDefaultsRefused } from "./sdk-defaults-refused.js";
import { sdkVersionMismatch } from "./sdk-version-mismatch.js";
import { securityGroupInOtherVpc } from "./security-group-in-other-vpc.js";
import { securityGroupNotFound } from "./security-group-not-found.js";
import { securityGroupsBlockS3 } from "./security-groups-block-s3.js";
import { settingDroppedByStep } from "./setting-dropped-by-step.js";
import { settingLeftBehind } from "./setting-left-behind.js";
import { settingNotSent } from "./setting-not-sent.js";
import { spotWaitWrong } from "./spot-wait-wrong.js";
import { subnetIsPublic } from "./subnet-is-public.js";
import { subnetNotFound } from "./subnet-not-found.js";
import { subnetWithoutWayToS3 } from "./subnet-without-way-to-s3.js";
import { subnetsInDifferentVpcs } from "./subnets-in-different-vpcs.js";
import { tooFewAddresses } from "./too-few-addresses.js";
import { volumeKeyMissing } from "./volume-key-missing.js";
import { volumeKeyOnLocalStorage } from "./volume-key-on-local-storage.js";
import { vpcConfigIncomplete } from "./vpc-config-incomplete.js";
import { vpcConfigMissing } from "./vpc-config-missing.js";
import { vpcTenancyDedicated } from "./vpc-tenancy-dedicated.js";

/** All rules, in the order in which a call's findings are told. */
export const rules: readonly Rule[] = [
  settingNotSent,
  vpcConfigMissing,
  vpcConfigIncomplete,
  sdkVersionMismatch,
  repackJobOutsideVpc,
  settingDroppedByStep,
  placeholderId,
  idOfOtherKind,
  callRefused,
  parameterUnknown,
  parameterMissing,
  parameterTypeWrong,
  parameterOutOfBounds,
  parameterMalformed,
  parameterValueUnknown,
  spotWaitWrong,
  volumeKeyOnLocalStorage,
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
  bucketNotFound,
  bucketInOtherRegion,
  fileSystemWithoutVpc,
  fileSystemNotFound,
  fileSystemOutOfReach,
  fileSystemPortClosed,
  quotaExceeded,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  volumeKeyMissing,
  outputKeyMissing,
  sdkDefaultsRefused,
  sdkDefaultsNotSent,
  networkMixedWithDefaults,
  argumentLostToDefaults,
  cliQueryEmpty,
  argumentRenamed,
  argumentIgnored,
  methodOverwritten,
  settingLeftBehind,
];
