import type { Role } from "../account/iam-resources.js";
import * as iam from "../account/inventory-iam.js";
import type { Answer } from "../account/inventory.js";
import * as inventory from "../account/inventory.js";
import { questionKey, type Question, type QuestionKind } from "../account/question.js";
import type { Key, KeyAlias } from "../account/resources.js";
import type { Environment } from "../environment.js";
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
  ) {}

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
    const isAsked = (kind: QuestionKind) =>
      this.asked.has(questionKey({ kind, id: "", region: this.region }));
    if (subnets === undefined || securityGroups === undefined || kinds.some(isAsked)) return undefined;
    return {
      subnets,
      securityGroups,
      ...(routeTables === undefined ? {} : { routeTables }),
      ...(vpcs === undefined ? {} : { vpcs }),
      ...(vpcEndpoints === undefined ? {} : { vpcEndpoints }),
    };
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

  private need<T>(kind: QuestionKind, answer: Answer<T> | undefined, id = ""): T | undefined {
    if (answer === undefined && this.environment.online) {
      const question: Question = { kind, id, region: this.region };
      this.asked.set(questionKey(question), question);
    }
    return answer?.state === "present" ? answer.value : undefined;
  }
}
