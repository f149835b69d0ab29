import type { SnippetWriter, Given } from "./snippet-writer.js";
import { valueFor } from "./values.js";

type Surface = (writer: SnippetWriter) => void;

const role = '"arn:aws:iam::111122223333:role/SageMakerExecutionRole"';
const image = '"111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"';

function withRole(w: SnippetWriter, given: Given, name = "role"): Given {
  return w.dice.percent(15) ? given : { [name]: role, ...given };
}

const machines = (w: SnippetWriter): Given => ({
  instance_count: w.dice.pick(["1", "2"]),
  instance_type: w.dice.pick(['"ml.m5.xlarge"', '"ml.c5.2xlarge"']),
});

function session(w: SnippetWriter): Given {
  if (!w.dice.percent(30)) return {};
  const code = w.dice.pick([
    "Session()",
    'Session(default_bucket="ml-own-bucket")',
    'Session(boto_session=boto3.Session(region_name="eu-west-1"))',
    "Session(sagemaker_config=DEFAULTS)",
  ]);
  const name = w.fresh("session");
  w.add(`${name} = ${code.replace("DEFAULTS", JSON.stringify(w.defaults()).replaceAll("true", "True").replaceAll("false", "False"))}`);
  return { sagemaker_session: name };
}

function makeTrainer(w: SnippetWriter, more: Given = {}): string {
  const object = w.construct("sagemaker.train.model_trainer.ModelTrainer", {
    required: withRole(w, { training_image: image, ...session(w), ...more }),
    never: ["training_input_mode"],
    attributes: true,
  });
  networkingLater(w, object);
  return object;
}

function networkingLater(w: SnippetWriter, object: string): void {
  const { dice } = w;
  if (!dice.percent(15)) return;
  const [name, kind] = dice.pick([["networking", "Networking"], ["compute", "Compute"]]);
  const own = w.fresh(name ?? "");
  w.add(`${own} = ${valueFor(name ?? "", "v3", dice) ?? `${kind ?? ""}()`}`);
  w.add(`${object}.${name} = ${own}`);
  const change = name === "networking" ? ['subnets = ["subnet-0a10000000000001a"]', "enable_network_isolation = True", "security_group_ids = None"] : ['volume_kms_key_id = "alias/ml-volume"', 'instance_type = "ml.m5.large"', "instance_count = 3"];
  w.add(`${dice.pick([own, `${object}.${name}`])}.${dice.pick(change)}`);
}

const trainer: Surface = (w) => {
  const object = makeTrainer(w);
  w.launch("sagemaker.train.model_trainer.ModelTrainer", "train", object, { required: { wait: "False" }, never: ["logs"] });
};

const tuner: Surface = (w) => {
  const model_trainer = makeTrainer(w);
  const path = "sagemaker.train.tuner.HyperparameterTuner";
  const object = w.construct(path, { required: { model_trainer, objective_metric_name: '"loss"', hyperparameter_ranges: '{"lr": ContinuousParameter(0.1, 1.0)}', metric_definitions: '[{"Name": "loss", "Regex": "loss=(.*)"}]' }, never: ["strategy"] });
  w.launch(path, "tune", object, { required: { wait: "False" } });
};

function networkLater(w: SnippetWriter, object: string): void {
  if (!w.dice.percent(12)) return;
  const network = w.fresh("network");
  w.add(`${network} = ${valueFor("network_config", "v3", w.dice) ?? "NetworkConfig()"}`);
  w.add(`${object}.network_config = ${network}`);
  w.add(`${network}.${w.dice.pick(["enable_network_isolation = True", 'subnets = ["subnet-0a10000000000001a"]', 'security_group_ids = ["sg-0a1000000000000aa"]', "encrypt_inter_container_traffic = False"])}`);
}

