import type { Dice } from "./dice.js";

/** Python expressions that an argument of this name may plausibly have; of both SDKs unless they differ. */
const account = "111122223333";
export const subnetIds = ["subnet-0a10000000000001a", "subnet-0a10000000000002b", "subnet-0b20000000000001a"];
export const groupIds = ["sg-0a1000000000000aa", "sg-0b2000000000000bb"];
const keys = ['"alias/ml-volume"', '"alias/ml-output"', `"arn:aws:kms:us-east-1:${account}:key/11111111-aaaa-4bbb-8ccc-000000000001"`];
const roles = [`"arn:aws:iam::${account}:role/SageMakerExecutionRole"`, `"arn:aws:iam::${account}:role/service/Other"`, '"JustAName"'];
const flags = ["True", "False"];
const subnets = [`["${subnetIds[0]}"]`, `["${subnetIds[0]}", "${subnetIds[1]}"]`, `["${subnetIds[2]}"]`];
const groups = [`["${groupIds[0]}"]`, `["${groupIds[0]}", "${groupIds[1]}"]`];
const image = (name: string) => `"${account}.dkr.ecr.us-east-1.amazonaws.com/${name}:1"`;
const times = ["3600", "7200", "60 * 60 * 2", "86400"];
const tagsV2 = ['[{"Key": "team", "Value": "ml"}]', '[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]', '{"team": "ml"}'];
const networkConfigs = (dice: Dice) => {
  const parts = [
    dice.percent(60) ? `subnets=${dice.pick(subnets)}` : "",
    dice.percent(60) ? `security_group_ids=${dice.pick(groups)}` : "",
    dice.percent(50) ? `enable_network_isolation=${dice.pick(flags)}` : "",
    dice.percent(50) ? `encrypt_inter_container_traffic=${dice.pick([...flags, "None"])}` : "",
  ].filter((part) => part !== "");
  return `NetworkConfig(${dice.shuffled(parts).join(", ")})`;
};
const vpcConfigs = (dice: Dice) => {
  const both = [`"Subnets": ${dice.pick(subnets)}`, `"SecurityGroupIds": ${dice.pick(groups)}`];
  const given = dice.percent(85) ? dice.shuffled(both) : dice.percent(80) ? [dice.pick(both)] : [];
  return `{${given.join(", ")}}`;
};

type Pool = readonly string[] | ((dice: Dice) => string);

