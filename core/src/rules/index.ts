import { argumentIgnored } from "./argument-ignored.js";
import { argumentLostToDefaults } from "./argument-lost-to-defaults.js";
import { argumentRenamed } from "./argument-renamed.js";
import { bucketInOtherRegion } from "./bucket-in-other-region.js";
import { bucketKeyNotUsable } from "./bucket-key-not-usable.js";
import { bucketNotFound } from "./bucket-not-found.js";
import { bucketPolicyDenies } from "./bucket-policy-denies.js";
import { callRefused } from "./call-refused.js";
import { callerLacksGrant } from "./caller-lacks-grant.js";
import { cliQueryEmpty } from "./cli-query-empty.js";
import { dataCaptureMissing } from "./data-capture-missing.js";
import type { Rule } from "./define-rule.js";
import { demandsContradict } from "./demands-contradict.js";
import { dhcpOptionsIncomplete } from "./dhcp-options-incomplete.js";
import { directInternetAccessOn } from "./direct-internet-access-on.js";
import { domainInternetOpen } from "./domain-internet-open.js";
import { endpointPolicyDenies } from "./endpoint-policy-denies.js";
import { experimentMissing } from "./experiment-missing.js";
import { fileSystemNotFound } from "./file-system-not-found.js";
import { fileSystemOutOfReach } from "./file-system-out-of-reach.js";
import { fileSystemPortClosed } from "./file-system-port-closed.js";
import { fileSystemWithoutVpc } from "./file-system-without-vpc.js";
import { flowLogsMissing } from "./flow-logs-missing.js";
import { hostingInOneZone } from "./hosting-in-one-zone.js";
import { idGivenTwice } from "./id-given-twice.js";
import { idOfOtherKind } from "./id-of-other-kind.js";
import { imageNotFound } from "./image-not-found.js";
import { instanceTypeNotApproved } from "./instance-type-not-approved.js";
import { instanceTypeNotInRegion } from "./instance-type-not-in-region.js";
import { instanceTypeNotInZone } from "./instance-type-not-in-zone.js";
import { keyPolicyDeniesRole } from "./key-policy-denies-role.js";
import { kmsKeyNotFound } from "./kms-key-not-found.js";
import { kmsKeyNotUsable } from "./kms-key-not-usable.js";
import { methodOverwritten } from "./method-overwritten.js";
import { modelNotFound } from "./model-not-found.js";
import { modelOutsideVpc } from "./model-outside-vpc.js";
import { networkAclBlocksS3 } from "./network-acl-blocks-s3.js";
import { networkIsolationOff } from "./network-isolation-off.js";
import { networkIsolationUnsupported } from "./network-isolation-unsupported.js";
import { networkMixedWithDefaults } from "./network-mixed-with-defaults.js";
import { outputBucketNotApproved } from "./output-bucket-not-approved.js";
import { outputEncryptionRefused } from "./output-encryption-refused.js";
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
import { ignoredRuleUnknown } from "./ignored-rule-unknown.js";
import { policyConditionKeyUnknown } from "./policy-condition-key-unknown.js";
import { repackJobOutsideVpc } from "./repack-job-outside-vpc.js";
import { requestRefusedByPolicy } from "./request-refused-by-policy.js";
import { roleLacksEcrAccess } from "./role-lacks-ecr-access.js";
import { roleLacksKmsAccess } from "./role-lacks-kms-access.js";
import { roleLacksS3Access } from "./role-lacks-s3-access.js";
import { roleLacksVpcActions } from "./role-lacks-vpc-actions.js";
import { roleNotAssumable } from "./role-not-assumable.js";
import { roleNotPassable } from "./role-not-passable.js";
import { roleNotFound } from "./role-not-found.js";
import { approvedTypesWithoutQuota } from "./approved-types-without-quota.js";
import { notebookInstanceOpen } from "./notebook-instance-open.js";
import { inputEmpty } from "./input-empty.js";
import { registryAccessMissing } from "./registry-access-missing.js";
import { resourceInOtherRegion } from "./resource-in-other-region.js";
import { rootAccessOn } from "./root-access-on.js";
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
import { subnetOutsideRegion } from "./subnet-outside-region.js";
import { subnetWithoutWayToS3 } from "./subnet-without-way-to-s3.js";
import { subnetsInDifferentVpcs } from "./subnets-in-different-vpcs.js";
import { tagsMissing } from "./tags-missing.js";
import { tooFewAddresses } from "./too-few-addresses.js";
import { trafficEncryptionOff } from "./traffic-encryption-off.js";
import { volumeKeyIsAlias } from "./volume-key-is-alias.js";
import { volumeKeyMissing } from "./volume-key-missing.js";
import { volumeKeyOnLocalStorage } from "./volume-key-on-local-storage.js";
import { vpcConfigIncomplete } from "./vpc-config-incomplete.js";
import { vpcConfigMissing } from "./vpc-config-missing.js";
import { vpcDnsOff } from "./vpc-dns-off.js";
import { vpcTenancyDedicated } from "./vpc-tenancy-dedicated.js";
import { warmPoolNotKept } from "./warm-pool-not-kept.js";

/** All rules, in the order in which a call's findings are told. */
export const rules: readonly Rule[] = [
  requestRefusedByPolicy,
  demandsContradict,
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
  volumeKeyIsAlias,
  idGivenTwice,
  resourceInOtherRegion,
  networkIsolationUnsupported,
  subnetNotFound,
  securityGroupNotFound,
  subnetsInDifferentVpcs,
  hostingInOneZone,
  securityGroupInOtherVpc,
  subnetWithoutWayToS3,
  securityGroupsBlockS3,
  networkAclBlocksS3,
  peerTrafficBlocked,
  vpcTenancyDedicated,
  dhcpOptionsIncomplete,
  vpcDnsOff,
  tooFewAddresses,
  instanceTypeNotInRegion,
  instanceTypeNotInZone,
  subnetOutsideRegion,
  subnetIsPublic,
  bucketNotFound,
  bucketInOtherRegion,
  inputEmpty,
  bucketPolicyDenies,
  endpointPolicyDenies,
  outputEncryptionRefused,
  bucketKeyNotUsable,
  modelNotFound,
  imageNotFound,
  registryAccessMissing,
  fileSystemWithoutVpc,
  fileSystemNotFound,
  fileSystemOutOfReach,
  fileSystemPortClosed,
  quotaExceeded,
  warmPoolNotKept,
  kmsKeyNotFound,
  kmsKeyNotUsable,
  roleNotFound,
  roleNotAssumable,
  roleNotPassable,
  roleLacksVpcActions,
  roleLacksS3Access,
  roleLacksEcrAccess,
  roleLacksKmsAccess,
  keyPolicyDeniesRole,
  callerLacksGrant,
  modelOutsideVpc,
  volumeKeyMissing,
  outputKeyMissing,
  networkIsolationOff,
  trafficEncryptionOff,
  flowLogsMissing,
  directInternetAccessOn,
  rootAccessOn,
  notebookInstanceOpen,
  domainInternetOpen,
  approvedTypesWithoutQuota,
  instanceTypeNotApproved,
  outputBucketNotApproved,
  tagsMissing,
  experimentMissing,
  dataCaptureMissing,
  sdkDefaultsRefused,
  sdkDefaultsNotSent,
  networkMixedWithDefaults,
  argumentLostToDefaults,
  cliQueryEmpty,
  argumentRenamed,
  argumentIgnored,
  methodOverwritten,
  settingLeftBehind,
  policyConditionKeyUnknown,
  ignoredRuleUnknown,
];
