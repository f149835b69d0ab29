import type { SnippetWriter, Given } from "./snippet-writer.js";
import { valueFor } from "./values.js";

type Surface = (writer: SnippetWriter) => void;

const role = '"arn:aws:iam::111122223333:role/SageMakerExecutionRole"';
const image = '"111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"';
const records = 'RecordSet("s3://ml-data/records", 100, 10)';

/** The role is left to the SDK's defaults now and then. */
function withRole(w: SnippetWriter, given: Given): Given {
  const value = w.dice.percent(80) ? role : (valueFor("role", "v2", w.dice) ?? role);
  return w.dice.percent(12) ? given : { role: value, ...given };
}

const machines = (w: SnippetWriter): Given => ({
  instance_count: w.dice.pick(["1", "2"]),
  instance_type: w.dice.pick(['"ml.m5.xlarge"', '"ml.c5.2xlarge"']),
});

interface EstimatorKind {
  readonly path: string;
  readonly given: (w: SnippetWriter) => Given;
  readonly inputs: string;
}

const versions: Readonly<Record<string, readonly [string, Given]>> = {
  pytorch: ["sagemaker.pytorch.estimator.PyTorch", { framework_version: '"2.0"', py_version: '"py310"', entry_point: '"train.py"' }],
  tensorflow: ["sagemaker.tensorflow.estimator.TensorFlow", { framework_version: '"2.12"', py_version: '"py310"', entry_point: '"train.py"' }],
  xgboost: ["sagemaker.xgboost.estimator.XGBoost", { framework_version: '"1.7-1"', entry_point: '"train.py"' }],
  mxnet: ["sagemaker.mxnet.estimator.MXNet", { framework_version: '"1.9.0"', py_version: '"py38"', entry_point: '"train.py"' }],
  huggingface: ["sagemaker.huggingface.estimator.HuggingFace", { transformers_version: '"4.26"', pytorch_version: '"1.13"', py_version: '"py39"', entry_point: '"train.py"' }],
  rl: ["sagemaker.rl.estimator.RLEstimator", { entry_point: '"train.py"', image_uri: image }],
  chainer: ["sagemaker.chainer.estimator.Chainer", { framework_version: '"5.0.0"', py_version: '"py3"', entry_point: '"train.py"' }],
};

function estimatorKind(w: SnippetWriter): EstimatorKind {
  const { dice } = w;
  const channels = () =>
    dice.pick(['"s3://ml-data/train"', '{"train": "s3://ml-data/train", "test": "s3://ml-data/test"}', 'TrainingInput("s3://ml-data/train", content_type="text/csv")', 'FileSystemInput("fs-0a100000000000001", "EFS", "/data")', "None"]);
  const way = dice.below(100);
  if (way < 40)
    return { path: "sagemaker.estimator.Estimator", given: () => withRole(w, { image_uri: valueFor("image_uri", "v2", dice) ?? image, ...machines(w) }), inputs: channels() };
  if (way < 70) {
    const [path, own] = versions[dice.pick(Object.keys(versions))] ?? ["", {}];
    const isOwnImage = dice.percent(15) && !path.includes("huggingface") && !path.includes("rl.");
    return { path, given: () => withRole(w, { ...own, ...machines(w), ...(isOwnImage ? { image_uri: image } : {}) }), inputs: channels() };
  }
  if (way < 76)
    return { path: "sagemaker.sklearn.estimator.SKLearn", given: () => withRole(w, { framework_version: '"1.2-1"', entry_point: '"train.py"', instance_type: '"ml.m5.xlarge"' }), inputs: channels() };
  if (way < 84)
    return { path: "sagemaker.algorithm.AlgorithmEstimator", given: () => withRole(w, { algorithm_arn: '"arn:aws:sagemaker:us-east-1:111122223333:algorithm/a"', ...machines(w) }), inputs: '{"training": "s3://ml-data/train"}' };
  const [path, own] = dice.pick<readonly [string, Given]>([
    ["sagemaker.amazon.kmeans.KMeans", { k: "3" }],
    ["sagemaker.amazon.pca.PCA", { num_components: "3" }],
    ["sagemaker.amazon.linear_learner.LinearLearner", { predictor_type: '"regressor"' }],
    ["sagemaker.amazon.knn.KNN", { k: "3", sample_size: "100", predictor_type: '"regressor"' }],
    ["sagemaker.amazon.ntm.NTM", { num_topics: "3" }],
    ["sagemaker.amazon.randomcutforest.RandomCutForest", {}],
    ["sagemaker.amazon.factorization_machines.FactorizationMachines", { num_factors: "3", predictor_type: '"regressor"' }],
  ]);
  return { path, given: () => withRole(w, { ...own, ...machines(w) }), inputs: records };
}