const common: Readonly<Record<string, Pool>> = {
  role: roles,
  instance_count: ["1", "2", "3"],
  initial_instance_count: ["1", "2"],
  instance_type: ['"ml.m5.xlarge"', '"ml.c5.2xlarge"', '"ml.g4dn.xlarge"', '"ml.m5.large"'],
  volume_size: ["30", "50", "100"],
  volume_size_in_gb: ["30", "50", "100"],
  volume_kms_key: keys,
  output_kms_key: keys,
  model_kms_key: keys,
  kms_key: keys,
  s3_kms_key: keys,
  kms_key_id: keys,
  max_run: times,
  max_runtime_in_seconds: times,
  max_wait: ["90000", "100000"],
  use_spot_instances: ["False", "True"],
  keep_alive_period_in_seconds: ["600", "0"],
  input_mode: ['"File"', '"Pipe"', '"FastFile"'],
  output_path: ['"s3://ml-artifacts/out"', '"s3://ml-artifacts/"'],
  s3_output_path: ['"s3://ml-artifacts/out"', '"s3://ml-artifacts/"'],
  base_job_name: ['"churn"', '"fraud-model"'],
  job_name: ['"my-job-1"', '"my-job-2"'],
  tags: tagsV2,
  subnets,
  security_group_ids: groups,
  encrypt_inter_container_traffic: flags,
  enable_network_isolation: flags,
  hyperparameters: ['{"epochs": 3}', '{"lr": "0.1", "epochs": 10}'],
  metric_definitions: ['[{"Name": "loss", "Regex": "loss=(.*)"}]'],
  checkpoint_s3_uri: ['"s3://ml-artifacts/ckpt"'],
  checkpoint_local_path: ['"/opt/ml/checkpoints"'],
  disable_profiler: flags,
  debugger_hook_config: ["False"],
  environment: ['{"A": "1"}'],
  env: ['{"A": "1"}'],
  max_retry_attempts: ["1", "3"],
  container_log_level: ["10", "20"],
  code_location: ['"s3://ml-artifacts/code"'],
  disable_output_compression: flags,
  enable_sagemaker_metrics: flags,
  container_entry_point: ['["python3", "train.py"]'],
  container_arguments: ['["--epochs", "3"]'],
  network_config: networkConfigs,
  vpc_config: vpcConfigs,
  wait: flags,
  logs: ["False"],
  entrypoint: ['["python3", "run.py"]'],
  command: ['["python3"]'],
  arguments: ['["--a", "1"]'],
  endpoint_name: ['"churn-endpoint"'],
  model_name: ['"churn-model"'],
  name: ['"my-model"'],
  strategy: ['"MultiRecord"', '"SingleRecord"'],
  assemble_with: ['"Line"'],
  accept: ['"text/csv"'],
  max_concurrent_transforms: ["2"],
  max_payload: ["6"],
  content_type: ['"text/csv"'],
  split_type: ['"Line"'],
  compression_type: ['"Gzip"'],
  data_type: ['"S3Prefix"', '"ManifestFile"'],
  model_data: ['"s3://ml-artifacts/model.tar.gz"'],
  max_jobs: ["2", "10"],
  max_parallel_jobs: ["1", "2"],
  objective_type: ['"Minimize"', '"Maximize"'],
  early_stopping_type: ['"Auto"', '"Off"'],
  base_tuning_job_name: ['"tune"'],
  random_seed: ["7"],
  autotune: ["False"],
  inputs: ['"s3://ml-data/train"'],
  image_uri: [image("train"), image("other")],
  volume_kms_key_id: keys,
  max_candidates: ["5"],
  max_runtime_per_training_job_in_seconds: times,
  total_job_runtime_in_seconds: times,
  target_attribute_name: ['"y"'],
  problem_type: ['"Regression"'],
  job_objective: ['{"MetricName": "MSE"}'],
  generate_candidate_definitions_only: flags,
  validation_fraction: ["0.2"],
  mode: ['"ENSEMBLING"'],
  job_name_prefix: ['"pre"'],
  s3_root_uri: ['"s3://ml-artifacts/remote"'],
  environment_variables: ['{"A": "1"}'],
  include_local_workdir: ["False"],
  max_wait_time_in_seconds: ["90000"],
  vpc_config_override: (dice) => (dice.percent(30) ? "None" : vpcConfigs(dice)),
  data_capture_config: ['DataCaptureConfig(enable_capture=True, destination_s3_uri="s3://ml-artifacts/capture")', 'DataCaptureConfig(enable_capture=False)', 'DataCaptureConfig(True, sampling_percentage=50, kms_key_id="alias/ml-output")'],
  serverless_inference_config: ["ServerlessInferenceConfig(memory_size_in_mb=4096, max_concurrency=5)"],
  async_inference_config: ['AsyncInferenceConfig(output_path="s3://ml-artifacts/async")', 'AsyncInferenceConfig(output_path="s3://ml-artifacts/async", kms_key_id="alias/ml-output")'],
  model_data_download_timeout: ["600"],
  container_startup_health_check_timeout: ["600"],
  predictor_cls: ["Predictor"],
  source_dir: ['"src"'],
  dependencies: ['["lib"]'],
  enable_cloudwatch_metrics: flags,
  schedule_cron_expression: ['"cron(0 * ? * * *)"'],
  sensitivity: ["1"],
  model_uri: ['"s3://ml-artifacts/pre.tar.gz"'],
  model_channel_name: ['"model"', '"base"'],
  experiment_config: ['{"ExperimentName": "e", "TrialName": "t"}'],
  training_repository_access_mode: ['"Vpc"', '"Platform"'],
  configuration_location: ['"s3://ml-artifacts/conf"'],
  submit_py_files: ['["s3://ml-artifacts/a.py"]'],
  spark_event_logs_s3_uri: ['"s3://ml-artifacts/logs"'],
  accelerator_type: ['"ml.eia1.medium"'],
  model_server_workers: ["2"],
  input_filter: ['"$.features"'],
  join_source: ['"Input"'],
  enable_remote_debug: flags,
  enable_infra_check: flags,
  enable_session_tag_chaining: flags,
  training_plan: [`"arn:aws:sagemaker:us-east-1:${account}:training-plan/p"`],
  instance_groups: ['[InstanceGroup("g1", "ml.m5.xlarge", 2)]'],
  endpoint_type: ["EndpointType.MODEL_BASED", "EndpointType.INFERENCE_COMPONENT_BASED"],
  resources: ['ResourceRequirements(requests={"num_cpus": 1, "memory": 1024, "copies": 1})'],
  inference_component_name: ['"component"'],
  include_cls_metadata: flags,
  max_tuning_duration: ["1800"],
};

