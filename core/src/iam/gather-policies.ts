import type { Decode } from "../account/decode.js";
import type { Facts, Reading } from "../account/fact.js";
import * as iam from "../account/inventory-iam.js";
import { bucketPolicy, imageRepositoryPolicy } from "../account/inventory-job-resources.js";
import { answerOf, identity, listOf, textsOf, type Answer } from "../account/inventory.js";
import { repositoryPolicyId, type RepositoryName } from "../account/image-ids.js";
import { idOfParts } from "../account/id-parts.js";
import { questionKey, type Question, type QuestionKind } from "../account/question.js";
import { readFor } from "../account/reads.js";
import type { IamPrincipal } from "../account/iam-resources.js";
import type {
  CallerPolicies,
  OwnPolicies,
  PolicyKind,
  PolicyLayer,
  PolicySource,
  UnreadPolicies,
} from "./policies.js";

/** Where policies are gathered from. */
export interface FactSource {
  readonly facts: Facts;
  /** IAM is the same everywhere; answers are kept by the region that was asked. */
  readonly region: string;
  /** False: nobody will answer what is not answered yet. */
  readonly online: boolean;
}

/** What was read so far, and the questions whose answers would complete it: of one round, and those that had none. */
export interface Gathered<T> {
  readonly value: T;
  readonly questions: readonly Question[];
}

const kindsOfManaged = ["managedPolicy", "managedPolicyVersion"] as const;
const kindsOfRole = [
  "role",
  "rolePolicyNames",
  "rolePolicy",
  "attachedRolePolicies",
  ...kindsOfManaged,
] as const;

/** The kinds of question by which policies are gathered. */
export const policyKinds = {
  role: kindsOfRole,
  caller: [
    "identity",
    ...kindsOfRole,
    "user",
    "userPolicyNames",
    "userPolicy",
    "attachedUserPolicies",
    "groupsOfUser",
    "groupPolicyNames",
    "groupPolicy",
    "attachedGroupPolicies",
    "serviceControlPolicies",
    "serviceControlPolicy",
    "parents",
  ],
} as const satisfies Record<string, readonly QuestionKind[]>;

/** The policies of a role. @param name Without a path. */
export function policiesOfRole(source: FactSource, name: string): Gathered<OwnPolicies> {
  const gathering = new Gathering(source);
  const role = gathering.take("role", name, iam.role, `role ${name}`);
  return gathering.done(ownPolicies(gathering, "Role", name, role));
}

/**
 * Whatever decides about requests of the caller. `undefined`: it is not known who the caller is, or it is one whose
 * policies are not attached to a user or role (`why`).
 */
export function policiesOfCaller(source: FactSource): GatheredCaller {
  const { facts, region, online } = source;
  const key = `${region} ${String(online)}`;
  const known = callers.get(facts) ?? new Map<string, GatheredCaller>();
  callers.set(facts, known);
  const caller = known.get(key) ?? gatherCaller(source);
  known.set(key, caller);
  return caller;
}

type GatheredCaller = Gathered<CallerPolicies | { readonly unknown: string }>;

/** Every job asks for the same; facts do not change. */
const callers = new WeakMap<Facts, Map<string, GatheredCaller>>();

function gatherCaller(source: FactSource): GatheredCaller {
  const gathering = new Gathering(source);
  const caller = gathering.answer({ kind: "identity", id: "", region: source.region }, (facts) =>
    identity(facts, source.region),
  );
  if (caller === undefined) return gathering.done({ unknown: "who makes the request" });
  const { account, arn } = caller.value;
  const of = readCaller(arn);
  if (of === undefined) return gathering.done({ unknown: `the policies of ${arn}` });
  const what = `${of.who.toLowerCase()} ${of.name}`;
  const principal = gathering.take(
    of.who === "Role" ? "role" : "user",
    of.name,
    of.who === "Role" ? iam.role : iam.user,
    what,
  );
  const own = ownPolicies(gathering, of.who, of.name, principal);
  const serviceControl = controlPolicies(gathering, account);
  // A role's path is not in the ARN of its session: without it nobody can tell which role a policy means.
  const ownArn = principal?.value.arn ?? (of.who === "User" ? arn : undefined);
  if (ownArn === undefined) return gathering.done({ unknown: `the policies of ${what}` });
  return gathering.done({
    principal: { arn: ownArn, account, ...(of.who === "Role" ? { sessionArn: arn } : {}) },
    ...own,
    serviceControl,
  });
}

/** The policy of a bucket; of one that has none there is nothing in the layer. */
export function policyOfBucket(source: FactSource, name: string): Gathered<PolicyLayer> {
  const question: Question = { kind: "bucketPolicy", id: name, region: source.region };
  return resourcePolicy(source, question, (facts) => bucketPolicy(facts, name, source.region), {
    name,
    kind: "bucket",
  });
}

/** The policy of one of ECR's repositories; of one that has none there is nothing in the layer. */
export function policyOfRepository(source: FactSource, repository: RepositoryName): Gathered<PolicyLayer> {
  const id = repositoryPolicyId(repository);
  const question: Question = { kind: "imageRepositoryPolicy", id, region: source.region };
  return resourcePolicy(source, question, (facts) => imageRepositoryPolicy(facts, id, source.region), {
    name: repository.repository,
    kind: "repository",
  });
}