const isFirstParty = (path: string) => path.includes(".amazon.");

function makeEstimator(w: SnippetWriter, kind: EstimatorKind, more: Given = {}): string {
  const never = ["image_uri", "inputs", "model_uri", "name"];
  if (isFirstParty(kind.path) || kind.path.includes("sklearn")) never.push("instance_groups");
  return w.construct(kind.path, { required: { ...kind.given(w), ...session(w), ...more }, never, attributes: true });
}

/** A session, or none. */
export function session(w: SnippetWriter): Given {
  const { dice } = w;
  if (!dice.percent(35)) return {};
  const code = dice.pick([
    "Session()",
    'Session(default_bucket="ml-own-bucket")',
    'Session(boto3.Session(region_name="us-east-1"))',
    'Session(boto_session=boto3.Session(region_name="eu-west-1"))',
    'Session(default_bucket="ml-own-bucket", default_bucket_prefix="team")',
    'Session(sagemaker_config=DEFAULTS)',
    'Session(sagemaker_config=DEFAULTS)',
  ]);
  const name = w.fresh("session");
  w.add(`${name} = ${code.replace("DEFAULTS", JSON.stringify(w.defaults()).replaceAll("true", "True").replaceAll("false", "False"))}`);
  return { sagemaker_session: name };
}

function fit(w: SnippetWriter, kind: EstimatorKind, estimator: string): void {
  const required: Given = isFirstParty(kind.path) ? { records: kind.inputs, ...(/kmeans|pca|linear|knn|ntm|fact/.test(kind.path) && w.dice.percent(50) ? { mini_batch_size: "10" } : {}) } : kind.inputs === "None" && w.dice.percent(50) ? {} : { inputs: kind.inputs };
  w.launch(kind.path, "fit", estimator, { required, never: ["inputs"] });
}

export const estimatorFit: Surface = (w) => {
  const kind = estimatorKind(w);
  const estimator = makeEstimator(w, kind);
  fit(w, kind, estimator);
  if (w.dice.percent(25)) w.add(`${estimator}.${w.dice.pick(['subnets = ["subnet-later"]', 'volume_kms_key = "later"', "max_run = 1"])}`);
  const way = w.dice.below(100);
  if (way < 20) w.launch("sagemaker.estimator.EstimatorBase", "deploy", estimator, { required: { initial_instance_count: "1", instance_type: '"ml.m5.large"' }, never: ["role", "name", "image_uri", "model_data_download_timeout"] });
  else if (way < 35) transformerOf(w, kind.path, estimator, false);
};

function transformerOf(w: SnippetWriter, path: string, object: string, isModel: boolean): void {
  const name = w.fresh("transformer");
  const never = isModel ? [] : ["role"];
  w.add(`${name} = ${w.call(path, "transformer", object, { required: { instance_count: "1", instance_type: '"ml.m5.xlarge"' }, never: [...never, "model_name"] })}`);
  w.launch("sagemaker.transformer.Transformer", "transform", name, { required: { data: '"s3://ml-data/in"' }, never: ["experiment_config"] });
}

