import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { isGiven, isTruthy } from "../sagemaker-v2/values.js";
import {
  beginning,
  constant,
  eachOf,
  isPipelineVariable,
  structure,
  unknown,
  whyOf,
} from "../structures/structure.js";
import { s3Source, sentAs, type Launched, type LaunchField } from "./launch-fields.js";
import { attributeAt } from "./read-attributes.js";

/*
 * The channels of a tuning job: those that `tune` is given, then those of the trainer that have another name, then those
 * with the trainer's code.
 *
 * @source sagemaker 3.27.0, train/tuner.py, HyperparameterTuner._build_training_job_definition
 */

export const tunerLaunch: readonly LaunchField[] = [{ path: "InputDataConfig", shape: channels }];

/** `undefined`: the name is not known. */
type Named = readonly [name: string | undefined, channel: Value];

function channels({ given, root }: Launched): Value | undefined {
  const inputs = given.get("inputs");
  const own = givenChannels(inputs);
  if (own === undefined) return unknown(inputs ? whyOf(inputs) : "it is not followed", inputs?.span);
  const config = attributeAt(root, ["model_trainer", "input_data_config"]);
  const more = trainerChannels(config);
  if (more === undefined) return unknown(config ? whyOf(config) : "it is not followed", config?.span);
  const isNameless = [...own.items, ...more.items].some(([name]) => name === undefined);
  if (isNameless && own.items.length > 0 && more.items.length > 0)
    return unknown("the names of its channels are not known");
  const names = new Set(own.items.map(([name]) => name));
  const items = [...own.items, ...more.items.filter(([name]) => name === undefined || !names.has(name))].map(
    ([, channel]) => channel,
  );
  const hasCode = isGiven(attributeAt(root, ["model_trainer", "source_code"])) !== false;
  const open = own.open || more.open || hasCode;
  if (items.length === 0 && !open) return undefined;
  const span = inputs?.span ?? config?.span;
  const sent = sentAs("InputDataConfig", "input_data_config", { kind: "list", items, open });
  return span && sent ? { ...sent, span } : sent;
}

interface Channels {
  readonly items: readonly Named[];
  readonly open: boolean;
}

const none: Channels = { items: [], open: false };

/** A place, places by channel, or a list of inputs and channels; undefined: not known. */
function givenChannels(inputs: Value | undefined): Channels | undefined {
  if (inputs === undefined || isTruthy(inputs) === false) return none;
  if (isPlace(inputs)) return { items: [["training", channelAt(constant("training"), inputs)]], open: false };
  if (inputs.kind === "dict") {
    const items = [...inputs.entries].map(([name, uri]): Named => [name, channelAt(constant(name), uri)]);
    return { items, open: inputs.open };
  }
  // Of a tuple nothing is taken
  if (inputs.kind !== "list") return undefined;
  const items = inputs.items.flatMap((item): Named[] =>
    item.kind === "dict" || isAbsent(item) ? [] : [[nameOf(item), givenChannel(item)]],
  );
  return { items, open: inputs.open };
}

/** What the trainer has is taken as it is, so that it has to be a channel already. */
function trainerChannels(config: Value | undefined): Channels | undefined {
  if (config === undefined || isAbsent(config)) return none;
  if (config.kind !== "list" && config.kind !== "tuple") return undefined;
  return { items: config.items.map((item): Named => [nameOf(item), item]), open: config.open };
}

function givenChannel(item: Value): Value {
  return eachOf(item, (one) => {
    if (one.kind !== "object") return unknown(whyOf(one), one.span);
    if (!isInputData(one)) return one;
    const given = (name: string) => attributeAt(one, [name]);
    const uri = given("data_source") ?? unknown("it is not given");
    return channelAt(given("channel_name") ?? unknown("it is not given"), uri, given("content_type"));
  });
}

function channelAt(name: Value, uri: Value, contentType?: Value): Value {
  return structure(
    [
      ["channel_name", name],
      ["content_type", contentType],
      ["data_source", structure([["s3_data_source", s3Source(uri)]])],
    ],
    uri.span,
  );
}

function isInputData(value: Value): boolean {
  return value.kind === "object" && sagemakerSdk.isA(value.type, "sagemaker.core.training.configs.InputData");
}

