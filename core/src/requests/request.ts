import type { Span } from "../notebook/span.js";
import type { CallSite } from "../python/call-site.js";
import type { Value } from "../python/value.js";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/** A member of the API request, dotted, in the API's own spelling: `VpcConfig.Subnets`. */
export type FieldPath = string;

/** Which way of asking SageMaker for a job the call uses; the dialect of this name read it and can write to it. */
export type ClientId =
  | "sagemaker-v2"
  | "sagemaker-v3"
  | "sagemaker-core"
  | "sagemaker-pyspark"
  | "boto3"
  | "aws-cli"
  | "stepfunctions";

/** Where the value of a field comes from. */
export type Origin =
  | { readonly from: "argument" }
  | { readonly from: "SDK default" }
  /** The notebook reads it from a file. */
  | { readonly from: "file"; readonly file: string; readonly line: number }
  /** The SDK takes it from a file of its defaults. */
  | { readonly from: "defaults file"; readonly file: string; readonly line: number };

/** One item of a list field, each where it was written. */
export interface FieldItem {
  readonly value: Json;
  readonly span?: Span;
}

/** What is known of one member of the request. A path that has no field is absent from the request. */
export interface Field {
  /**
   * `known`: `value` is what AWS gets. `partial`: a list of which only `items` are known. `conditional`: differs by
   * branch, `values` lists the known possibilities (`undefined` among them: perhaps not sent). `unknown`: see `why`.
   */
  readonly state: "known" | "partial" | "conditional" | "unknown";
  readonly value?: Json;
  readonly values?: readonly (Json | undefined)[];
  /** Of a list: the items known so far, in all branches. */
  readonly items?: readonly FieldItem[];
  readonly why?: string;
  /** The same with what is known inside: members of structures, the beginning of a text, each where it was written. */
  readonly detail?: Value;
  /** Of a value that the SDK completes when the notebook runs: what it starts from, as the name of a role. */
  readonly completedFrom?: Json;
  readonly origin: Origin;
  /** Where the value was written; absent for defaults. */
  readonly span?: Span;
}

/** What the SDK or botocore would raise for this call before AWS is asked. */
export interface Refusal {
  /** The exception's name: `RuntimeError`, `ParamValidationError`. */
  readonly error: string;
  readonly message: string;
  /** Another request is refused, which the SDK makes before this one. */
  readonly ofEarlierRequest?: true;
  /** botocore refuses a structure as it is given, of which the request's fields do not have all. */
  readonly ofStructure?: true;
  /** The call that would make the object raises it, and is told of. */
  readonly ofMaker?: true;
  /** The class whose constructor raises it, where the request is shown at another call. */
  readonly raisedBy?: string;
  /** The name of that constructor's call. */
  readonly raisedAt?: Span;
  /** The notebook catches the exception, and goes on. */
  readonly isCaught?: true;
}

/** How half a VPC ends; `requests/half-vpc` explains each. */
export type HalfVpc = "SDK raises" | "SDK drops it" | "botocore refuses" | "AWS refuses";

/** A setting that the notebook gives to an object and that the SDK does not put into the request. */
export interface UnsentSetting {
  readonly setting:
    | "vpcConfig"
    | "volumeKmsKeyId"
    | "outputKmsKeyId"
    | "networkIsolation"
    | "interContainerTrafficEncryption";
  /** As the notebook gives it: `volume_kms_key_id`. */
  readonly name: string;
  /** The class of the other object that has it: `ModelTrainer`. */
  readonly of?: string;
  readonly span?: Span;
  /** What has the same effect in this request. */
  readonly instead?: readonly FieldChange[];
}

export interface UnsentDefault {
  readonly path: FieldPath;
  /** `SageMaker.TrainingJob.VpcConfig.Subnets` */
  readonly key: string;
  readonly file: string;
  readonly line: number;
}

