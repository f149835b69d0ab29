import type { DemandPath, TeamPolicy } from "../policy/team-policy.js";
import type { Evidence, Severity } from "../report.js";
import type { FieldPath } from "../requests/request.js";
import type { Span } from "../notebook/span.js";
import type { AccountView } from "./account-view.js";
import type { FixProposal } from "./fix-proposal.js";
import type { LookUp, Need, NeededKind } from "./needs.js";
import type { RuleRequest } from "./rule-request.js";

/**
 * A fact that a finding rests on; the engine attaches which call said it, when and of which account. Of some kinds
 * the whole answer is the evidence; of others the rule says what of it counts.
 */
export type FactReference =
  | { readonly kind: "subnet" | "securityGroup" | "securityGroupVpcs" | "key"; readonly id: string }
  | {
      readonly kind:
        Exclude<NeededKind, "subnet" | "securityGroup" | "securityGroupVpcs" | "key"> | "prefixListEntries";
      readonly id: string;
      readonly says: string;
    };

export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  /** When it differs from the rule's own, or its demand's. */
  readonly severity?: Severity;
  /** Of the rule's demands those that it is about; when not given, all that the policy makes. */
  readonly demands?: readonly DemandPath[];
  /** True only on some way through the notebook: said so, and never more than a warning. */
  readonly onOneBranch?: boolean;
  readonly facts?: readonly FactReference[];
  readonly evidence?: readonly Evidence[];
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Best first. */
  readonly fixes?: readonly FixProposal[];
  /** Rules whose findings on this request say less of the same: they are left out beside this one. */
  readonly insteadOf?: readonly string[];
  /** It is about the account rather than the call: told at the first call that it concerns, and at no other. */
  readonly once?: true;
  /** Nothing to tell where the notebook itself seems to push images. */
  readonly unlessPushed?: true;
  /** Nothing to tell where the notebook itself, or another job of it, may put objects into S3. */
  readonly unlessWritten?: true;
  /** Nothing to tell where the notebook may start the job within something: a Run of an experiment. */
  readonly unlessWithin?: true;
  /** Nothing to tell where the notebook itself asks for it, or for one whose name is not known. */
  readonly unlessMade?: { readonly operation: string; readonly path: FieldPath; readonly name: string };
}

/** What the rule would have to know and no account can answer: a value known only when the notebook runs. */
export interface CannotTell {
  readonly cannotTell: string;
}

/** What a rule sees besides the request. `account` has the look-ups of the rule's needs and no others: any other does not compile. */
export interface RuleEnvironment<N extends Need> {
  readonly account: Pick<AccountView, "place" | "account" | LookUp<N>>;
  /** What the team asks; empty when it asks nothing. */
  readonly policy: TeamPolicy;
}

/** What looks at the same thing elsewhere, by its own names, so that a team can set one beside the other. */
export interface References {
  readonly prowler?: readonly string[];
  readonly steampipe?: readonly string[];
  /** AWS Config's managed rules. */
  readonly config?: readonly string[];
  readonly securityHub?: readonly string[];
  readonly checkov?: readonly string[];
  readonly cfnLint?: readonly string[];
  /** By which an IAM policy can demand the same of the request. */
  readonly conditionKeys?: readonly string[];
}

/** By what of the team's policy it asks for what the rule looks at. */
export interface Demand {
  readonly by: readonly DemandPath[];
  /** How grave its findings are then, when other than without. */
  readonly severity?: Severity;
  /** Until the policy asks for it, the rule is silent. */
  readonly otherwiseSilent?: true;
}

interface RuleDefinition<N extends Need> {
  /** Names the bad state; the file's name. */
  readonly id: string;
  readonly severity: Severity;
  /** Look-ups that must be answered before the rule runs. */
  readonly needs: readonly N[];
  readonly summary: string;
  readonly why: string;
  /** What to do where no edit of the code mends it, for the rule's page. */
  readonly remedy?: string | undefined;
  /** Address of the document that the rule rests on. */
  readonly source: string;
  readonly references?: References | undefined;
  readonly demand?: Demand | undefined;
  /**
   * False: the rule has nothing to say of such a request, and its verdict is "not applicable". Without it: a rule
   * applies where the request carries something that it needs looked up. A rule about what a team asks applies where the
   * team asks it.
   */
  readonly applies?: ((request: RuleRequest, policy: TeamPolicy) => boolean) | undefined;
  check(request: RuleRequest, environment: RuleEnvironment<NoInfer<N>>): Iterable<RuleFinding | CannotTell>;
}

/** A rule as the engine runs it: with every look-up, of which it uses those of its needs. */
export type Rule = Omit<RuleDefinition<Need>, "check"> & {
  check(request: RuleRequest, environment: RuleEnvironment<Need>): Iterable<RuleFinding | CannotTell>;
};

/**
 * Declares a rule. `needs` types the environment: a look-up that is not declared does not compile. The rule runs
 * once all its needs are answered, so `undefined` from a look-up means that AWS said the thing does not exist.
 */
export function defineRule<const N extends Need = never>(rule: RuleDefinition<N>): Rule {
  const { id, severity, needs, summary, why, remedy, source, references, demand, applies } = rule;
  // All with the same members in the same order: each is asked about each request, and V8 finds them quicker so
  return {
    id,
    severity,
    needs,
    summary,
    why,
    remedy,
    source,
    references,
    demand,
    applies,
    check: (request, environment) => rule.check(request, environment),
  };
}