export const tuner: Surface = (w) => {
  const kind = estimatorKind(w);
  const ranges = '{"lr": ContinuousParameter(0.1, 1)}';
  const metrics = '[{"Name": "loss", "Regex": "loss=(.*)"}]';
  const own: Given = isFirstParty(kind.path) || kind.path.includes("algorithm.") ? {} : { metric_definitions: metrics };
  const objective = isFirstParty(kind.path) ? '"test:objective_loss"' : '"loss"';
  if (w.dice.percent(70)) {
    const estimator = makeEstimator(w, kind);
    const object = w.construct("sagemaker.tuner.HyperparameterTuner", { required: { estimator, objective_metric_name: objective, hyperparameter_ranges: ranges, ...own }, never: ["strategy", "name"] });
    const required: Given = isFirstParty(kind.path) ? { inputs: kind.inputs, mini_batch_size: "10" } : { inputs: kind.inputs };
    w.launch("sagemaker.tuner.HyperparameterTuner", "fit", object, { required });
    return;
  }
  const generic = { ...kind, path: "sagemaker.estimator.Estimator", given: () => withRole(w, { image_uri: image, ...machines(w) }) };
  const [one, two] = [makeEstimator(w, generic), makeEstimator(w, generic)];
  const object = w.fresh("tuner");
  w.add(
    `${object} = HyperparameterTuner.create(estimator_dict={"one": ${one}, "two": ${two}}, objective_metric_name_dict={"one": "loss", "two": "loss"}, hyperparameter_ranges_dict={"one": ${ranges}, "two": ${ranges}}, metric_definitions_dict={"one": ${metrics}, "two": ${metrics}}${w.dice.percent(40) ? ', max_jobs=4, tags=[{"Key": "a", "Value": "b"}]' : ""})`,
  );
  w.add(`${object}.fit({"one": "s3://ml-data/a", "two": "s3://ml-data/b"}, include_cls_metadata={}${w.dice.percent(50) ? ", wait=False" : ""})`);
};

const files = 'ProcessingInput(source="s3://ml-data/in", destination="/opt/ml/processing/in")';
const outputs = ['[ProcessingOutput(source="/opt/ml/processing/out")]', '[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-artifacts/out", output_name="o")]'];

function runArguments(w: SnippetWriter): Given {
  return { ...(w.dice.percent(50) ? { inputs: `[${files}]` } : {}), ...(w.dice.percent(60) ? { outputs: w.dice.pick(outputs) } : {}) };
}

export const processor: Surface = (w) => {
  const { dice } = w;
  const m = machines(w);
  const kinds: readonly (readonly [string, Given, Given])[] = [
    ["sagemaker.processing.Processor", { image_uri: image, ...m }, {}],
    ["sagemaker.processing.ScriptProcessor", { image_uri: image, command: '["python3"]', ...m }, { code: '"run.py"' }],
    ["sagemaker.sklearn.processing.SKLearnProcessor", { framework_version: '"1.2-1"', ...m }, { code: '"run.py"' }],
    ["sagemaker.pytorch.processing.PyTorchProcessor", { framework_version: '"2.0"', py_version: '"py310"', ...m }, { code: '"run.py"' }],
    ["sagemaker.xgboost.processing.XGBoostProcessor", { framework_version: '"1.7-1"', ...m }, { code: '"run.py"' }],
    ["sagemaker.tensorflow.processing.TensorFlowProcessor", { framework_version: '"2.12"', py_version: '"py310"', ...m }, { code: '"run.py"' }],
    ["sagemaker.huggingface.processing.HuggingFaceProcessor", { transformers_version: '"4.26"', pytorch_version: '"1.13"', py_version: '"py39"', instance_count: "1", instance_type: '"ml.g4dn.xlarge"' }, { code: '"run.py"' }],
    ["sagemaker.processing.FrameworkProcessor", { estimator_cls: "SKLearn", framework_version: '"1.2-1"', ...m }, { code: '"run.py"' }],
    ["sagemaker.spark.processing.PySparkProcessor", { framework_version: '"3.1"', ...m }, { submit_app: '"run.py"' }],
    ["sagemaker.spark.processing.SparkJarProcessor", { framework_version: '"3.1"', ...m }, { submit_app: '"s3://ml-data/app.jar"', submit_class: '"com.App"' }],
  ];
  const [path, own, run] = dice.pick(kinds);
  const object = w.construct(path, { required: withRole(w, { ...own, ...session(w) }), never: ["image_uri", "command", "configuration_location", "network"], attributes: true });
  networkLater(w, object);
  w.launch(path, "run", object, { required: { ...run, ...runArguments(w) }, never: ["inputs", "source_dir", "dependencies", "submit_py_files"] });
};