const dictTags = '[{"Key": "team", "Value": "ml"}]';
const input = 'ProcessingInput(input_name="in", s3_input=ProcessingS3Input(s3_uri="s3://ml-data/in", s3_data_type="S3Prefix", local_path="/opt/ml/processing/in", s3_input_mode="File"))';
const output = 'ProcessingOutput(output_name="out", s3_output=ProcessingS3Output(s3_uri="s3://ml-artifacts/out", local_path="/opt/ml/processing/out", s3_upload_mode="EndOfJob"))';

const processor: Surface = (w) => {
  const { dice } = w;
  const m = machines(w);
  const [path, own, run] = dice.pick<readonly [string, Given, Given]>([
    ["sagemaker.core.processing.Processor", { image_uri: image, ...m }, {}],
    ["sagemaker.core.processing.ScriptProcessor", { image_uri: image, command: '["python3"]', ...m }, { code: '"run.py"' }],
    ["sagemaker.core.processing.FrameworkProcessor", { image_uri: image, command: '["python3"]', ...m }, { code: '"run.py"' }],
    ["sagemaker.core.spark.processing.PySparkProcessor", { framework_version: '"3.3"', ...m }, { submit_app: '"run.py"' }],
  ]);
  const tags: Given = dice.percent(10) ? { tags: dictTags } : {};
  const object = w.construct(path, { required: withRole(w, { ...own, ...tags, ...session(w) }), never: ["image_uri", "command", "tags", "configuration_location"], attributes: true });
  networkLater(w, object);
  const inputs: Given = { ...(dice.percent(40) ? { inputs: `[${input}]` } : {}), ...(dice.percent(50) ? { outputs: `[${output}]` } : {}) };
  w.launch(path, "run", object, { required: { ...run, ...inputs, wait: "False", logs: "False" }, never: ["inputs", "source_dir", "dependencies", "submit_py_files"] });
};

const clarify: Surface = (w) => {
  const path = "sagemaker.core.clarify.SageMakerClarifyProcessor";
  w.add("clarify_session = Session()");
  const object = w.construct(path, { required: withRole(w, { ...machines(w), sagemaker_session: "clarify_session" }), never: ["tags"], attributes: true });
  networkLater(w, object);
  w.launch(path, "run_pre_training_bias", object, { required: { data_config: 'DataConfig("s3://ml-data/x.csv", "s3://ml-data/bias", label="y", headers=["y", "a"], dataset_type="text/csv")', data_bias_config: 'BiasConfig(label_values_or_threshold=[1], facet_name="a")', wait: "False", logs: "False" } });
};

const monitor: Surface = (w) => {
  const path = "sagemaker.core.model_monitor.model_monitoring.DefaultModelMonitor";
  const object = w.construct(path, { required: withRole(w, { ...machines(w), ...session(w) }), never: ["tags"], attributes: true });
  networkLater(w, object);
  if (w.dice.percent(50)) w.launch(path, "suggest_baseline", object, { required: { baseline_dataset: '"s3://ml-data/b.csv"', dataset_format: "DatasetFormat.csv(header=True)", output_s3_uri: '"s3://ml-data/out"', wait: "False", logs: "False" } });
  if (w.dice.percent(70)) w.launch(path, "create_monitoring_schedule", object, { required: { endpoint_input: '"ep"', output_s3_uri: '"s3://ml-data/out"', schedule_cron_expression: '"cron(0 * ? * * *)"', monitor_schedule_name: '"s"' } });
};

