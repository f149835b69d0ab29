import type { Cell, Notebook } from "../../core/src/notebook/notebook.js";

/** A number from 0 to below 1; the same sequence for the same seed (mulberry32). */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface NotebookShape {
  readonly cells: number;
  /** Cells that ask SageMaker for a job; 0 for a notebook that never does. */
  readonly jobs: number;
}

/**
 * A notebook as data scientists write them: imports and set-up, then text, data, plots, functions, and a few jobs
 * spread over the second half. The same seed gives the same notebook.
 */
export function generateNotebook(seed: number, { cells: count, jobs }: NotebookShape): Notebook {
  const random = seededRandom(seed);
  const cells: Cell[] = [
    code(imports),
    code(jobs > 0 ? sagemakerSetup(random) : "sns.set_theme()\nnp.random.seed(7)"),
  ];
  const half = Math.floor(count / 2);
  const every = jobs > 0 ? Math.max(1, Math.floor((count - half) / jobs)) : Number.POSITIVE_INFINITY;
  let asked = 0;
  while (cells.length < count) {
    const index = cells.length;
    if (asked < jobs && index >= half && (index - half) % every === 0) {
      cells.push(code(pick(random, jobCells)(random, index)));
      asked += 1;
    } else if (random() < 0.2) {
      cells.push({ kind: "markdown", language: "markdown", text: pick(random, prose) });
    } else {
      cells.push(code(pick(random, ordinaryCells)(random, index)));
    }
  }
  return { uri: `generated-${seed}.ipynb`, cells };
}

/** The notebook as an `.ipynb` file's text. */
export function toIpynb({ cells }: Notebook): string {
  return JSON.stringify({
    cells: cells.map(({ kind, text }) => ({
      cell_type: kind,
      metadata: {},
      source: text.split(/(?<=\n)/),
      ...(kind === "code" ? { execution_count: null, outputs: [] } : {}),
    })),
    metadata: { kernelspec: { display_name: "Python 3", language: "python", name: "python3" } },
    nbformat: 4,
    nbformat_minor: 4,
  });
}

type Write = (random: Random, index: number) => string;

function code(text: string): Cell {
  return { kind: "code", language: "python", text };
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error("nothing to pick from");
  return choice;
}

function hex(random: Random): string {
  return Array.from({ length: 17 }, () => Math.floor(random() * 16).toString(16)).join("");
}

const imports = `\
%matplotlib inline
import json
import os
import time
from datetime import datetime

import boto3
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from sklearn.metrics import classification_report, confusion_matrix, roc_auc_score
from sklearn.model_selection import train_test_split`;

const prose = [
  "## Data\n\nWe use the public bank marketing data set. It has 41,188 rows and 20 features.",
  "### Feature engineering\n\n- one-hot encode the categories\n- drop what is known only after the call",
  "## Training\n\nThe job runs on `ml.m5.xlarge` and takes about ten minutes.",
  "Let us look at the distribution of the target.",
];

function sagemakerSetup(random: Random): string {
  return `\
import sagemaker
from sagemaker import get_execution_role
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.tensorflow import TensorFlow

session = sagemaker.Session()
region = session.boto_region_name
role = get_execution_role()
bucket = session.default_bucket()
prefix = "demo/run-${Math.floor(random() * 1000)}"
sm = boto3.client("sagemaker", region_name=region)
subnets = ["subnet-${hex(random)}", "subnet-${hex(random)}"]
security_group_ids = ["sg-${hex(random)}"]
common = {"instance_type": "ml.m5.xlarge", "instance_count": 1}
print(f"Output goes to s3://{bucket}/{prefix}")`;
}

