import { operationOfMethod } from "../catalog/sagemaker-api.js";
import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import { runs } from "../python/call.js";
import type { Context } from "../python/context.js";
import {
  noArguments,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "../python/machine.js";
import { askedByNotebook } from "./asked-by-notebook.js";
import { fillNetwork } from "./baseline-network.js";
import {
  batchClient,
  clientMade,
  clientOfUnknown,
  clientType,
  sagemakerClientOfUnknown,
  sessionType,
  submitServiceJob,
} from "./boto3/sessions.js";
import { roleOfSession } from "./execution-role.js";
import { madeBy } from "./made-objects.js";
import {
  delayedReturn,
  givesArguments,
  pipelineMethod,
  stepArgumentsOf,
  stepFunctions,
} from "./pipeline-values.js";
import { escapeWhereReplaced, isSession } from "./replaced-inside.js";
import { modelCopy } from "./sagemaker-v3/model-copy.js";
import { modelDump } from "./sagemaker-v3/model-dump.js";
import { isModel } from "./sagemaker-v3/construct.js";
import { trainerConfigured } from "./sagemaker-v3/trainer-configured.js";
import { resolveDefaults } from "./sdk-defaults/resolve-defaults.js";
import type { SdkObjects } from "./sdk-objects.js";
import { sessionMethod } from "./session-values.js";
import { standInOf } from "./stand-ins.js";
import { expectedModel } from "./stepfunctions/expected-model.js";
import { decorators, isSubmitter } from "./submitters.js";
import { queuedJobs } from "./training-queues.js";
import { keepTuned, overrideInstances } from "./tuned-estimator.js";
import { vpcMethod } from "./vpc-values.js";
import { warmStartMembers } from "./warm-start-tuner.js";

export const tuner = "sagemaker.tuner.HyperparameterTuner";

/** A method that is called of an object of a library's class. */
export interface MethodCall {
  readonly self: MachineValue;
  /** The path of the class. */
  readonly type: string;
  readonly name: string;
  readonly bound: BoundArguments;
  readonly site: Site;
}

/** What methods of the SDK's and boto3's objects give and change; those that submit something are recorded. */
export class SdkMethods {
  constructor(
    private readonly catalog: SdkCatalog,
    private readonly objects: SdkObjects,
  ) {}

  /** Whether the method submits something, or leads to what does. */
  isKnown(type: string, name: string): boolean {
    return (
      type === sessionType ||
      isSubmitter(type, name, this.catalog) ||
      (type === batchClient && name === submitServiceJob) ||
      (type === `${clientType}sagemaker`
        ? operationOfMethod(name) !== undefined
        : this.catalog.methodOf(type, name) !== undefined)
    );
  }

  /** A session or a client that a function is given, or that another file makes. */
  ofUnknown(name: string, bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
    if (name === "client") return sagemakerClientOfUnknown(bound, site, context);
    const client = clientOfUnknown(name, bound, site, context);
    if (!client) return undefined;
    this.record({ self: client, type: `${clientType}sagemaker`, name, bound, site }, context);
    return unknown(`${site.callee}() runs in the notebook`);
  }

  call(call: MethodCall, context: Context): MachineValue | undefined {
    const { self, type, name, bound, site } = call;
    if (type === sessionType) {
      const makes = name === "client" || name === "create_client";
      return makes ? clientMade(bound, self, site, context) : undefined;
    }
    const told = this.toldOf(call, context) ?? this.madeOf(call, context);
    if (told) return told;
    if (name === "__enter__" && isSubmitter(type, "submit", this.catalog)) return self;
    if (name === "override_resource_config" && this.catalog.isA(type, tuner))
      overrideInstances(self, bound, context);
    if (name === "fit" && this.catalog.isA(type, tuner)) keepTuned(self, this.catalog, context);
    if (decorators.has(type) && bound.positional[0]?.kind === "function") return self;
    if (name === "get_caller_identity_arn" && isSession(type, this.catalog))
      return roleOfSession(self, site, context);
    return this.submitted(call, context);
  }

  /** @param serial Names what the call gives: steps of a pipeline are made of it. */
  record(call: MethodCall, context: Context, serial?: number, through?: "AWS Batch"): void {
    const { self, type, name, bound, site } = call;
    context.record({
      kind: "invocation",
      type,
      method: name,
      ...(serial === undefined ? {} : { call: serial }),
      ...(through === undefined ? {} : { through }),
      site,
      self,
      arguments: bound,
      ...(self.kind === "reference" ? { id: self.id } : {}),
    });
  }

  /** Methods that tell something of an object. */
  private toldOf({ self, type, name, bound }: MethodCall, context: Context): MachineValue | undefined {
    const other = standInOf(type);
    if (other) return context.allocate(other);
    const told =
      sessionMethod(self, type, name, bound, this.catalog, context) ??
      vpcMethod(self, type, name, bound, this.catalog, context) ??
      expectedModel(self, type, name, this.catalog, context);
    if (told) return told;
    const copied = name === "model_copy" ? modelCopy(self, type, bound, this.catalog, context) : undefined;
    if (copied) return copied;
    return name === "model_dump" && isModel(type)
      ? modelDump(self, type, bound, this.catalog, context)
      : undefined;
  }

  /** Jobs that go through a queue, and what is made of an object besides. */
  private madeOf(call: MethodCall, context: Context): MachineValue | undefined {
    const { self, type, name, bound, site } = call;
    const queued = queuedJobs(type, name, bound, this.catalog, context);
    for (const one of queued ?? []) {
      const { job, type: own, method, bound: given } = one;
      const asked = { self: job, type: own, name: method, bound: given, site: { ...site, arguments: [] } };
      this.record(asked, context, undefined, "AWS Batch");
    }
    if (queued) return unknown(`${site.callee}() runs in the notebook`);
    const warm = warmStartMembers(self, type, name, bound, this.catalog, context);
    if (warm) return this.objects.instance(tuner, warm, noArguments, site, context);
    return trainerConfigured(self, type, name, bound, this.catalog, context);
  }

  /** A method that submits something, if it is one, and what it gives. */
  private submitted(call: MethodCall, context: Context): MachineValue | undefined {
    const { self, type, name, site } = call;
    const submits = this.isKnown(type, name);
    if (submits) {
      const isAsked = askedByNotebook(self, type, name, site, this.catalog, context);
      escapeWhereReplaced(self, type, name, this.catalog, context);
      if (isAsked) return unknown(runs(site));
    }
    fillNetwork(self, type, name, this.catalog, context);
    const gives = submits && givesArguments(self, name, this.catalog, context);
    const serial = gives === false ? undefined : context.serialNumber();
    if (submits) this.record(call, context, serial);
    const built = name === "build" ? this.objects.built(self, type, context) : undefined;
    if (built) return built;
    const made = submits && gives === false ? this.madeBy(call, context) : undefined;
    if (made) return made;
    if (stepFunctions.has(type) && name === "__call__") {
      const members = new Map([["step", self]]);
      return context.allocate({ kind: "instance", type: delayedReturn, members, open: false });
    }
    return submits
      ? stepArgumentsOf(self, name, serial, site, this.catalog, context)
      : pipelineMethod(type, name, this.catalog, context);
  }

  /** The object that a submitting method gives: a model, a predictor. */
  private madeBy(call: MethodCall, context: Context): MachineValue | undefined {
    const { self, type, name, bound, site } = call;
    const own = context.object(self);
    if (own?.kind !== "instance") return undefined;
    const signature = this.catalog.methodOf(type, name);
    const made = madeBy(own, type, name, { bound, signature }, this.catalog, context);
    if (!made) return undefined;
    const known = this.catalog.classOf(made.type);
    const members = known ? resolveDefaults(known, made.members, this.catalog, context) : made.members;
    return made.isConstruction
      ? this.objects.instance(made.type, new Map(members), bound, site, context)
      : context.allocate({ kind: "instance", type: made.type, members, open: false, ...made.at });
  }
}