const builder: Surface = (w) => {
  const { dice } = w;
  const path = "sagemaker.serve.model_builder.ModelBuilder";
  const object = w.construct(path, { required: withRole(w, { image_uri: image, ...(dice.percent(85) ? { s3_model_data_url: '"s3://ml-artifacts/model.tar.gz"' } : { model: makeTrainerTrained(w) }), ...session(w) }, "role_arn"), never: ["source_code", "compute", "mode", "dependencies", "instance_type", "image_config"], attributes: true });
  w.launch(path, "build", object, { required: dice.percent(60) ? { model_name: '"m"' } : {}, never: ["mode", "sagemaker_session", "region", ...(dice.percent(70) ? ["role_arn"] : [])] });
  const way = dice.below(100);
  if (way < 65) w.launch(path, "deploy", object, { required: { wait: "False", ...(dice.percent(70) ? { initial_instance_count: "1", instance_type: '"ml.m5.xlarge"' } : {}), ...(dice.percent(30) ? { kms_key: '"alias/ml-volume"' } : {}) }, never: ["instance_type", "initial_instance_count", "role", "model_name", ...(dice.percent(70) ? ["inference_config"] : [])] });
  else if (way < 85) {
    const name = w.fresh("transformer");
    w.add(`${name} = ${w.call(path, "transformer", object, { required: { instance_count: "1", instance_type: '"ml.m5.xlarge"', output_path: '"s3://ml-artifacts/out"' }, never: ["tags"] })}`);
    w.launch("sagemaker.core.transformer.Transformer", "transform", name, { required: { data: '"s3://ml-data/in"', wait: "False", logs: "False" } });
  }
};

function makeTrainerTrained(w: SnippetWriter): string {
  const object = makeTrainer(w);
  w.launch("sagemaker.train.model_trainer.ModelTrainer", "train", object, { required: { wait: "True", logs: "False" } });
  return object;
}

const transformer: Surface = (w) => {
  const path = "sagemaker.core.transformer.Transformer";
  const object = w.construct(path, { required: { model_name: '"m"', ...machines(w), ...session(w), ...(w.dice.percent(50) ? { output_path: '"s3://ml-artifacts/out"' } : {}) }, never: ["tags"], attributes: true });
  w.launch(path, "transform", object, { required: { data: '"s3://ml-data/in"', wait: "False", logs: "False" } });
};

const fineTuner: Surface = (w) => {
  const { dice } = w;
  const name = dice.pick(["SFTTrainer", "DPOTrainer", "RLAIFTrainer"]);
  const path = `sagemaker.train.${name.replace("Trainer", "").toLowerCase()}_trainer.${name}`;
  const compute: Given = name !== "RLAIFTrainer" && dice.percent(35) ? { compute: `TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=${dice.pick(["1", "2"])}${dice.percent(60) ? ', volume_kms_key_id="alias/ml-volume"' : ""})` } : {};
  const networking: Given = dice.percent(55) ? { networking: `VpcConfig(subnets=${valueFor("subnets", "v3", dice)}, security_group_ids=${valueFor("security_group_ids", "v3", dice)})` } : {};
  const object = w.construct(path, {
    required: withRole(w, { model: '"meta-textgeneration-llama-3-2-1b-instruct"', training_dataset: '"s3://ml-data/train.jsonl"', mlflow_resource_arn: '"arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app"', model_package_group: '"arn:aws:sagemaker:us-east-1:111122223333:model-package-group/g"', accept_eula: "True", ...(name === "RLAIFTrainer" ? { reward_model_id: '"openai.gpt-oss-120b-1:0"', reward_prompt: '"Builtin.Summarize"' } : {}), ...compute, ...networking, ...session(w) }),
    never: ["networking", "compute", "hyperparameters", "training_image", "output_data_config", "input_data_config", "tags", "environment"],
    attributes: true,
  });
  w.launch(path, "train", object, { required: { wait: "False" } });
};