/** The policy of a key. @param account Who asks: nobody may read the policy of another account's key. */
export function policyOfKey(source: FactSource, keyArn: string, account: string): Gathered<PolicyLayer> {
  if (keyArn.split(":")[4] !== account) {
    const what = `the policy of key ${keyArn}, which only its own account may read`;
    return {
      value: { policies: [], unread: [{ what, action: "kms:GetKeyPolicy", why: "denied" }] },
      questions: [],
    };
  }
  const question: Question = { kind: "keyPolicy", id: keyArn, region: source.region };
  return resourcePolicy(source, question, (facts) => iam.keyPolicy(facts, keyArn, source.region), {
    name: keyArn,
    kind: "key",
  });
}

function resourcePolicy(
  source: FactSource,
  question: Question,
  look: (facts: Facts) => Answer<string> | undefined,
  of: Pick<PolicySource, "name" | "kind">,
): Gathered<PolicyLayer> {
  const gathering = new Gathering(source);
  return gathering.done(
    gathering.layer(() => {
      gathering.resource(question, look, of);
    }),
  );
}

/** The user or role that an ARN of `sts:GetCallerIdentity` is of; `undefined`: a root user, a federated one. */
function readCaller(arn: string): { readonly who: "User" | "Role"; readonly name: string } | undefined {
  const user = /^arn:[^:]*:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  if (user !== undefined) return { who: "User", name: user };
  const role = /^arn:[^:]*:sts::\d{12}:assumed-role\/([^/]+)\/[^/]+$/.exec(arn)?.[1];
  return role === undefined ? undefined : { who: "Role", name: role };
}

function ownPolicies(
  gathering: Gathering,
  who: "Role" | "User",
  name: string,
  principal: Extract<Answer<IamPrincipal>, { state: "present" }> | undefined,
): OwnPolicies {
  const what = `${who.toLowerCase()} ${name}`;
  const identityLayer = gathering.layer(() => {
    gathering.attachedTo(who, name, what, "");
    if (who === "User") {
      const question: Question = { kind: "groupsOfUser", id: name, region: gathering.source.region };
      const groups = gathering.list(question, iam.toGroupName, `the groups of ${what}`) ?? [];
      for (const group of groups) gathering.attachedTo("Group", group, `group ${group}`, `${group}/`);
    }
  });
  if (principal === undefined) {
    const boundary = gathering.layer(() => {
      gathering.unread(`the boundary of ${what}`, {
        kind: who === "Role" ? "role" : "user",
        id: name,
        region: gathering.source.region,
      });
    });
    return { identity: identityLayer, boundary };
  }
  const { boundaryArn } = principal.value;
  if (boundaryArn === undefined) return { identity: identityLayer, boundary: "none" };
  const boundary = gathering.layer(() => {
    gathering.managed(boundaryArn, boundaryArn.split("/").at(-1) ?? boundaryArn, "boundary");
  });
  return { identity: identityLayer, boundary };
}

/** From the account up to the organization's root; one layer that is not read where nobody may read them. */
function controlPolicies(gathering: Gathering, account: string): readonly PolicyLayer[] {
  const layers: PolicyLayer[] = [];
  const { region } = gathering.source;
  const what = "the organization's policies";
  let target: string | undefined = account;
  for (let level = 0; level < mostLevels && target !== undefined; level += 1) {
    const id: string = target;
    const question: Question = { kind: "serviceControlPolicies", id, region };
    if (gathering.isAbsent(question)) return layers; // in no organization
    layers.push(
      gathering.layer(() => {
        const policies = gathering.list(question, iam.toControlPolicy, what) ?? [];
        for (const policy of policies) {
          gathering.document({ kind: "serviceControlPolicy", id: policy.id, region }, iam.toControlDocument, {
            name: policy.name,
            kind: "scp",
          });
        }
      }),
    );
    if (gathering.isUnreadable(question)) return layers;
    target = undefined;
    if (id.startsWith("r-")) break;
    const above: PolicyLayer = gathering.layer(() => {
      [target] = gathering.list({ kind: "parents", id, region }, iam.toParent, what) ?? [];
    });
    if (above.unread.length > 0) return [...layers, above];
  }
  return layers;
}

/** An organization has a root and at most five levels of units. */
const mostLevels = 8;

class Gathering {
  readonly source: FactSource;
  readonly #questions = new Map<string, Question>();
  #policies: PolicySource[] = [];
  #unread: UnreadPolicies[] = [];

  constructor(source: FactSource) {
    this.source = source;
  }