function networkLater(w: SnippetWriter, object: string): void {
  if (!w.dice.percent(12)) return;
  const network = w.fresh("network");
  w.add(`${network} = ${valueFor("network_config", "v2", w.dice) ?? "NetworkConfig()"}`);
  w.add(`${object}.network_config = ${network}`);
  w.add(`${network}.${w.dice.pick(["enable_network_isolation = True", 'subnets = ["subnet-0a10000000000001a"]', 'security_group_ids = ["sg-0a1000000000000aa"]', "encrypt_inter_container_traffic = False", "subnets = None"])}`);
}

export const clarify: Surface = (w) => {
  const path = "sagemaker.clarify.SageMakerClarifyProcessor";
  const s = session(w);
  if (s["sagemaker_session"] === undefined) w.add("clarify_session = Session()");
  const object = w.construct(path, { required: withRole(w, { ...machines(w), sagemaker_session: "clarify_session", ...s }), attributes: true, never: ["skip_early_validation"] });
  networkLater(w, object);
  const data = 'DataConfig("s3://ml-data/x.csv", "s3://ml-data/bias", label="y", headers=["y", "a"], dataset_type="text/csv")';
  const bias = 'BiasConfig(label_values_or_threshold=[1], facet_name="a")';
  const model = 'ModelConfig(model_name="m", instance_type="ml.m5.large", instance_count=1)';
  if (w.dice.percent(50)) w.launch(path, "run_pre_training_bias", object, { required: { data_config: data, data_bias_config: bias } });
  else if (w.dice.percent(50)) w.launch(path, "run_bias", object, { required: { data_config: data, bias_config: bias, model_config: model, model_predicted_label_config: "ModelPredictedLabelConfig()" } });
  else w.launch(path, "run_explainability", object, { required: { data_config: data, model_config: model, explainability_config: "SHAPConfig()" } });
};

export const monitor: Surface = (w) => {
  const { dice } = w;
  const base = "sagemaker.model_monitor.model_monitoring";
  const required = () => withRole(w, { ...machines(w), ...session(w) });
  const schedule: Given = { schedule_cron_expression: '"cron(0 * ? * * *)"', ...(dice.percent(70) ? { monitor_schedule_name: '"s"' } : {}) };
  switch (dice.below(4)) {
    case 0: {
      const path = `${base}.DefaultModelMonitor`;
      const object = w.construct(path, { required: required(), attributes: true });
      networkLater(w, object);
      if (dice.percent(60)) w.launch(path, "suggest_baseline", object, { required: { baseline_dataset: '"s3://ml-data/b.csv"', dataset_format: "DatasetFormat.csv(header=True)", output_s3_uri: '"s3://ml-data/out"', wait: "False", logs: "False" } });
      if (dice.percent(70)) w.launch(path, "create_monitoring_schedule", object, { required: { endpoint_input: '"ep"', output_s3_uri: '"s3://ml-data/out"', ...schedule } });
      return;
    }
    case 1: {
      const path = `${base}.ModelQualityMonitor`;
      const object = w.construct(path, { required: required(), attributes: true });
      networkLater(w, object);
      if (dice.percent(50)) w.launch(path, "suggest_baseline", object, { required: { baseline_dataset: '"s3://ml-data/b.csv"', dataset_format: "DatasetFormat.csv(header=True)", problem_type: '"Regression"', output_s3_uri: '"s3://ml-data/out"', inference_attribute: '"p"', ground_truth_attribute: '"y"', wait: "False", logs: "False" } });
      w.launch(path, "create_monitoring_schedule", object, { required: { endpoint_input: 'EndpointInput("ep", "/opt/ml/processing/in", inference_attribute="p")', ground_truth_input: '"s3://ml-data/truth"', problem_type: '"Regression"', output_s3_uri: '"s3://ml-data/out"', ...schedule } });
      return;
    }
    case 2: {
      const path = `${base}.ModelMonitor`;
      const object = w.construct(path, { required: withRole(w, { image_uri: image, ...machines(w), ...session(w) }), attributes: true });
      networkLater(w, object);
      w.launch(path, "create_monitoring_schedule", object, { required: { endpoint_input: '"ep"', output: 'MonitoringOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")', ...schedule } });
      return;
    }
    default: {
      const path = "sagemaker.model_monitor.clarify_model_monitoring.ModelBiasMonitor";
      w.add("monitor_session = Session()");
      const object = w.construct(path, { required: withRole(w, { ...machines(w), sagemaker_session: "monitor_session" }), attributes: true });
      networkLater(w, object);
      w.launch(path, "create_monitoring_schedule", object, { required: { analysis_config: '"s3://ml-data/analysis.json"', endpoint_input: 'EndpointInput("ep", "/opt/ml/processing/in", inference_attribute="p")', ground_truth_input: '"s3://ml-data/truth"', output_s3_uri: '"s3://ml-data/out"', ...schedule } });
    }
  }
};