/** What the SDK does with a call that the request's fields do not show. Rules speak of it. */
export type Remark =
  /** An argument under its name of an older major version, and what the SDK does with it. */
  | {
      readonly kind: "renamed argument";
      readonly name: string;
      /** The class that is given it: `Estimator`. */
      readonly of: string;
      readonly newName: string;
      readonly fate: "taken" | "dropped" | "refused";
      /** Where it is refused: the exception, if it is no TypeError. */
      readonly raises?: string;
      /** It is not given under its new name too. */
      readonly isNewNameFree: boolean;
      /** The argument's name; of one that is expanded from a dict its value. */
      readonly span: Span;
      /** The name can be replaced there. */
      readonly isName: boolean;
      /** Of several objects that the request is made of, by their order, the one that is given it. */
      readonly part?: number;
    }
  /** An argument that the constructor takes and does nothing with. `like`: the one that is meant, perhaps. */
  | {
      readonly kind: "ignored argument";
      readonly name: string;
      /** The class that is given it: `Estimator`. */
      readonly of: string;
      readonly like?: string;
      /** That one is not given too. */
      readonly isLikeFree: boolean;
      readonly span: Span;
      readonly isName: boolean;
    }
  /** A method that something else was assigned to, where the SDK calls it. `span`: what was assigned. */
  | {
      readonly kind: "overwritten method";
      readonly name: string;
      /** The setting that is meant, where one constant was assigned. */
      readonly meant?: FieldChange;
      readonly span: Span;
      readonly raises: boolean;
    }
  /** A setting of the object that this request is made of, which the SDK does not hand on. */
  | {
      readonly kind: "setting left behind";
      readonly path: FieldPath;
      readonly what: string;
      readonly value?: Json;
    };

/** One request as AWS would get it, whoever wrote it. Plain data. */
export interface JobRequest {
  /** `CreateTrainingJob` */
  readonly operation: string;
  readonly client: ClientId;
  /** The name as the call has it: `Estimator`, `create_training_job`. */
  readonly name: string;
  /** The whole call. */
  readonly span: Span;
  /** The callee's name, where what concerns the call as a whole is underlined. */
  readonly nameSpan: Span;
  /** Where the job is launched (`fit`), when that is another place than the call. */
  readonly launches: readonly Span[];
  /** Region of the session or client that the call uses, when known; the environment's applies otherwise. */
  readonly region?: string;
  /** The call names a region, or a session or credentials of its own, that are not known: the environment's do not apply. */
  readonly regionUnknown: boolean;
  /** The AWS profile that its session or command names; with it `regionUnknown`, until it is known whom the facts are of. */
  readonly profile?: string;
  /** Why nothing that was asked of the account may be said of it, in words that complete "cannot tell: …". */
  readonly callerUnknown?: string;
  readonly localMode: boolean | "maybe";
  readonly fields: ReadonlyMap<FieldPath, Field>;
  /**
   * The whole request as the author wrote it, a dict, where the call is the request itself (boto3, the CLI): with it
   * every member is held against the service model, without it only `fields` are. One of several where calls differ.
   */
  readonly parameters?: Value;
  readonly refused?: Refusal;
  /** What some rounds of a loop, or some calls of a function, are refused with, where others are not. */
  readonly sometimesRefused?: Refusal;
  /** Set when exactly one half of the VPC configuration was written: what this client does with it. */
  readonly halfVpc?: HalfVpc;
  /**
   * The half that was written, when the client drops it: it is no field of the request then. `value`: its ids, where they
   * are known.
   */
  readonly droppedHalf?: { readonly path: FieldPath; readonly span?: Span; readonly value?: Json };
  /** What the notebook gives and the SDK leaves out. */
  readonly unsent?: readonly UnsentSetting[];
  /** The SDK refuses its defaults file, so that nothing of it works. `line`: 1-based. */
  readonly refusedDefaults?: { readonly file: string; readonly line: number; readonly problem: string };
  /** What the defaults file says for such a job, and what this class of the SDK does not send. */
  readonly unsentDefaults?: readonly UnsentDefault[];
  /** Fields that the notebook sets after the call, so that what is written into the call has no effect on them. */
  readonly setLater?: readonly FieldPath[];
  /**
   * The objects that hold the job's settings, as they are at the launch, by attribute: a Networking, a Compute. Of a part
   * that is written out the dict of it, by `part`.
   */
  readonly objects?: ReadonlyMap<string, Value>;
  readonly remarks?: readonly Remark[];
  /** The call makes an object of a class of the notebook's own, below one of the SDK's. */
  readonly ofSubclass?: true;
  /** How the call is written; the dialect needs it to write a field. */
  readonly call: CallSite;
  /** Of a command that stands in a text of another language: whether it stands there as it is, or Python makes it. */
  readonly inText?: "as it is" | "made";
  /** It is made by AWS Batch in the caller's place, whose own policies nobody asks then. */
  readonly through?: "AWS Batch";
  /** Of a request that holds several jobs the one that this is about, what its paths begin with: `TrainingJobDefinitions[0].` */
  readonly part?: FieldPath;
  /** Of a command that asks for no job and is listed for this alone: what it takes of the answer. */
  readonly query?: { readonly text: string; readonly span: Span };
  /** Of a pipeline or state machine the step that this is about; its fields' paths begin with `part`. */
  readonly step?: PipelineStep;
  /** The call where the same job is listed with its settings: rules speak of it there, once. */
  readonly judgedAt?: Span;
  /** Where fields are written when that is not `call` alone; the client can set these and no others. */
  readonly places?: ReadonlyMap<FieldPath, FieldPlace>;
  /** Members besides the settings that the dialect follows: what has no field of them is not sent. */
  readonly followed?: readonly FieldPath[];
}

