import { operationOfMethod } from "../catalog/sagemaker-api.js";
import { sagemakerV3 } from "../catalog/sagemaker-v3.js";
import type { SdkCatalog, SdkClass } from "../catalog/sdk-catalog.js";
import { lastName } from "../dotted-path.js";
import type { Context } from "../python/context.js";
import type { Instance, Library } from "../python/library.js";
import {
  libraryType,
  noArguments,
  none,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "../python/machine.js";
import {
  asRead,
  clientMade,
  credentialsOf,
  clientOf,
  clientType,
  regionOf,
  sessionMembers,
  sessionOf,
  sessionType,
  setDefaultSession,
  submitServiceJob,
} from "./boto3/sessions.js";
import { ownCredentials } from "./call-of.js";
import { isKeptAsGiven, keepsAll, ofDefault } from "./constructor-members.js";
import { changingFunctions, knownPackages, sdkPackages } from "./known-packages.js";
import { classNamesOf, mentionedNames, mentionsHint } from "./mentioned-names.js";
import { executionRole, roleFunctions } from "./execution-role.js";
import { pipelineAttribute } from "./pipeline-values.js";
import { assignedToModel, validatedKeywords } from "./sagemaker-v3/construct.js";
import { builderNetwork } from "./sagemaker-v3/model-builder.js";
import { madeResource } from "./sagemaker-core/made-resource.js";
import { plainShape, shapesBoundBy, shapesOfOtherNames } from "./sagemaker-core/plain-shape.js";
import { configures } from "./sagemaker-v3/trainer-configured.js";
import { isTrainingInput } from "./structures/training-channels.js";
import { uploadedTo } from "./session-values.js";
import { isSession } from "./replaced-inside.js";
import { SdkMethods, tuner } from "./sdk-methods.js";
import { SdkObjects } from "./sdk-objects.js";
import { SdkSubclassing } from "./sdk-subclassing.js";
import { standInOf } from "./stand-ins.js";
import { loadedDefaults } from "./sdk-defaults/loaded-defaults.js";
import { sessionDefaults } from "./sdk-defaults/resolve-defaults.js";
import { queueMade } from "./training-queues.js";
import { vpcFunction } from "./vpc-values.js";

/** A member of objects whose class is one of two: nothing can be written into their calls. */
const unsure = "_unsure";

/** What the evaluator needs to know of the SageMaker SDK and of boto3; what they submit is the dialects' to read. */
export class SdkLibrary implements Library {
  private readonly objects: SdkObjects;
  private readonly methods: SdkMethods;
  readonly subclassing: SdkSubclassing;

  constructor(
    private readonly catalog: SdkCatalog,
    /** False: of the paths that two versions have nobody knows whose they are. */
    private readonly versionIsKnown = true,
  ) {
    this.objects = new SdkObjects(catalog);
    this.methods = new SdkMethods(catalog, this.objects);
    this.subclassing = new SdkSubclassing(catalog, this.objects, (path) => this.mayBeEither(path));
  }

  call(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
    if (path === "boto3.client") return clientMade(bound, undefined, site, context);
    if (path === "boto3.setup_default_session") {
      setDefaultSession(bound, context);
      return none;
    }
    if (path === "botocore.session.get_session" || path === "botocore.session.Session")
      return context.allocate(sessionOf(new Map()));
    if (path === "boto3.Session" || path === sessionType)
      return this.objects.instance(sessionType, sessionMembers(bound), bound, site, context);
    const other = standInOf(path);
    if (other) return context.allocate(other);
    const made = isOfSdk(path) ? this.made(path, bound, site, context) : undefined;
    if (made) return made;
    return isOfKnownPackage(path) ? undefined : this.methods.ofUnknown(lastName(path), bound, site, context);
  }

  /** What a class or a function of the SDK makes. */
  private made(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
    const known = this.classOf(path, bound);
    if (known) {
      const members = this.objects.membersOf(known, bound, context);
      if (this.mayBeEither(path)) members.set(unsure, unknown("the version of the SDK is not known"));
      return this.objects.instance(known.path, members, bound, site, context);
    }
    const shape = plainShape(path, bound, site) ?? queueMade(path);
    if (shape) return context.allocate(shape);
    const made =
      this.classMethod(path, bound, site, context) ?? this.objects.byDecorator(path, bound, site, context);
    if (made) return made;
    const told =
      loadedDefaults(path, bound, context) ?? uploadedTo(path, bound) ?? vpcFunction(path, bound, context);
    if (told) return told;
    if (this.catalog.functionOf(path)) {
      const method = this.catalog.canonicalPath(path) ?? path;
      context.record({
        kind: "invocation",
        type: "",
        method,
        site,
        arguments: bound,
      });
      if (roleFunctions.has(method)) return executionRole(bound, site, context);
    }
    return undefined;
  }

  attribute(type: string, name: string, instance: Instance, context: Context): MachineValue | undefined {
    if (isSession(type, this.catalog)) {
      const region = regionOf(instance, context);
      const credentials = credentialsOf(instance, context);
      const asWhom = (made: Instance): Instance =>
        credentials ? { ...made, members: new Map([...made.members, [ownCredentials, credentials]]) } : made;
      if (name === "sagemaker_client")
        return instance.members.get(name) ?? context.allocate(asWhom(clientOf("sagemaker", region)));
      // Without defaults it is an empty dict, which the notebook may fill
      if (name === sessionDefaults)
        return instance.members.get(name) ?? unknown("what a session takes from defaults files is not known");
      if (name === "boto_region_name" || name === "_region_name") return asRead(region);
      if (name === "boto_session")
        return context.allocate(asWhom(sessionOf(new Map([["region_name", asRead(region)]]))));
    }
    const variable =
      pipelineAttribute(type, name, this.catalog, context) ?? builderNetwork(type, name, instance, context);
    if (variable) return variable;
    if (type === sessionType || type.startsWith(clientType))
      return name === "region_name" ? asRead(regionOf(instance, context)) : undefined;
    const other = standInOf(type);
    if (other) return instance.members.get(name) ?? context.allocate(other);
    const parameter = this.catalog.classOf(type)?.parameters.find((one) => one.name === name);
    if (!parameter || parameter.required) return undefined;
    // Constructors fill in much of what is not given: an image, a session, an output path
    const isKept = isKeptAsGiven(type, name, instance);
    return parameter.default === null && !isKept ? undefined : ofDefault(parameter.default);
  }

  attributesOf(type: string): readonly string[] | undefined {
    return keepsAll.has(type) ? this.catalog.classOf(type)?.parameters.map(({ name }) => name) : undefined;
  }

  isMethod(type: string, name: string): boolean {
    return this.methods.isKnown(type, name);
  }

  methodOfUnknown(
    name: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined {
    return this.methods.ofUnknown(name, bound, site, context);
  }

  method(
    self: MachineValue,
    type: string,
    name: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined {
    return this.methods.call({ self, type, name, bound, site }, context);
  }

  handsOut(type: string, name: string): boolean {
    return (
      (name === "config" && isTrainingInput(type)) ||
      (name === "override_resource_config" && this.catalog.isA(type, tuner)) ||
      configures(type, name, this.catalog)
    );
  }

  ancestors(type: string): readonly string[] {
    return this.catalog.ancestors(type).map(({ path }) => path);
  }

  /** Sessions are what the SDK asks AWS by; of other classes the methods that submit are the notebook's to call. */
  callsItself(path: string, name: string): boolean {
    // What is in the package itself its modules do not take from there
    return (
      path.startsWith("sagemaker.") && (!this.methods.isKnown(path, name) || isSession(path, this.catalog))
    );
  }

  handed(self: MachineValue, type: string, name: string, site: Site, context: Context): void {
    if (this.methods.isKnown(type, name))
      this.methods.record({ self, type, name, bound: anyArguments, site }, context);
  }

  members(
    type: string,
    bound: BoundArguments,
    context: Context,
    until?: "finisher",
  ): ReadonlyMap<string, MachineValue> | undefined {
    const known = this.catalog.classOf(type);
    return known && this.objects[until ? "unfinished" : "membersOf"](known, bound, context);
  }

  assigned(type: string, name: string, value: MachineValue, context: Context): MachineValue {
    return assignedToModel(this.catalog.canonicalPath(type) ?? type, name, value, context);
  }

  constructed(
    self: MachineValue,
    type: string,
    bound: BoundArguments,
    site: Site,
    inner: Site | undefined,
    context: Context,
  ): void {
    const known = this.catalog.classOf(type);
    if (!known || self.kind !== "reference") return;
    context.record({
      kind: "construction",
      type: known.path,
      id: self.id,
      site,
      ...(inner ? { inner } : {}),
      self,
      arguments: bound,
    });
  }

  isFixed(type: string): boolean {
    return type === sessionType || type.startsWith(clientType) || isSession(type, this.catalog);
  }

  harmless(path: string): boolean {
    return isOfKnownPackage(path) && !changingFunctions.has(path);
  }

  /** Whether an identifier may have to do with a call that submits something: packages and operations. */
  readonly submits = (identifier: string): boolean =>
    mentionedNames.has(identifier) ||
    identifier === submitServiceJob ||
    (/^(?:create|update|start)_/.test(identifier) && operationOfMethod(identifier) !== undefined);

  readonly hint = mentionsHint;

  /** Not the SDK's functions: who calls one has imported it. */
  readonly isClass = (identifier: string): boolean => {
    this.classNames ??= classNamesOf(this.catalog);
    return this.classNames.has(identifier);
  };
  private classNames: ReadonlySet<string> | undefined;

  readonly starNames = (module: string): readonly string[] => [
    ...this.catalog.starNames(module),
    ...shapesOfOtherNames(module),
  ];

  readonly otherNamesOf = shapesBoundBy;

  /** Of two versions that have the path the one whose constructor takes these keywords. */
  private classOf(path: string, { keywords }: BoundArguments): SdkClass | undefined {
    const own = this.catalog.classOf(path);
    const other = sagemakerV3.classOf(path);
    if (!own || !other || !this.mayBeEither(path)) return own;
    const takes = ({ parameters }: SdkClass) =>
      [...keywords.keys()].every((keyword) => parameters.some(({ name }) => name === keyword));
    return !takes(own) && takes(other) ? other : own;
  }

  private mayBeEither(path: string): boolean {
    const other = this.versionIsKnown ? undefined : sagemakerV3.classOf(path)?.path;
    return other !== undefined && other !== this.catalog.classOf(path)?.path;
  }

  /** A method that is called by its class; what `attach` and its like make is an object of the class. */
  private classMethod(
    path: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined {
    const dot = path.lastIndexOf(".");
    const known = this.catalog.classOf(path.slice(0, dot));
    if (!known) return undefined;
    const method = path.slice(dot + 1);
    const made = this.objects.byClassMethod(known, method, bound, site, context);
    if (made) return made;
    const validated = validatedKeywords(known.path, method, bound, context);
    if (validated) return this.call(known.path, validated, site, context);
    // `Estimator.fit(estimator, …)`
    const [self, ...positional] = bound.positional;
    const object = self && context.object(self);
    const own = object?.kind === "instance" ? libraryType(object.type) : undefined;
    if (self && own !== undefined && this.catalog.isA(own, known.path) && this.methods.isKnown(own, method)) {
      const rest = { ...site, arguments: site.arguments.slice(1) };
      const call = { self, type: own, name: method, bound: { ...bound, positional }, site: rest };
      return this.methods.call(call, context);
    }
    // `TrainingJob.create(…)`
    if (this.catalog.methodOf(known.path, method))
      context.record({
        kind: "invocation",
        type: known.path,
        method,
        site,
        arguments: bound,
      });
    const resource = madeResource(known.path, method, bound);
    return resource && context.allocate(resource);
  }
}

function isOfKnownPackage(path: string): boolean {
  return knownPackages.has(packageOf(path));
}

function isOfSdk(path: string): boolean {
  return sdkPackages.has(packageOf(path));
}

function packageOf(path: string): string {
  const end = path.indexOf(".");
  return end < 0 ? path : path.slice(0, end);
}

/** Nobody knows what they are. */
const anyArguments: BoundArguments = { ...noArguments, openKeywords: true, openPositional: true };
