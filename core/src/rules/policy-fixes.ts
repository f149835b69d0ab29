import type { FieldChange, FieldPath } from "../requests/request.js";
import type { FixProposal } from "./fix-proposal.js";
import type { StatementProof } from "../iam/match-statement.js";
import { missingKeyPaths } from "./missing-keys.js";
import { listed, type Cause } from "./policy-cause.js";
import { asField, deniedBy, isSame, valuesNamed } from "./policy-demands.js";
import type { PolicyJudgement } from "./policy-judgement.js";
import { proposeKeys } from "./propose-keys.js";
import type { RuleRequest } from "./rule-request.js";

/** SageMaker takes so many. */
const mostSubnets = 16;
const mostGroups = 5;

/**
 * What would satisfy a statement: first values that the policies themselves name, then the account's. Each that is
 * proposed as it stands was held against the policies.
 */
export function fixesFor(
  proof: StatementProof,
  causes: readonly Cause[],
  request: RuleRequest,
  judgement: PolicyJudgement,
): readonly FixProposal[] {
  const does = (changes: readonly FieldChange[]): boolean =>
    !deniedBy(judgement.with(changes)).some((one) => isSame(one, proof));
  const isOfNetwork = ({ key }: Cause) => key === "VpcSubnets" || key === "VpcSecurityGroupIds";
  const own = causes.filter(({ isNever }) => !isNever);
  const network = own.filter(isOfNetwork);
  return [
    ...(network.length === 0 ? [] : networkFixes(network, request, judgement, does)),
    ...own.flatMap((cause) =>
      isOfNetwork(cause) || cause.key === undefined || cause.path === undefined
        ? []
        : valueFixes(
            { key: cause.key, path: cause.path, isAbsent: cause.isAbsent },
            request,
            judgement,
            does,
          ),
    ),
  ];
}

type Does = (changes: readonly FieldChange[]) => boolean;

function networkFixes(
  causes: readonly Cause[],
  request: RuleRequest,
  judgement: PolicyJudgement,
  does: Does,
): readonly FixProposal[] {
  const { subnets: subnetsPath, securityGroupIds: securityGroupIdsPath } = request.settings;
  if (subnetsPath === undefined || securityGroupIdsPath === undefined) return [];
  const subnets = valuesNamed(judgement, "VpcSubnets", "allowed").slice(0, mostSubnets);
  const groups = valuesNamed(judgement, "VpcSecurityGroupIds", "allowed").slice(0, mostGroups);
  const isSingle = request.operation === "CreateNotebookInstance";
  const isWhollyAbsent = !request.fields.has(subnetsPath) && !request.fields.has(securityGroupIdsPath);
  const changes: readonly FieldChange[] = [
    ...(subnets.length === 0 ? [] : [{ path: subnetsPath, value: isSingle ? (subnets[0] ?? "") : subnets }]),
    ...(groups.length === 0 ? [] : [{ path: securityGroupIdsPath, value: groups }]),
  ].filter(({ path }) => isWhollyAbsent || causes.some((cause) => cause.path === path));
  const isWhole = !isWhollyAbsent || changes.length === 2;
  const named: readonly FixProposal[] =
    changes.length > 0 && isWhole && does(changes)
      ? [
          {
            propose: "set",
            title: `Use ${listed(changes.flatMap(({ value }) => value as string | readonly string[]))}, which the policy names`,
            safety: "unsafe",
            changes,
          },
        ]
      : [];
  if (!isWhollyAbsent) return named;
  const kept = {
    ...(subnets.length === 0 || isSingle ? {} : { subnets }),
    ...(groups.length === 0 ? {} : { securityGroupIds: groups }),
  };
  // Ids that a policy names only by a pattern are not known here, and others would be refused again
  if (
    Object.keys(kept).length === 0 &&
    !does([
      { path: subnetsPath, value: ["of the account"] },
      { path: securityGroupIdsPath, value: ["of the account"] },
    ])
  ) {
    return named;
  }
  const keyPaths = missingKeyPaths(request);
  const proposal = { propose: "network", subnetsPath, securityGroupIdsPath, safety: "safe" } as const;
  return [
    ...named,
    ...(Object.keys(kept).length === 1 ? [{ ...proposal, ...kept, keyPaths: [] }] : []),
    // What a policy names may be of several VPCs: the best of them, with what belongs to it
    { ...proposal, keyPaths: [] },
    ...(keyPaths.length === 0 ? [] : [{ ...proposal, keyPaths }]),
  ];
}

const flags: ReadonlySet<string> = new Set(["NetworkIsolation", "InterContainerTrafficEncryption"]);
const switches: ReadonlySet<string> = new Set(["RootAccess", "DirectInternetAccess"]);
/** So many values are offered; the rest is in the policy. */
const mostValues = 3;

function valueFixes(
  { key, path, isAbsent }: { readonly key: string; readonly path: FieldPath; readonly isAbsent: boolean },
  request: RuleRequest,
  judgement: PolicyJudgement,
  does: Does,
): readonly FixProposal[] {
  const isKey = key === "VolumeKmsKeyArn" || key === "OutputKmsKeyArn";
  const named = [
    ...(flags.has(key) ? ["true", "false"] : []),
    ...(switches.has(key) ? ["Disabled", "Enabled"] : []),
    ...(flags.has(key) || switches.has(key)
      ? []
      : valuesNamed(judgement, key, key === "MaxRuntimeInSeconds" ? "all" : "allowed")),
  ];
  const fixes = [...new Set(named)].flatMap((text): readonly FixProposal[] => {
    const value = asField(key, text);
    if (value === undefined || !does([{ path, value }])) return [];
    const title = `Set ${path} to ${text}${flags.has(key) ? "" : ", which the policy names"}`;
    return [{ propose: "set", title, safety: "unsafe", changes: [{ path, value }] }];
  });
  const ofAccount =
    isKey && isAbsent && fixes.length === 0 ? proposeKeys(request, path, missingKeyPaths(request)) : [];
  return [...fixes.slice(0, flags.has(key) || switches.has(key) ? 1 : mostValues), ...ofAccount];
}