/** A step of a SageMaker pipeline or of a state machine: a request that is made when it runs. */
export interface PipelineStep {
  /**
   * What the paths of the step's request begin with: `PipelineDefinition.Steps[0].Arguments.`; `Steps[]`: which one is
   * not known. Nothing for a state machine, whose jobs are requests of their own.
   */
  readonly at: FieldPath;
  /** The operation that its arguments are for, `CreateTrainingJob`; absent: none of SageMaker's. */
  readonly operation?: string;
  readonly name?: string;
  /** No call of the notebook asks for the job: the SDK adds it. */
  readonly addedBySdk?: "RepackModel";
}

/** A call that makes an object of an SDK which could start jobs. */
export interface MadeObject {
  readonly client: ClientId;
  /** The class: `Estimator`. */
  readonly name: string;
  readonly span: Span;
}

/** Where a field's value belongs in the notebook. */
export interface FieldPlace {
  /** The call that takes it, perhaps another than the request's: the estimator's of a tuning job. */
  readonly call: CallSite;
  /** The keyword, then dict keys below it or members of an object that is to be made. */
  readonly steps: readonly FieldStep[];
}

/** `made`: the value of the keyword is an object that is made of what follows; what `NetworkConfig` is imported by. */
export type FieldStep = string | { readonly keyword: string; readonly made: string };

/** Set the field at `path` to `value`. Lists of strings and strings are what SageMaker's fields need. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly value: Json;
  /** On branches where the field has a value, that stays. */
  readonly onlyWhereMissing?: true;
  /** What was assigned to an attribute of the object instead, and has no such effect: that assignment goes. */
  readonly instead?: Span;
}

/** Change one member where it was written. `at`: its name, quoted as a dict's key or bare as a keyword. */
export type MemberEdit =
  | { readonly do: "rename"; readonly at: Span; readonly from: string; readonly to: string }
  | { readonly do: "remove"; readonly at: Span; readonly name: string }
  /** Another member, or several, in its place, with values of their own. */
  | {
      readonly do: "become";
      readonly at: Span;
      readonly name: string;
      readonly members: readonly (readonly [string, Json])[];
    }
  /** A list of what is `at`. */
  | { readonly do: "put in list"; readonly at: Span }
  /** `at`: the value, a literal or a display. */
  | { readonly do: "replace"; readonly at: Span; readonly to: Json };