const core: Surface = (w) => {
  const { dice } = w;
  const own = (names: readonly (readonly [string, string])[], share = 60) => dice.shuffled(names.filter(() => dice.percent(share))).map(([name, value]) => `, ${name}=${value}`).join("");
  const pick = (name: string) => valueFor(name, "v3", dice) ?? "None";
  const vpc = () => dice.pick([`shapes.VpcConfig(subnets=${pick("subnets")}, security_group_ids=${pick("security_group_ids")})`, `{"Subnets": ${pick("subnets")}, "SecurityGroupIds": ${pick("security_group_ids")}}`, `shapes.VpcConfig(subnets=${pick("subnets")}, security_group_ids=${pick("security_group_ids")})`]);
  const path = (name: string) => `sagemaker.core.resources.${name}`;
  const flag = () => dice.pick(["True", "False"]);
  const maybe = (name: string, value: () => string, share = 45): Given => (dice.percent(share) ? { [name]: value() } : {});
  switch (dice.below(5)) {
    case 0:
      return w.launch(path("TrainingJob"), "create", "TrainingJob", {
        required: { training_job_name: '"core-1"', role_arn: role, algorithm_specification: `shapes.AlgorithmSpecification(training_image=${image}, training_input_mode="File")`, output_data_config: `shapes.OutputDataConfig(s3_output_path="s3://ml-artifacts/"${own([["kms_key_id", pick("kms_key_id")]])})`, resource_config: `shapes.ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30${own([["volume_kms_key_id", pick("volume_kms_key_id")]])})`, stopping_condition: `shapes.StoppingCondition(max_runtime_in_seconds=${pick("max_runtime_in_seconds")})`, ...maybe("vpc_config", vpc, 60), ...maybe("enable_network_isolation", flag), ...maybe("enable_inter_container_traffic_encryption", flag) },
        never: ["vpc_config", "tags", "experiment_config", "enable_network_isolation", "checkpoint_config", "input_data_config"],
      });
    case 1:
      return w.launch(path("ProcessingJob"), "create", "ProcessingJob", {
        required: { processing_job_name: '"core-p"', role_arn: role, app_specification: `shapes.AppSpecification(image_uri=${image})`, processing_resources: `shapes.ProcessingResources(cluster_config=shapes.ProcessingClusterConfig(instance_count=1, instance_type="ml.m5.xlarge", volume_size_in_gb=30${own([["volume_kms_key_id", pick("volume_kms_key_id")]])}))`, ...maybe("network_config", () => `shapes.NetworkConfig(enable_network_isolation=${flag()}${own([["vpc_config", vpc()], ["enable_inter_container_traffic_encryption", flag()]])})`, 70) },
        never: ["network_config", "tags", "experiment_config", "stopping_condition"],
      });
    case 2:
      return w.launch(path("Model"), "create", "Model", {
        required: { model_name: '"core-m"', primary_container: `shapes.ContainerDefinition(image=${image}, model_data_url="s3://ml-artifacts/m.tar.gz")`, ...maybe("execution_role_arn", () => role, 80), ...maybe("vpc_config", vpc, 60), ...maybe("enable_network_isolation", flag) },
        never: ["vpc_config", "tags", "enable_network_isolation"],
      });
    case 3:
      return w.launch(path("TransformJob"), "create", "TransformJob", {
        required: { transform_job_name: '"core-t"', model_name: '"m"', transform_input: 'shapes.TransformInput(data_source=shapes.TransformDataSource(s3_data_source=shapes.TransformS3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/in")))', transform_output: `shapes.TransformOutput(s3_output_path="s3://ml-artifacts/out"${own([["kms_key_id", pick("kms_key_id")]])})`, transform_resources: `shapes.TransformResources(instance_type="ml.m5.xlarge", instance_count=1${own([["volume_kms_key_id", pick("volume_kms_key_id")]])})` },
        never: ["data_capture_config", "tags", "experiment_config"],
      });
    default:
      return w.launch(path("EndpointConfig"), "create", "EndpointConfig", {
        required: { endpoint_config_name: '"core-e"', production_variants: '[shapes.ProductionVariant(variant_name="v", model_name="m", instance_type="ml.m5.large", initial_instance_count=1)]', ...maybe("kms_key_id", () => pick("kms_key_id")), ...maybe("vpc_config", vpc, 50), ...maybe("enable_network_isolation", flag), ...maybe("execution_role_arn", () => role) },
        never: ["vpc_config", "tags", "enable_network_isolation", "data_capture_config", "async_inference_config", "kms_key_id"],
      });
  }
};

