import type { FileSystemInput } from "../requests/file-systems.js";
import { defineRule, type FactReference } from "./define-rule.js";
import type { AccountView } from "./account-view.js";
import { alternativesOf, type RuleRequest, type WrittenId } from "./rule-request.js";

export const fileSystemOutOfReach = defineRule({
  id: "file-system-out-of-reach",
  severity: "warning",
  needs: ["subnets", "mountTargets", "fsxFileSystems"],
  summary: "A file system cannot be reached from one of the job's subnets",
  why: "An EFS file system is reached by a mount target in the job's VPC and zone, an FSx for Lustre one is in a single zone: SageMaker makes the job's interfaces in any one of the subnets.",
  remedy:
    "Use subnets of the file system's VPC and of zones in which it has a mount target; for FSx the subnet of the file system.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-access-training-data.html",

  applies: ({ fileSystems, subnets }) => fileSystems.length > 0 && subnets.length > 0,

  *check(request, { account }) {
    for (const system of request.fileSystems) {
      const places = placesOf(system, account);
      if (places === undefined) continue; // told by file-system-not-found
      if (typeof places === "string") {
        yield {
          span: system.span ?? request.nameSpan,
          message: `${system.value} ${places}`,
          facts: [factOf(system, places)],
        };
        continue;
      }
      for (const subnets of alternativesOf(request, request.subnets)) {
        for (const written of subnets) yield* problemsOf(request, system, written, places, account);
      }
    }
  },
});

/** Where a file system is reached. */
interface Place {
  readonly vpcId: string | undefined;
  readonly subnetId: string;
  readonly availabilityZoneId: string | undefined;
}

type Look = Pick<AccountView, "subnet" | "mountTargets" | "fsxFileSystem">;

/** @returns What is wrong with the file system wherever the job is, in words; `undefined`: it does not exist. */
function placesOf({ type, value }: FileSystemInput, account: Look): readonly Place[] | string | undefined {
  if (type === "EFS") {
    const targets = account
      .mountTargets(value)
      ?.filter(({ state }) => state !== "deleting" && state !== "deleted");
    if (targets?.length === 0) return "has no mount target: no VPC can reach it";
    return targets?.map(({ vpcId, subnetId, availabilityZoneId }) => ({
      vpcId,
      subnetId,
      availabilityZoneId,
    }));
  }
  const system = account.fsxFileSystem(value);
  if (system === undefined) return undefined;
  if (system.type !== "LUSTRE")
    return `is an FSx file system of type ${system.type}; jobs read from Lustre only`;
  return system.subnetIds.map((subnetId) => ({
    vpcId: system.vpcId,
    subnetId,
    availabilityZoneId: undefined,
  }));
}

function* problemsOf(
  { nameSpan }: RuleRequest,
  system: FileSystemInput,
  written: WrittenId,
  places: readonly Place[],
  account: Look,
) {
  const subnet = account.subnet(written.value);
  if (subnet === undefined || places.some(({ subnetId }) => subnetId === subnet.subnetId)) return;
  const isEfs = system.type === "EFS";
  const facts: readonly FactReference[] = [
    { kind: "subnet", id: written.value },
    factOf(system, `${system.value} is in ${[...new Set(places.map((place) => place.subnetId))].join(", ")}`),
  ];
  const at = { span: written.span, onOneBranch: written.onOneBranch || system.onOneBranch, facts };
  const related = [{ span: system.span ?? nameSpan, message: `${system.value} is read from here` }];
  const ofVpc = places.filter(({ vpcId }) => vpcId === undefined || vpcId === subnet.vpcId);
  if (ofVpc.length === 0) {
    const vpcIds = [...new Set(places.flatMap(({ vpcId }) => vpcId ?? []))].join(", ");
    yield {
      ...at,
      message: `${system.value} is in ${vpcIds}, but ${written.value} is in ${subnet.vpcId}`,
      related,
    };
    return;
  }
  if (!isEfs) {
    yield {
      ...at,
      severity: "info" as const,
      message: `${system.value} is in ${ofVpc.map((place) => place.subnetId).join(", ")}: from ${written.value} it is read across subnets, perhaps across zones`,
      related,
    };
    return;
  }
  const zone = subnet.availabilityZoneId;
  const zones = ofVpc.map((place) => place.availabilityZoneId);
  if (zone === undefined || zones.some((one) => one === undefined || one === zone)) return;
  yield {
    ...at,
    message: `${system.value} has no mount target in the zone of ${written.value}, ${subnet.availabilityZone}`,
    related,
  };
}

function factOf({ type, value }: FileSystemInput, says: string): FactReference {
  return { kind: type === "EFS" ? "mountTargets" : "fsxFileSystem", id: value, says };
}