/** Cells that have nothing to do with SageMaker; most of any notebook. */
const ordinaryCells: readonly Write[] = [
  (random, index) => `\
df_${index} = pd.read_csv(f"data/part-${Math.floor(random() * 100)}.csv", sep=";", na_values=["unknown", ""])
df_${index}["no_previous_contact"] = np.where(df_${index}["pdays"] == 999, 1, 0)
df_${index}["not_working"] = np.where(np.isin(df_${index}["job"], ["student", "retired", "unemployed"]), 1, 0)
model_data = pd.get_dummies(df_${index}.drop(["duration", "emp.var.rate", "cons.price.idx"], axis=1))
train_data, validation_data, test_data = np.split(
    model_data.sample(frac=1, random_state=1729),
    [int(0.7 * len(model_data)), int(0.9 * len(model_data))],
)
train_data.head()`,
  (random, index) => `\
fig, axes = plt.subplots(1, 2, figsize=(12, 4))
sns.histplot(data=model_data, x="age", bins=${10 + Math.floor(random() * 40)}, hue="y_yes", ax=axes[0])
axes[0].set_title("Age by outcome, cell ${index}")
sns.boxplot(data=model_data, x="y_yes", y="campaign", ax=axes[1])
for axis in axes:
    axis.grid(alpha=0.3)
plt.tight_layout()
plt.show()`,
  (random, index) => `\
def evaluate_${index}(predictions, labels, threshold=${(0.3 + random() / 2).toFixed(2)}):
    """Prints the confusion matrix and returns the area under the curve."""
    decided = [1 if score > threshold else 0 for score in predictions]
    table = confusion_matrix(labels, decided)
    true_negative, false_positive, false_negative, true_positive = table.ravel()
    print(f"{true_positive=} {false_positive=} {false_negative=} {true_negative=}")
    if true_positive + false_negative == 0:
        raise ValueError("no positive labels")
    return {"auc": roc_auc_score(labels, predictions), "recall": true_positive / (true_positive + false_negative)}`,
  (random, index) => `\
hyperparameters_${index} = {
    "max_depth": ${3 + Math.floor(random() * 6)},
    "eta": ${(random() / 2).toFixed(3)},
    "gamma": 4,
    "min_child_weight": 6,
    "subsample": 0.8,
    "objective": "binary:logistic",
    "num_round": ${100 + Math.floor(random() * 200)},
}
hyperparameters_${index}.update({"seed": ${index}, "verbosity": 0})
for name, value in sorted(hyperparameters_${index}.items()):
    print(f"{name:>20}: {value!r}")`,
  (random, index) => `\
# Keep the columns with few gaps, and fill the rest with the median.
gaps = model_data.isna().mean().sort_values(ascending=False)
keep = [column for column in model_data.columns if gaps[column] < ${random().toFixed(2)}]
filled_${index} = model_data[keep].fillna(model_data[keep].median())
summary = filled_${index}.groupby("y_yes").agg({"age": ["mean", "std"], "campaign": "max"}).reset_index()
summary.columns = ["_".join(part for part in column if part) for column in summary.columns]
assert len(filled_${index}) == len(model_data), "rows were lost"
summary`,
  (random, index) => `\
!mkdir -p data/out_${index}
with open("data/out_${index}/rows.jsonl", "w") as out:
    for number, row in enumerate(test_data.head(${10 + Math.floor(random() * 90)}).to_dict("records")):
        try:
            out.write(json.dumps({"id": number, "features": row}, default=float) + "\\n")
        except (TypeError, ValueError) as problem:
            print("skipped", number, problem)
%time time.sleep(0.01)`,
  (_random, index) => `\
class Window_${index}:
    """A sliding window over a series."""

    def __init__(self, width, step=1):
        self.width = width
        self.step = step

    def __call__(self, values):
        last = len(values) - self.width
        return np.stack([values[start : start + self.width] for start in range(0, last + 1, self.step)])


windows = Window_${index}(width=24)(model_data["age"].to_numpy())
windows.shape`,
];

/** Cells that ask SageMaker for a training job, in the ways of the labs. */
const jobCells: readonly Write[] = [
  (_random, index) => `\
estimator_${index} = Estimator(
    image_uri=sagemaker.image_uris.retrieve("xgboost", region, "1.7-1"),
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path=f"s3://{bucket}/{prefix}/output",
    sagemaker_session=session,
)
estimator_${index}.set_hyperparameters(max_depth=5, eta=0.2, objective="binary:logistic", num_round=100)
estimator_${index}.fit({"train": TrainingInput(f"s3://{bucket}/{prefix}/train", content_type="csv")})`,
  (_random, index) => `\
tensorflow_${index} = TensorFlow(
    entry_point="train.py",
    source_dir="code",
    role=role,
    framework_version="2.13",
    py_version="py310",
    subnets=subnets,
    security_group_ids=security_group_ids,
    hyperparameters={"epochs": 10, "batch-size": 64},
    **common,
)
tensorflow_${index}.fit(f"s3://{bucket}/{prefix}/train", wait=False)`,
  (_random, index) => `\
config_${index} = {
    "TrainingJobName": f"demo-{datetime.now():%Y-%m-%d-%H-%M-%S}",
    "AlgorithmSpecification": {"TrainingImage": "image", "TrainingInputMode": "File"},
    "RoleArn": role,
    "OutputDataConfig": {"S3OutputPath": f"s3://{bucket}/{prefix}/output"},
    "ResourceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
}
config_${index}["VpcConfig"] = {"Subnets": subnets, "SecurityGroupIds": security_group_ids}
response = sm.create_training_job(**config_${index})
response["TrainingJobArn"]`,
];