const remoteFunction: Surface = (w) => {
  const required = withRole(w, { image_uri: '"111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1"', instance_type: '"ml.m5.xlarge"', ...session(w) });
  const never = ["instance_count", "tags"];
  if (w.dice.percent(50)) {
    w.add("def double(x):\n    return x * 2");
    const object = w.construct("sagemaker.core.remote_function.client.RemoteExecutor", { required, never });
    w.add(`try:\n    ${object}.submit(double, 3).result()\nexcept DeserializationError:\n    pass`);
    return;
  }
  const code = w.callFunction("sagemaker.core.remote_function.client.remote", "remote", { required, never });
  w.add(`@${code}\ndef double(x):\n    return x * 2`);
  w.add("try:\n    double(3)\nexcept DeserializationError:\n    pass");
};

const sessionCalls: Surface = (w) => {
  const path = "sagemaker.core.helper.session_helper.Session";
  w.add("sm = Session()");
  if (w.dice.percent(50)) w.launch(path, "create_model", "sm", { required: withRole(w, { name: '"m"', container_defs: `{"Image": ${image}, "ModelDataUrl": "s3://ml-artifacts/m.tar.gz", "Environment": {}}` }), never: ["tags"] });
  else w.launch(path, "endpoint_from_production_variants", "sm", { required: { name: '"e"', production_variants: '[{"VariantName": "v", "ModelName": "m", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}]' }, never: ["tags", "role"] });
};

const pipelineStep: Surface = (w) => {
  const { dice } = w;
  w.add("pipeline_session = PipelineSession()");
  const of: Given = { sagemaker_session: "pipeline_session" };
  const step = w.fresh("step");
  switch (dice.below(4)) {
    case 0: {
      const object = makeTrainer(w, { role, ...of });
      w.add(`${step} = TrainingStep(name="Train", step_args=${w.call("sagemaker.train.model_trainer.ModelTrainer", "train", object, { never: ["wait", "logs"] })})`);
      break;
    }
    case 1: {
      const path = "sagemaker.core.processing.ScriptProcessor";
      const object = w.construct(path, { required: { role, image_uri: image, command: '["python3"]', ...machines(w), ...of }, never: ["tags"], attributes: true });
      networkLater(w, object);
      w.add(`${step} = ProcessingStep(name="Process", step_args=${w.call(path, "run", object, { required: { code: '"run.py"' }, never: ["wait", "logs", "inputs", "experiment_config"] })})`);
      break;
    }
    case 2: {
      const path = "sagemaker.core.transformer.Transformer";
      const object = w.construct(path, { required: { model_name: '"m"', ...machines(w), output_path: '"s3://ml-artifacts/out"', ...of }, never: ["tags"], attributes: true });
      w.add(`${step} = TransformStep(name="Transform", step_args=${w.call(path, "transform", object, { required: { data: '"s3://ml-data/in"' }, never: ["wait", "logs", "experiment_config"] })})`);
      break;
    }
    default: {
      const path = "sagemaker.serve.model_builder.ModelBuilder";
      const object = w.construct(path, { required: { image_uri: image, s3_model_data_url: '"s3://ml-artifacts/model.tar.gz"', role_arn: role, ...of }, never: ["source_code", "compute", "mode", "dependencies", "instance_type", "image_config", "model_path"] });
      w.add(`${step} = ModelStep(name="Model", step_args=${object}.build())`);
    }
  }
  w.add(`pipeline = Pipeline(name="p", steps=[${step}], sagemaker_session=pipeline_session)`);
  w.add(`pipeline.${dice.pick(["upsert", "create"])}(role_arn=${role})`);
};

export const surfacesV3: readonly (readonly [number, Surface])[] = [
  [34, trainer],
  [12, tuner],
  [18, processor],
  [3, clarify],
  [6, monitor],
  [16, builder],
  [6, transformer],
  [10, fineTuner],
  [14, core],
  [6, remoteFunction],
  [4, sessionCalls],
  [12, pipelineStep],
];
