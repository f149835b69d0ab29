import type { SecurityGroup } from "../account/resources.js";
import { betweenGroups } from "../network/between-groups.js";
import { blockOf, type Block } from "../network/cidr.js";
import type { Passage } from "../network/filter.js";
import type { FileSystemInput } from "../requests/file-systems.js";
import type { AccountView } from "./account-view.js";
import { defineRule, type FactReference } from "./define-rule.js";
import { alternativesOf, fieldAt, type RuleRequest } from "./rule-request.js";

export const fileSystemPortClosed = defineRule({
  id: "file-system-port-closed",
  severity: "warning",
  needs: [
    "subnets",
    "securityGroups",
    "mountTargets",
    "mountTargetGroups",
    "fsxFileSystems",
    "networkInterfaces",
    "fileSystemGroups",
  ],
  summary: "Security groups stop the job's traffic with a file system",
  why: "The job mounts EFS by TCP port 2049, FSx for Lustre by 988 and 1018 to 1023: its own groups have to let that out, and the file system's groups have to let it in.",
  remedy: "Let the ports in on the file system's group from the job's group, and out on the job's.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html",

  applies: ({ fileSystems, securityGroupIds }) => fileSystems.length > 0 && securityGroupIds.length > 0,

  *check(request, { account }) {
    const [first] = request.securityGroupIds;
    const state = fieldAt(request, first?.path)?.state;
    if (first === undefined || state === "partial" || state === "unknown") return; // the engine says what is not known
    for (const system of request.fileSystems) {
      for (const written of alternativesOf(request, request.securityGroupIds)) {
        const ids = written.map(({ value }) => value);
        const groups = groupsOf(ids, account);
        const guards = guardsOf(request, system, account);
        if (groups.length < ids.length || guards.length === 0) continue; // other rules speak of these
        const passages = guards.map((guard) => passageTo(guard, system, groups, blocksOf(request, account)));
        if (passages.every((passage) => passage === "stopped")) {
          yield {
            span: written[0]?.span ?? request.nameSpan,
            message: `No traffic gets from ${ids.join(", ")} to ${system.value} (TCP ${system.type === "EFS" ? "2049" : "988, 1018–1023"}), which ${guardWords(guards)}`,
            onOneBranch: first.onOneBranch || system.onOneBranch,
            facts: factsOf(ids, guards),
            related: [
              { span: system.span ?? request.nameSpan, message: `${system.value} is read from here` },
            ],
          };
        } else if (passages.some((passage) => passage !== "passes")) {
          yield { cannotTell: `whether ${ids.join(", ")} may reach ${system.value} from each subnet` };
        }
      }
    }
  },
});

type Look = Pick<
  AccountView,
  "subnet" | "securityGroup" | "mountTargets" | "mountTargetGroups" | "fsxFileSystem" | "networkInterface"
>;

/** An interface of a file system. */
interface Guard {
  readonly groups: readonly SecurityGroup[];
  readonly address: number | undefined;
}

/** Those that the job may be given: of EFS the mount targets in its VPC. */
function guardsOf(request: RuleRequest, { type, value }: FileSystemInput, account: Look): readonly Guard[] {
  const vpcIds = new Set(request.subnets.map((written) => account.subnet(written.value)?.vpcId));
  if (type === "EFS") {
    return (account.mountTargets(value) ?? []).flatMap(({ mountTargetId, vpcId, ipAddress }) => {
      const ids = vpcIds.has(vpcId) ? account.mountTargetGroups(mountTargetId) : [];
      return guardOf(ids, account, ipAddress);
    });
  }
  const system = account.fsxFileSystem(value);
  if (system === undefined || !vpcIds.has(system.vpcId)) return [];
  return system.networkInterfaceIds.flatMap((id) =>
    guardOf(account.networkInterface(id)?.groupIds ?? [], account, undefined),
  );
}

/** None where not all of its groups are shown. */
function guardOf(ids: readonly string[], account: Look, ipAddress: string | undefined): readonly Guard[] {
  const groups = groupsOf(ids, account);
  if (ids.length === 0 || groups.length < ids.length) return [];
  return [{ groups, address: ipAddress === undefined ? undefined : blockOf(`${ipAddress}/32`)?.first }];
}

function groupsOf(ids: readonly string[], account: Look): readonly SecurityGroup[] {
  return ids.flatMap((id) => account.securityGroup(id) ?? []);
}

function blocksOf(request: RuleRequest, account: Look): readonly Block[] {
  const blocks = request.subnets.map(({ value }) => blockOf(account.subnet(value)?.cidrBlock ?? ""));
  return blocks.every((block) => block !== undefined) ? blocks : [];
}

function passageTo(
  { groups: guards, address }: Guard,
  { type }: FileSystemInput,
  groups: readonly SecurityGroup[],
  from: readonly Block[],
): Passage {
  const to = (port: number) => betweenGroups(groups, guards, { protocol: "tcp", port }, from, address);
  if (type === "EFS") return to(2049);
  // Lustre answers from some of these: with none of them open nothing goes
  const answers = [1018, 1019, 1020, 1021, 1022, 1023].map(to);
  const main = to(988);
  if (main === "stopped" || answers.every((answer) => answer === "stopped")) return "stopped";
  return main === "passes" && answers.every((answer) => answer === "passes") ? "passes" : "cannot tell";
}

function guardWords(guards: readonly Guard[]): string {
  const ids = new Set(guards.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)));
  return `${[...ids].join(", ")} ${ids.size === 1 ? "guards" : "guard"}`;
}

function factsOf(ids: readonly string[], guards: readonly Guard[]): readonly FactReference[] {
  const all = new Set([...ids, ...guards.flatMap(({ groups }) => groups.map(({ groupId }) => groupId))]);
  return [...all].map((id) => ({ kind: "securityGroup", id }));
}