  done<T>(value: T): Gathered<T> {
    return { value, questions: [...this.#questions.values()] };
  }

  /** What is gathered while `gather` runs. */
  layer(gather: () => void): PolicyLayer {
    const [policies, unread] = [this.#policies, this.#unread];
    this.#policies = [];
    this.#unread = [];
    gather();
    const layer = { policies: this.#policies, unread: this.#unread };
    this.#policies = policies;
    this.#unread = unread;
    return layer;
  }

  /** The inline and the managed policies of a role, user or group. @param prefix Before the names in messages. */
  attachedTo(who: "Role" | "User" | "Group", name: string, what: string, prefix: string): void {
    const { region } = this.source;
    const kind = who.toLowerCase() as "role" | "user" | "group";
    const names =
      this.texts({ kind: `${kind}PolicyNames`, id: name, region }, `the policies in ${what}`) ?? [];
    for (const policy of names) {
      const id = idOfParts({ [`${who}Name`]: name, PolicyName: policy });
      this.document({ kind: `${kind}Policy`, id, region }, iam.toInlineDocument, {
        name: `${prefix}${policy}`,
        kind: "inline",
      });
    }
    const question: Question = { kind: `attached${who}Policies`, id: name, region };
    const attached = this.list(question, iam.toAttachedPolicy, `the policies of ${what}`) ?? [];
    for (const { arn, name: policy } of attached) this.managed(arn, `${prefix}${policy}`, "managed");
  }

  /** The version of a managed policy that holds. */
  managed(arn: string, name: string, kind: PolicyKind): void {
    const { region } = this.source;
    const question: Question = { kind: "managedPolicy", id: arn, region };
    const version = this.answer(
      question,
      (facts) => answerOf(facts, question, iam.toDefaultVersion),
      `policy ${name}`,
    );
    if (version === undefined) return;
    const id = idOfParts({ PolicyArn: arn, VersionId: version.value });
    this.document({ kind: "managedPolicyVersion", id, region }, iam.toDocument, { name, kind });
  }

  document(question: Question, as: Decode<string>, of: Pick<PolicySource, "name" | "kind">): void {
    const answer = this.answer(question, (facts) => answerOf(facts, question, as), `policy ${of.name}`);
    if (answer !== undefined) this.#policies.push(sourceOf(answer.read, answer.value, of));
  }

  resource(
    question: Question,
    look: (facts: Facts) => Answer<string> | undefined,
    of: Pick<PolicySource, "name" | "kind">,
  ): void {
    const answer = this.answer(question, look, `the policy of ${of.kind} ${of.name}`);
    if (answer !== undefined) this.#policies.push(sourceOf(answer.read, answer.value, of));
  }

  texts(question: Question, what: string): readonly string[] | undefined {
    return this.answer(question, (facts) => textsOf(facts, question), what)?.value;
  }

  list<T>(question: Question, as: Decode<T>, what: string): readonly T[] | undefined {
    return this.answer(question, (facts) => listOf(facts, question, as), what)?.value;
  }

  take<T>(
    kind: "role" | "user",
    name: string,
    look: (facts: Facts, name: string, region: string) => Answer<T> | undefined,
    what: string,
  ): Extract<Answer<T>, { state: "present" }> | undefined {
    const { region } = this.source;
    return this.answer({ kind, id: name, region }, (facts) => look(facts, name, region), what);
  }

  isAbsent(question: Question): boolean {
    return this.source.facts.get(questionKey(question))?.state === "absent";
  }

  isUnreadable(question: Question): boolean {
    return this.source.facts.get(questionKey(question))?.state === "unreadable";
  }

  /** The answer if there is one; otherwise it is noted why not, and asked for. What does not exist has no policies. */
  answer<T>(
    question: Question,
    look: (facts: Facts) => Answer<T> | undefined,
    what = "the caller",
  ): Extract<Answer<T>, { state: "present" }> | undefined {
    if (readFor(question) === undefined) {
      this.#unread.push({ what, action: "", why: "failed" });
      return undefined;
    }
    const answer = look(this.source.facts);
    if (answer?.state === "present") return answer;
    if (answer?.state !== "absent") this.unread(what, question, answer);
    return undefined;
  }

  unread(what: string, question: Question, answer?: { readonly state: string }): void {
    const fact = answer ?? this.source.facts.get(questionKey(question));
    const action = readFor(question)?.action ?? "";
    if (fact === undefined || !action.startsWith(forFew))
      this.#questions.set(questionKey(question), question);
    const why = isUnreadable(fact) ? fact.why : this.source.online ? "not asked yet" : "offline";
    const isSaid = this.#unread.some((one) => one.what === what && one.action === action);
    if (!isSaid) this.#unread.push({ what, action, why });
  }
}

/** Hardly anybody may read the organization's policies: that they cannot be read is not worth a word of its own. */
const forFew = "organizations:";

function isUnreadable(
  fact: { readonly state: string } | undefined,
): fact is Extract<Answer<unknown>, { state: "unreadable" }> {
  return fact?.state === "unreadable";
}

/** The same object for the same answer, so that its document is read once. */
function sourceOf(read: Reading, document: string, of: Pick<PolicySource, "name" | "kind">): PolicySource {
  const key = `${of.kind} ${of.name}`;
  const known = sources.get(read) ?? new Map<string, PolicySource>();
  sources.set(read, known);
  const before = known.get(key);
  if (before?.document === document) return before;
  const source = { ...of, document, read };
  known.set(key, source);
  return source;
}

const sources = new WeakMap<Reading, Map<string, PolicySource>>();