const data = '"s3://ml-artifacts/model.tar.gz"';
const models: readonly (readonly [string, Given])[] = [
  ["sagemaker.model.Model", { image_uri: image, model_data: data }],
  ["sagemaker.model.Model", { image_uri: image }],
  ["sagemaker.model.Model", { image_uri: image, model_data: data }],
  ["sagemaker.pytorch.model.PyTorchModel", { model_data: data, entry_point: '"serve.py"', framework_version: '"2.0"', py_version: '"py310"' }],
  ["sagemaker.tensorflow.model.TensorFlowModel", { model_data: data, framework_version: '"2.12"' }],
  ["sagemaker.sklearn.model.SKLearnModel", { model_data: data, entry_point: '"serve.py"', framework_version: '"1.2-1"' }],
  ["sagemaker.xgboost.model.XGBoostModel", { model_data: data, entry_point: '"serve.py"', framework_version: '"1.7-1"' }],
  ["sagemaker.huggingface.model.HuggingFaceModel", { model_data: data, transformers_version: '"4.26"', pytorch_version: '"1.13"', py_version: '"py39"' }],
  ["sagemaker.mxnet.model.MXNetModel", { model_data: data, entry_point: '"serve.py"', framework_version: '"1.9.0"', py_version: '"py38"' }],
  ["sagemaker.amazon.kmeans.KMeansModel", { model_data: data }],
  ["sagemaker.amazon.pca.PCAModel", { model_data: data }],
];

const neverOfModels = ["image_uri", "model_data", "source_dir", "code_location", "dependencies", "resources", "predictor_cls", "entry_point"];

function makeModel(w: SnippetWriter, more: Given = {}): readonly [string, string] {
  const [path, own] = w.dice.pick(models);
  const s = session(w);
  const object = w.construct(path, { required: withRole(w, { ...own, ...s, ...more }), never: neverOfModels, attributes: true });
  return [path, object];
}

export const model: Surface = (w) => {
  const { dice } = w;
  const way = dice.below(100);
  if (way < 12) return pipelineModel(w);
  if (way < 20) return multiModel(w);
  const [path, object] = makeModel(w);
  if (way < 70) {
    const required: Given = dice.percent(85) ? { initial_instance_count: "1", instance_type: '"ml.m5.large"' } : dice.percent(70) ? { serverless_inference_config: "ServerlessInferenceConfig(memory_size_in_mb=4096, max_concurrency=5)" } : {};
    w.launch(path, "deploy", object, { required, never: ["accelerator_type", "endpoint_type", "serverless_inference_config", "inference_component_name", "model_reference_arn", "name", ...(dice.percent(60) ? ["resources"] : [])] });
  } else if (way < 85) transformerOf(w, path, object, true);
  else w.launch(path, "create", object, { never: ["accelerator_type"] });
};

function pipelineModel(w: SnippetWriter): void {
  const [, one] = makeModel(w);
  const [, two] = makeModel(w);
  const path = "sagemaker.pipeline.PipelineModel";
  const object = w.construct(path, { required: withRole(w, { models: `[${one}, ${two}]`, sagemaker_session: "Session()", ...session(w) }), never: ["predictor_cls"], attributes: true });
  if (w.dice.percent(70)) w.launch(path, "deploy", object, { required: { initial_instance_count: "1", instance_type: '"ml.m5.large"' } });
  else transformerOf(w, path, object, true);
}

function multiModel(w: SnippetWriter): void {
  const path = "sagemaker.multidatamodel.MultiDataModel";
  const fromModel = w.dice.percent(50);
  const own: Given = fromModel ? { model: makeModel(w)[1] } : withRole(w, { image_uri: image });
  const object = w.construct(path, { required: { name: '"mm"', model_data_prefix: '"s3://ml-artifacts/mm/"', ...own, sagemaker_session: "Session()" }, never: [...neverOfModels, ...(fromModel ? ["role"] : [])], attributes: true });
  w.launch(path, "deploy", object, { required: { initial_instance_count: "1", instance_type: '"ml.m5.large"' }, never: ["accelerator_type"] });
}

