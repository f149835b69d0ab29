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
  /** With a KMS key of the account's own; without this its absence is only noted. */
  readonly encryption?: {
    /** Of the volumes of jobs, endpoints and notebook instances, where their instances take a key. */
    readonly volumeKey?: "required";
    /** Of what jobs write to S3. */
    readonly outputKey?: "required";
  };
  readonly notebookInstances?: {
    readonly directInternetAccess?: "forbidden";
    readonly rootAccess?: "forbidden";
  };
  readonly instances?: {
    /** Names of approved instance types; `*` stands for any text: `ml.m5.*`. */
    readonly types?: readonly string[];
  };
  readonly data?: {
    /** Names of the buckets that jobs may write to; `*` stands for any text. */
    readonly outputBuckets?: readonly string[];
  };
  readonly traceability?: {
    /** An experiment, with a trial or a run: `ExperimentConfig`. */
    readonly experiment?: "required";
    /** Keys of tags that a job has to carry: `git-commit`, `cost-centre`. */
    readonly tags?: readonly string[];
  };
  /** Comments that keep findings quiet have no effect. */
  readonly ignoreComments?: "forbidden";
  readonly endpoints?: {
    /** Keeps what an endpoint is asked and answers, for monitoring: `DataCaptureConfig`. */
    readonly dataCapture?: "required";
  };
}

/** Of a team that has none. */
export const noPolicy: TeamPolicy = {};

/** Whether a name is one of a list in which `*` stands for any text. */
export function isListed(name: string, patterns: readonly string[]): boolean {
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
