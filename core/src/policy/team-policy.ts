import type { Severity } from "../report.js";

/**
 * What a team asks of its jobs besides what AWS does. Plain data, so that a file can say it: nothing is asked that is
 * not set. `required` and `forbidden` are the only words, and what is listed is what is approved.
 */
export interface TeamPolicy {
  readonly network?: {
    /** Jobs run in a VPC of the team's: `VpcConfig`. */
    readonly vpc?: "required";
    /** The containers make no network calls: `EnableNetworkIsolation`. */
    readonly isolation?: "required";
    /** Between the instances of a job: `EnableInterContainerTrafficEncryption`. */
    readonly trafficEncryption?: "required";
    /** Of the VPC that a job is in, or of each of its subnets. */
    readonly flowLogs?: "required";
  };
  /** What the team has in the account that stops a job once it is there, by what it looks for. */
  readonly enforcers?: {
    /** Stops jobs that are not in a VPC. */
    readonly outsideVpc?: {
      /** As the team knows it: the name of a Lambda function. */
      readonly name: string;
      /** The operations whose jobs it looks at; training jobs, when it does not say. */
      readonly operations?: readonly string[];
    };
  };
  /** With a KMS key of the account's own; without this its absence is only noted, of a domain's not at all. */
  readonly encryption?: {
    /** Of the volumes of jobs, endpoints, notebook instances and domains, where their instances take a key. */
    readonly volumeKey?: "required";
    /** Of what jobs write to S3. */
    readonly outputKey?: "required";
  };
  readonly notebookInstances?: {
    readonly directInternetAccess?: "forbidden";
    readonly rootAccess?: "forbidden";
  };
  readonly studio?: {
    /** Of the apps of a domain, past its VPC: `AppNetworkAccessType`. */
    readonly directInternetAccess?: "forbidden";
  };
  readonly instances?: {
    /** Approved instance types: `ml.m5.*`. */
    readonly types?: Approved;
  };
  readonly data?: {
    /** The buckets that jobs may write to. */
    readonly outputBuckets?: Approved;
  };
  readonly traceability?: {
    /** An experiment, with a trial or a run: `ExperimentConfig`. */
    readonly experiment?: "required";
    /** Keys of tags that a job has to carry: `git-commit`, `cost-centre`. */
    readonly tags?: readonly string[];
  };
  /**
   * Forbidden: comments that keep findings quiet have no effect. Allowed, in the machine's policy: they have one also on
   * what it asks for.
   */
  readonly ignoreComments?: "forbidden" | "allowed";
  readonly endpoints?: {
    /** Keeps what an endpoint is asked and answers, for monitoring: `DataCaptureConfig`. */
    readonly dataCapture?: "required";
  };
  /** By the id of a rule: how grave its findings are to the team, or that it is not asked. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
}

export type RuleLevel = Severity | "off";

/** What applies to a notebook: what the files ask together, and what is so because of where they are. Plain data. */
export interface PolicyInForce extends TeamPolicy {
  /** Where each thing is asked, the machine's file first: by dotted path, `network.vpc` or `rules.vpc-config-missing`. */
  readonly places?: Readonly<Record<string, readonly PolicyPlace[]>>;
  /** The ids of rules that no comment keeps quiet, since the machine's policy asks for them. */
  readonly bound?: readonly string[];
}

export interface PolicyPlace {
  /** The file's, as it is shown to people. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

type Section = Exclude<keyof TeamPolicy, "rules" | "ignoreComments">;

/** What a policy can ask for: `network.vpc`. */
export type DemandPath = {
  [Name in Section]: `${Name}.${keyof NonNullable<TeamPolicy[Name]> & string}`;
}[Section];

/** Whether a comment may keep the findings of a rule quiet. */
export function mayBeIgnored(ruleId: string, { ignoreComments, bound = [] }: PolicyInForce): boolean {
  return ignoreComments !== "forbidden" && !bound.includes(ruleId);
}

/** Where a policy says how grave a rule's findings are. */
export function levelPath(ruleId: string): string {
  return `rules.${ruleId}`;
}

/** Whether a policy sets it, to more than an empty list of what each job needs. */
export function isAsked(policy: TeamPolicy, path: DemandPath): boolean {
  const [name, key] = path.split(".", 2) as [Section, string];
  const asked = (policy[name] as Readonly<Record<string, unknown>> | undefined)?.[key];
  return asked !== undefined && !(path === "traceability.tags" && (asked as readonly string[]).length === 0);
}

/** Names of which `*` stands for any text. Where several policies have a list, a name is in each. */
export type Approved = readonly string[] | { readonly inEach: readonly (readonly string[])[] };

/** Of a team that has none. */
export const noPolicy: TeamPolicy = {};

/** The lists that a name has to be in. */
export function listsOf(approved: Approved): readonly (readonly string[])[] {
  return "inEach" in approved ? approved.inEach : [approved];
}

/** `ml.m5.*, ml.c5.*`, for a message. */
export function approvedWords(approved: Approved): string {
  return listsOf(approved)
    .map((list) => list.join(", ") || "none")
    .join("; and of these: ");
}

/** Whether a name is approved. */
export function isListed(name: string, approved: Approved): boolean {
  return listsOf(approved).every((patterns) => isInList(name, patterns));
}

function isInList(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const [start = "", ...others] = pattern.split("*");
    const end = others.pop();
    if (end === undefined) return name === start;
    if (!name.startsWith(start)) return false;
    // Each part where it first occurs leaves most for the others: no way has to be tried twice
    let at = start.length;
    for (const part of others) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return name.length - end.length >= at && name.endsWith(end);
  });
}