export const transformer: Surface = (w) => {
  const path = "sagemaker.transformer.Transformer";
  const object = w.construct(path, { required: { model_name: '"m"', ...machines(w), ...session(w) }, attributes: true });
  w.launch(path, "transform", object, { required: { data: '"s3://ml-data/in"' } });
};

export const autoMl: Surface = (w) => {
  const { dice } = w;
  if (dice.percent(50)) {
    const path = "sagemaker.automl.automl.AutoML";
    const object = w.construct(path, { required: withRole(w, { target_attribute_name: '"y"', ...session(w) }), attributes: true, never: ["mode", "problem_type"] });
    w.launch(path, "fit", object, { required: { inputs: dice.pick(['"s3://ml-data/train.csv"', 'AutoMLInput(inputs="s3://ml-data/train.csv", target_attribute_name="y")']), wait: "False" } });
    return;
  }
  const path = "sagemaker.automl.automlv2.AutoMLV2";
  const object = w.construct(path, { required: withRole(w, { problem_config: dice.pick(['AutoMLTabularConfig(target_attribute_name="y")', 'AutoMLTextClassificationConfig(content_column="t", target_label_column="y")']), ...session(w) }), attributes: true });
  w.launch(path, "fit", object, { required: { inputs: 'AutoMLDataChannel(s3_data_type="S3Prefix", s3_uri="s3://ml-data/train.csv", channel_type="training")', wait: "False" } });
};

export const remoteFunction: Surface = (w) => {
  const { dice } = w;
  const required = withRole(w, { image_uri: '"111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1"', instance_type: '"ml.m5.xlarge"', ...session(w) });
  if (dice.percent(50)) {
    w.add("def double(x):\n    return x * 2");
    const object = w.construct("sagemaker.remote_function.client.RemoteExecutor", { required, never: ["instance_count"] });
    w.add(`try:\n    ${object}.submit(double, 3).result()\nexcept DeserializationError:\n    pass`);
    return;
  }
  const code = w.callFunction("sagemaker.remote_function.client.remote", "remote", { required, never: ["instance_count"] });
  w.add(`@${code}\ndef double(x):\n    return x * 2`);
  w.add("try:\n    double(3)\nexcept DeserializationError:\n    pass");
};

export const sessionCalls: Surface = (w) => {
  const { dice } = w;
  const path = "sagemaker.session.Session";
  w.add(`sm = Session(${dice.percent(20) ? `sagemaker_config=${JSON.stringify(w.defaults()).replaceAll("true", "True").replaceAll("false", "False")}` : ""})`);
  const vpc = valueFor("vpc_config", "v2", dice) ?? "None";
  if (dice.percent(40)) {
    w.launch(path, "train", "sm", { required: withRole(w, { input_mode: '"File"', input_config: '[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/train"}}}]', job_name: '"j"', output_config: dice.pick(['{"S3OutputPath": "s3://ml-artifacts/"}', '{"S3OutputPath": "s3://ml-artifacts/", "KmsKeyId": "alias/ml-output"}']), resource_config: dice.pick(['{"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30}', '{"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "alias/ml-volume"}']), hyperparameters: "{}", stop_condition: '{"MaxRuntimeInSeconds": 3600}', tags: "None", metric_definitions: "None", image_uri: image, ...(dice.percent(70) ? { vpc_config: vpc } : {}) }), never: ["image_uri", "checkpoint_s3_uri", "checkpoint_local_path", "training_plan", "debugger_hook_config"] });
  } else if (dice.percent(60)) {
    w.launch(path, "create_model", "sm", { required: withRole(w, { name: '"m"', container_defs: `{"Image": ${image}, "ModelDataUrl": "s3://ml-artifacts/m.tar.gz", "Environment": {}}` }) });
  } else if (dice.percent(50)) {
    w.launch(path, "endpoint_from_production_variants", "sm", { required: { name: '"e"', production_variants: '[production_variant("m", "ml.m5.large")]' }, never: ["role"] });
  } else w.launch(path, "create_endpoint_config", "sm", { required: { name: '"c"', model_name: '"m"', initial_instance_count: "1", instance_type: '"ml.m5.large"' }, never: ["accelerator_type", "role"] });
};