function isPlace(value: Value): boolean {
  return beginning(value) !== undefined || isPipelineVariable(value);
}

function nameOf(item: Value): string | undefined {
  const name = attributeAt(item, ["channel_name"]);
  return name?.kind === "constant" ? String(name.data) : undefined;
}

/** What `HyperparameterTuner.create` makes, see refusedNames. */
export function isOfNamedTrainers(root: Value | undefined): boolean {
  return attributeAt(root, ["model_trainer_dict"]) !== undefined;
}

/**
 * A tuner of named trainers has them in a dict and none of its own, of which the definition of the jobs is made all the
 * same. So what `HyperparameterTuner.create` makes never tunes.
 *
 * @source sagemaker 3.27.0, train/tuner.py, HyperparameterTuner.__init__, _build_training_job_definition
 */
function refusedNames({ given, root }: Launched): Refusal | undefined {
  const named = attributeAt(root, ["model_trainer_dict"]);
  const name = attributeAt(root, ["model_trainer_name"]);
  if (named === undefined && (name === undefined || isTruthy(name) !== true)) return undefined;
  const inputs = given.get("inputs");
  if (inputs !== undefined && !isAbsent(inputs)) {
    if (inputs.kind === "constant" || inputs.kind === "list")
      return {
        error: "ValueError",
        message: "Argument 'inputs' must be a dictionary with the trainers' names",
      };
    const names = namesOf(named, name);
    if (names === undefined || inputs.kind !== "dict" || inputs.open) return undefined;
    const other = [...inputs.entries.keys()].find((one) => !names.has(one));
    if (other !== undefined)
      return { error: "ValueError", message: `Argument 'inputs' has ${other}, which names no trainer` };
  }
  return { error: "AttributeError", message: "'NoneType' object has no attribute 'training_image'" };
}

function namesOf(named: Value | undefined, name: Value | undefined): ReadonlySet<string> | undefined {
  if (named === undefined) return name?.kind === "constant" ? new Set([String(name.data)]) : undefined;
  return named.kind === "dict" && !named.open ? new Set(named.entries.keys()) : undefined;
}

/** The job is named after the image where nothing names it, and who trains with an algorithm has none. */
function refusedJobName({ given, root }: Launched): Refusal | undefined {
  const named = attributeAt(root, ["model_trainer_dict"]);
  if (named !== undefined && (named.kind !== "dict" || named.open)) return undefined;
  const first = named === undefined ? undefined : [...named.entries].sort(byName)[0]?.[1];
  const trainer = named === undefined ? attributeAt(root, ["model_trainer"]) : first;
  const isNamed = [given.get("job_name"), attributeAt(root, ["base_tuning_job_name"])].some(
    (name) => !isAbsent(name),
  );
  return !isNamed && isTruthy(attributeAt(trainer, ["algorithm_name"])) === true
    ? { error: "TypeError", message: "expected string or bytes-like object, got 'NoneType'" }
    : undefined;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** An input of the trainer, or one that is more than a place: the definition of the jobs takes channels only. */
export function refusedTuning(launched: Launched): Refusal | undefined {
  const refused = refusedJobName(launched) ?? refusedNames(launched);
  if (refused) return refused;
  const { given, root } = launched;
  const inputs = given.get("inputs");
  const own = inputs?.kind === "list" ? inputs.items : [];
  const isStructure = (item: Value) => attributeAt(item, ["data_source"])?.kind === "object";
  const isVariable = (item: Value) => isPipelineVariable(attributeAt(item, ["data_source"]) ?? unknown(""));
  if (own.some((item) => isInputData(item) && isStructure(item) && !isVariable(item)))
    return invalid("S3DataSource: s3_uri: input should be a valid string");
  const names = givenChannels(inputs);
  const config = trainerChannels(attributeAt(root, ["model_trainer", "input_data_config"]));
  if (names === undefined || names.open || names.items.some(([name]) => name === undefined)) return undefined;
  const isTaken = (name: string | undefined) => names.items.some(([other]) => other === name);
  if (
    config?.items.some(([name, item]) => isInputData(item) && name !== undefined && !isTaken(name)) === true
  )
    return invalid("input_data_config: input should be a valid dictionary or instance of Channel");
  return undefined;
}

function invalid(message: string): Refusal {
  return { error: "ValidationError", message };
}