const ofV3: Readonly<Record<string, Pool>> = {
  tags: ['[{"key": "team", "value": "ml"}]', '[Tag(key="team", value="ml")]'],
  role_arn: roles.slice(0, 2),
  training_image: [image("train")],
  compute: (dice) => `Compute(${config(dice, ["instance_type", "instance_count", "volume_size_in_gb", "volume_kms_key_id", "keep_alive_period_in_seconds", "enable_managed_spot_training"])})`,
  networking: (dice) => `Networking(${config(dice, ["subnets", "security_group_ids", "enable_network_isolation", "enable_inter_container_traffic_encryption"])})`,
  enable_inter_container_traffic_encryption: flags,
  enable_managed_spot_training: ["False"],
  output_data_config: (dice) => `OutputDataConfig(${config(dice, ["s3_output_path", "kms_key_id", "compression_type"])})`,
  stopping_condition: (dice) => `StoppingCondition(${config(dice, ["max_runtime_in_seconds", "max_wait_time_in_seconds"])})`,
  checkpoint_config: ['CheckpointConfig(s3_uri="s3://ml-artifacts/ckpt")', 'CheckpointConfig(s3_uri="s3://ml-artifacts/ckpt", local_path="/opt/x")'],
  training_input_mode: ['"File"', '"Pipe"'],
  compression_type: ['"NONE"', '"GZIP"'],
  input_data_config: ['[InputData(channel_name="train", data_source="s3://ml-data/train")]', '[InputData(channel_name="a", data_source="s3://ml-data/a"), InputData(channel_name="b", data_source="s3://ml-data/b")]'],
  source_code: ['SourceCode(command="python train.py")', 'SourceCode(entry_script="train.py", source_dir="src")'],
  network: (dice) => `Network(${config(dice, ["subnets", "security_group_ids", "enable_network_isolation"])})`,
  s3_model_data_url: ['"s3://ml-artifacts/model.tar.gz"'],
  env_vars: ['{"A": "1"}'],
  content_type: ['"text/csv"'],
  accept_type: ['"text/csv"'],
  inference_config: ["ServerlessInferenceConfig(memory_size_in_mb=4096, max_concurrency=5)", 'AsyncInferenceConfig(output_path="s3://ml-artifacts/async")'],
  endpoint_config_name: ['"churn-config"'],
  inputs: ['[InputData(channel_name="train", data_source="s3://ml-data/train")]', '{"train": "s3://ml-data/train"}'],
};

/** Pools of the service's own structures, as sagemaker_core's classes: vpc_config and the like. */
function config(dice: Dice, names: readonly string[]): string {
  const given = dice.shuffled(names.filter(() => dice.percent(55)));
  return given.map((name) => `${name}=${valueFor(name, "v3", dice) ?? "None"}`).join(", ");
}

/** A Python expression for an argument of this name; undefined where nothing is known of it. */
export function valueFor(name: string, sdk: "v2" | "v3", dice: Dice): string | undefined {
  const own = sdk === "v3" ? ofV3[name] : undefined;
  const pool = own ?? common[name];
  if (pool === undefined) return undefined;
  return typeof pool === "function" ? pool(dice) : dice.pick(pool);
}