/** A job as a pipeline's step, by a session that collects. */
export const pipelineStep: Surface = (w) => {
  const { dice } = w;
  w.add("pipeline_session = PipelineSession()");
  const of: Given = { sagemaker_session: "pipeline_session" };
  const step = w.fresh("step");
  switch (dice.below(5)) {
    case 0: {
      const kind = estimatorKind(w);
      const estimator = makeEstimator(w, kind, of);
      if (isFirstParty(kind.path) || dice.percent(30)) w.add(`${step} = TrainingStep(name="Train", estimator=${estimator}, inputs=${isFirstParty(kind.path) ? records : '{"train": TrainingInput("s3://ml-data/train")}'})`);
      else w.add(`${step} = TrainingStep(name="Train", step_args=${w.call(kind.path, "fit", estimator, { required: { inputs: '"s3://ml-data/train"' }, never: ["wait", "logs"] })})`);
      break;
    }
    case 1: {
      const path = "sagemaker.processing.ScriptProcessor";
      const object = w.construct(path, { required: withRole(w, { image_uri: image, command: '["python3"]', ...machines(w), ...of }), attributes: true });
      networkLater(w, object);
      if (dice.percent(30)) w.add(`${step} = ProcessingStep(name="Process", processor=${object}, code="run.py")`);
      else w.add(`${step} = ProcessingStep(name="Process", step_args=${w.call(path, "run", object, { required: { code: '"run.py"', ...runArguments(w) }, never: ["wait", "logs", "inputs", "experiment_config"] })})`);
      break;
    }
    case 2: {
      const [path, object] = makeModel(w, of);
      if (dice.percent(60)) w.add(`${step} = ModelStep(name="Model", step_args=${w.call(path, "create", object, { required: { instance_type: '"ml.m5.large"' }, never: ["accelerator_type"] })})`);
      else w.add(`${step} = CreateModelStep(name="Model", model=${object}, inputs=CreateModelInput(instance_type="ml.m5.large"))`);
      break;
    }
    case 3: {
      const path = "sagemaker.transformer.Transformer";
      const object = w.construct(path, { required: { model_name: '"m"', ...machines(w), ...of }, attributes: true });
      if (dice.percent(50)) w.add(`${step} = TransformStep(name="Transform", transformer=${object}, inputs=TransformInput(data="s3://ml-data/in"))`);
      else w.add(`${step} = TransformStep(name="Transform", step_args=${w.call(path, "transform", object, { required: { data: '"s3://ml-data/in"' }, never: ["wait", "logs", "experiment_config"] })})`);
      break;
    }
    default: {
      const kind = { path: "sagemaker.estimator.Estimator", given: () => withRole(w, { image_uri: image, ...machines(w) }), inputs: "" };
      const estimator = makeEstimator(w, kind, of);
      const object = w.construct("sagemaker.tuner.HyperparameterTuner", { required: { estimator, objective_metric_name: '"loss"', hyperparameter_ranges: '{"lr": ContinuousParameter(0.1, 1)}', metric_definitions: '[{"Name": "loss", "Regex": "loss=(.*)"}]' }, never: ["strategy"] });
      if (dice.percent(40)) w.add(`${step} = TuningStep(name="Tune", tuner=${object}, inputs={"train": TrainingInput("s3://ml-data/train")})`);
      else w.add(`${step} = TuningStep(name="Tune", step_args=${object}.fit("s3://ml-data/train"))`);
    }
  }
  w.add(`pipeline = Pipeline(name="p", steps=[${step}], sagemaker_session=pipeline_session)`);
  w.add(`pipeline.${dice.pick(["upsert", "create"])}(role_arn=${role})`);
};

export const surfacesV2: readonly (readonly [number, Surface])[] = [
  [30, estimatorFit],
  [12, tuner],
  [18, processor],
  [4, clarify],
  [6, monitor],
  [18, model],
  [4, transformer],
  [7, autoMl],
  [6, remoteFunction],
  [7, sessionCalls],
  [14, pipelineStep],
];
