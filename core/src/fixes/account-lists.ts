import type { Role } from "../account/iam-resources.js";
import * as iam from "../account/inventory-iam.js";
import type { Answer } from "../account/inventory.js";
import * as inventory from "../account/inventory.js";
import * as places from "../account/inventory-places.js";
import { questionKey, type Question, type QuestionKind } from "../account/question.js";
import type { Key, KeyAlias, VpcEndpoint } from "../account/resources.js";
import type { Environment } from "../environment.js";
import { policiesOfCaller } from "../iam/gather-policies.js";
import type { JobRequest } from "../requests/request.js";
import { networksOfBuckets } from "../rules/networks-of-buckets.js";
import { allowedValues } from "../rules/allowed-values.js";
import type { NetworkLists } from "./rank-networks.js";

/** More keys than these are not looked at one by one. */
const mostKeys = 200;

/**
 * The account's lists as far as they were read, of one region. What a choice lacks is asked for: `asks` fills up as
 * lists are used, so that only the questions of the fixes at hand are in it.
 */
export class AccountLists {
  private readonly asked = new Map<string, Question>();

  constructor(
    private readonly environment: Environment,
    private readonly region: string,
    /** The job that is chosen for: what its caller's policies allow comes first. */
    private readonly request?: JobRequest,
  ) {}

  /** Ids that the caller's policies name as allowed, as far as those were read, each with the statement that does. */
  get allowed(): ReadonlyMap<string, string> {
    this.allowedIds ??= this.allowedByPolicies();
    return this.allowedIds;
  }
  private allowedIds: ReadonlyMap<string, string> | undefined;

  get asks(): readonly Question[] {
    return [...this.asked.values()];
  }

  /** What a choice among the lists still lacks. */
  ask(questions: readonly Question[]): void {
    for (const question of questions) this.asked.set(questionKey(question), question);
  }

  /** `undefined`: not read yet, or without what no choice can be made from. */
  networks(): NetworkLists | undefined {
    const { facts } = this.environment;
    const kinds = ["subnets", "securityGroups", "routeTables", "vpcs", "vpcEndpoints"] as const;
    const subnets = this.need("subnets", inventory.subnets(facts, this.region));
    const securityGroups = this.need("securityGroups", inventory.securityGroups(facts, this.region));
    const routeTables = this.need("routeTables", inventory.routeTables(facts, this.region));
    const vpcs = this.need("vpcs", inventory.vpcs(facts, this.region));
    const vpcEndpoints = this.need("vpcEndpoints", inventory.vpcEndpoints(facts, this.region));
    const place = this.place();
    const isAsked = (kind: QuestionKind) =>
      this.asked.has(questionKey({ kind, id: "", region: this.region }));
    if (subnets === undefined || securityGroups === undefined || kinds.some(isAsked)) return undefined;
    return {
      subnets,
      securityGroups,
      allowed: this.allowed,
      bucketsOfVpcs: this.bucketsOfVpcs(vpcEndpoints),
      ...(place === undefined ? {} : { place }),
      ...(routeTables === undefined ? {} : { routeTables }),
      ...(vpcs === undefined ? {} : { vpcs }),
      ...(vpcEndpoints === undefined ? {} : { vpcEndpoints }),
    };
  }

  /** The buckets of the request by the VPCs that their policies let in. */
  private bucketsOfVpcs(endpoints: readonly VpcEndpoint[] = []): ReadonlyMap<string, string> {
    if (this.request === undefined) return new Map();
    const ids = networksOfBuckets(this.request, this.environment.facts, this.region);
    const vpcOf = (id: string) => endpoints.find((one) => one.vpcEndpointId === id)?.vpcId ?? id;
    return new Map([...ids].map(([id, bucket]) => [vpcOf(id), bucket]));
  }

  /** Where the notebook runs, if in SageMaker and in a VPC of the account's; asked for at the side, and never waited for. */
  private place(): NetworkLists["place"] {
    const { executionRole, facts } = this.environment;
    const at = executionRole !== undefined && "at" in executionRole ? executionRole.at : undefined;
    if (at === undefined) return undefined;
    if ("notebookInstance" in at) {
      const { notebookInstance: name } = at;
      const of = this.need("notebookInstance", places.notebookInstance(facts, name, this.region), name);
      if (of?.subnetId === undefined) return undefined;
      const what = `notebook instance ${name}`;
      return { what, subnetIds: [of.subnetId], groupIds: of.groupIds };
    }
    const { domainId } = at;
    const of = this.need("domain", places.domain(facts, domainId, this.region), domainId);
    if (of === undefined || of.subnetIds.length === 0) return undefined;
    return { what: `Studio domain ${domainId}`, subnetIds: of.subnetIds, groupIds: of.groupIds };
  }

  /** The VPCs of subnets and groups, as far as they are listed; asks nothing. */
  vpcsOf(ids: readonly string[]): ReadonlySet<string> {
    const { facts } = this.environment;
    const subnets = inventory.subnets(facts, this.region);
    const groups = inventory.securityGroups(facts, this.region);
    return new Set([
      ...(subnets?.state === "present"
        ? subnets.value.flatMap(({ subnetId, vpcId }) => (ids.includes(subnetId) ? [vpcId] : []))
        : []),
      ...(groups?.state === "present"
        ? groups.value.flatMap(({ groupId, vpcId }) => (ids.includes(groupId) ? [vpcId] : []))
        : []),
    ]);
  }

  /** The keys of the account that are not AWS's own, with all aliases. */
  keys(): { readonly keys: readonly Key[]; readonly aliases: readonly KeyAlias[] } {
    const { facts } = this.environment;
    const aliases = this.need("aliases", inventory.aliases(facts, this.region)) ?? [];
    const listed = this.need("keys", inventory.keyIds(facts, this.region));
    const isAws = ({ aliasName }: KeyAlias) => aliasName.startsWith("alias/aws/");
    const awsKeys = new Set(aliases.filter(isAws).map(({ targetKeyId }) => targetKeyId));
    const aliased = aliases.flatMap(({ targetKeyId }) => targetKeyId ?? []);
    const ids = [...new Set([...aliased, ...(listed ?? [])])]
      .filter((id) => !awsKeys.has(id))
      .slice(0, mostKeys);
    const keys = ids.flatMap((id) => this.need("key", inventory.key(facts, id, this.region), id) ?? []);
    return { keys, aliases };
  }

  /** The roles of the account; `undefined`: not read yet. */
  roles(): readonly Role[] | undefined {
    return this.need("roles", iam.roles(this.environment.facts, this.region));
  }

  private allowedByPolicies(): ReadonlyMap<string, string> {
    const { request, region } = this;
    const { facts, online } = this.environment;
    if (request === undefined) return new Map();
    const caller = policiesOfCaller({ facts, region, online }).value;
    return "unknown" in caller ? new Map() : allowedValues(caller, request);
  }

  private need<T>(kind: QuestionKind, answer: Answer<T> | undefined, id = ""): T | undefined {
    if (answer === undefined && this.environment.online) {
      const question: Question = { kind, id, region: this.region };
      this.asked.set(questionKey(question), question);
    }
    return answer?.state === "present" ? answer.value : undefined;
  }
}
