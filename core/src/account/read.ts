import type { QuestionKind } from "./question.js";

export type Service =
  | "ec2"
  | "ecr"
  | "elasticfilesystem"
  | "fsx"
  | "iam"
  | "kms"
  | "organizations"
  | "s3"
  | "sagemaker"
  | "service-quotas"
  | "sts";

/**
 * How one kind of question is answered: one read-only AWS call, as data, so that the Node reader (`core/aws`), the
 * Python reader (`jupyterlab-ext/sagemaker_preflight`) and the IAM policy of the docs say the same. Both readers
 * execute this table and nothing else; it is written to `sagemaker_preflight/reads.json` by
 * `core/scripts/reads-table.ts`.
 */
export interface Read {
  readonly kind: QuestionKind;
  /** A regular expression: this row answers only ids that contain it. The first row that fits a question answers it. */
  readonly onlyIds?: string;
  readonly service: Service;
  readonly operation: string;
  /** The IAM action to ask for; absent where AWS asks for none (`sts:GetCallerIdentity`). */
  readonly action: string;
  readonly ask: Ask;
  /** Parameters that are always the same. */
  readonly input?: Readonly<Record<string, string | number>>;
  /** The response member that holds the items; empty: the response itself is the only item. */
  readonly items: string;
  /** The members kept of an item; members without a value and empty lists are left out. Items that are texts stay. */
  readonly pick: readonly string[];
  /** Members that are left out wherever they are in an item: what people keep secrets in. */
  readonly omit?: readonly string[];
  /**
   * Error codes by which AWS says that the id does not exist; every other error is `unreadable`. `CODE: PATTERN` where
   * the code means other things too: the message then has to match the regular expression.
   */
  readonly absent: readonly string[];
  /**
   * AWS answers without a body, so that a page of anybody on the way looks the same: only an answer that has AWS's id
   * of the request counts.
   */
  readonly bodiless?: true;
  /** How further pages are asked for; absent: there is one page. */
  readonly pages?: {
    readonly size: number;
    readonly sizeParameter: string;
    readonly from: string;
    readonly to: string;
  };
  /** Seconds for which an answer is taken as current. */
  readonly life: number;
  /** Set where an answer takes many calls, one after the other: nobody should wait for others together with it. */
  readonly pace?: "slow";
}

/** How the ids of the questions go into the request, and how the items are given back to the questions. */
export type Ask =
  /** The whole region; the answer is the list of items (or, with `items: ""`, the response). */
  | { readonly by: "list" }
  /**
   * Up to `batch` ids in one EC2 filter, so that an id that does not exist does not fail the others. `answer: "one"`:
   * the item whose `member` is the id, `absent` without one; `"every"`: the list of them, which may be empty.
   */
  | {
      readonly by: "filter";
      readonly filter: string;
      /** The parameter that takes the filter, where AWS does not call it `Filters`. */
      readonly parameter?: string;
      readonly batch: number;
      readonly member: string;
      readonly answer: "one" | "every";
    }
  /**
   * One call for each id. `isList`: the parameter takes a list. `answer: "every"`: the list of the items, of all pages;
   * else the only item.
   */
  | {
      readonly by: "parameter";
      readonly parameter: string;
      readonly isList?: true;
      readonly answer?: "every";
    }
  /** The same for an id of several parts: a JSON object that has exactly these parameters, each of its shape. */
  | { readonly by: "parameters"; readonly parameters: Parts; readonly answer?: "every" }
  /**
   * The region is listed, once for all questions and only until all are found; the item that has the id in one of the
   * `members`.
   */
  | { readonly by: "search"; readonly members: readonly string[] };

/**
 * What a part of an id may be: a text that is not empty, a list, or an object with exactly these members. An id comes
 * from the text of a notebook: what is not of the shape is never asked.
 */
export type Shape = "text" | readonly [Shape] | Parts;
export interface Parts {
  readonly [name: string]: Shape;
}

const minutes = 60;
const hours = 60 * minutes;

/** How long answers are taken as current, in seconds. */
export const lives = { quarterHour: 15 * minutes, fewMinutes: 5 * minutes, hour: hours, day: 24 * hours };
