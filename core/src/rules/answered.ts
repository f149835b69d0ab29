import { questionKey, type Question, type QuestionKind } from "../account/question.js";
import { readFor } from "../account/reads.js";
import type { Environment } from "../environment.js";
import type { FactSource } from "../iam/gather-policies.js";
import { noPolicy, type TeamPolicy } from "../policy/team-policy.js";
import type { Gap } from "../report.js";
import { accountView, proofOf, type AccountView } from "./account-view.js";
import { isOptional, questionsOf, type Need } from "./needs.js";
import type { RuleRequest, WrittenId } from "./rule-request.js";

export interface AnsweredNeed {
  /** What is not answered, in words. */
  readonly whys: readonly string[];
  /** The keys and buckets of which it is so. */
  readonly hidden: readonly Question[];
  readonly isBlocked: boolean;
}

/** What the account says to one request: many rules have the same needs. */
export class Answered {
  readonly view: AccountView;
  readonly policy: TeamPolicy;
  private readonly needs = new Map<Need, AnsweredNeed>();
  private readonly source: FactSource;

  constructor(
    private readonly request: RuleRequest,
    environment: Environment,
    private readonly missing: Missing,
  ) {
    ({ source: this.source, view: this.view } = placeIn(environment, request.lookUpRegion ?? ""));
    this.policy = environment.policy ?? noPolicy;
  }

  need(need: Need): AnsweredNeed {
    const known = this.needs.get(need) ?? this.ask(need);
    this.needs.set(need, known);
    return known;
  }

  private ask(need: Need): AnsweredNeed {
    const { request, source, missing } = this;
    const unanswered = questionsOf(need, request, source).flatMap((question) => {
      const why = missing.whyUnanswered(question);
      return why === undefined ? [] : [{ why, question, isSingle: judgedSingly.has(question.kind) }];
    });
    if (isOptional(need)) return { whys: [], hidden: [], isBlocked: false };
    return {
      whys: unanswered.map(({ why }) => why),
      hidden: unanswered.flatMap(({ isSingle, question }) => (isSingle ? [question] : [])),
      isBlocked: unanswered.some(({ isSingle }) => !isSingle),
    };
  }
}

/** Where a request's ids are looked up: most requests of a notebook share it. */
interface PlaceOfFacts {
  readonly source: FactSource;
  readonly view: AccountView;
}

const placesOf = new WeakMap<Environment, Map<string, PlaceOfFacts>>();

function placeIn(environment: Environment, region: string): PlaceOfFacts {
  let places = placesOf.get(environment);
  if (!places) placesOf.set(environment, (places = new Map<string, PlaceOfFacts>()));
  let place = places.get(region);
  if (!place) {
    const source = { facts: environment.facts, region, online: environment.online };
    places.set(region, (place = { source, view: accountView(source) }));
  }
  return place;
}

/** Collects what the account did not answer, each once. */
export class Missing {
  readonly questions = new Map<string, Question>();
  readonly gaps = new Map<string, Gap>();

  constructor(private readonly environment: Environment) {}

  /** `undefined`: answered. Otherwise what completes "cannot tell: …". */
  whyUnanswered(question: Question): string | undefined {
    const proof = proofOf(this.environment.facts, question);
    if (proof === undefined) {
      if (this.environment.online) {
        this.questions.set(questionKey(question), question);
        return `${question.id} in ${question.region} was not looked up yet`;
      }
      const action = readFor(question)?.action ?? question.kind;
      return `${question.id} in ${question.region} was not looked up: offline (${action})`;
    }
    switch (proof.state) {
      case "present":
      case "absent":
        return undefined;
      case "no proof":
        return proof.why;
      case "unreadable": {
        const { action, why, detail } = proof;
        if (!this.gaps.has(action)) this.gaps.set(action, { action, why, detail });
        return `${action}: ${why}`;
      }
    }
  }
}

/** The request without the keys and buckets that the account says nothing of. */
export function withoutHidden(request: RuleRequest, needs: readonly AnsweredNeed[]): RuleRequest {
  const hidden = needs.flatMap((need) => need.hidden);
  if (hidden.length === 0) return request;
  const keys = new Set(hidden.flatMap(({ kind, id }) => (kind === "key" ? [id] : [])));
  const buckets = new Set(hidden.flatMap(({ kind, id }) => (kind === "key" ? [] : [id])));
  const isAnswered = ({ value }: WrittenId) => !keys.has(value);
  return {
    ...request,
    volumeKeys: request.volumeKeys.filter(isAnswered),
    outputKeys: request.outputKeys.filter(isAnswered),
    s3Locations: request.s3Locations.filter(({ bucket }) => !buckets.has(bucket)),
  };
}

/** Of these one that is not answered leaves the others to be judged. */
const judgedSingly: ReadonlySet<QuestionKind> = new Set([
  "key",
  "bucket",
  "bucketPolicy",
  "bucketEncryption",
]);
