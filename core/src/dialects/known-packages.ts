/**
 * Packages whose functions leave the lists, dicts and objects that they are given alone, as far as a request is
 * made of them. A module that is not among them may be
 * the author's own helper, and what it does is not known.
 */
export const knownPackages: ReadonlySet<string> = new Set(
  (
    "IPython PIL abc argparse ast awswrangler base64 bokeh boto3 botocore builtins calendar collections concurrent contextlib copy csv cv2 dataclasses datasets " +
    "datetime decimal enum evaluate faiss functools gc getpass glob gluonts gradio gzip hashlib huggingface_hub inspect io ipywidgets itertools joblib json keras " +
    "langchain lightgbm logging math matplotlib mlflow multiprocessing mxnet nltk numpy onnx openai operator os pandas pathlib pickle platform plotly pprint pyarrow " +
    "pydantic pyspark random re requests rich s3fs sagemaker sagemaker_core sagemaker_experiments sagemaker_pyspark sagemaker_ssh_helper scipy seaborn shap shutil six sklearn smexperiments socket spacy sqlite3 statistics stepfunctions " +
    "string struct subprocess sys tabulate tarfile tempfile tensorflow textwrap threading time timeit torch torchvision tqdm traceback transformers types typing " +
    "unittest urllib urllib3 uuid warnings xgboost xml yaml zipfile"
  ).split(" "),
);

/** Those that the catalog is of. */
export const sdkPackages: ReadonlySet<string> = new Set([
  "sagemaker",
  "sagemaker_core",
  "sagemaker_pyspark",
  "stepfunctions",
]);

/** The few functions of those packages that do change what they are given. */
export const changingFunctions: ReadonlySet<string> = new Set([
  "random.shuffle",
  "numpy.random.shuffle",
  "copy.replace",
  "heapq.heapify",
  "bisect.insort",
  ..."setitem delitem iadd iand iconcat ifloordiv ilshift imatmul imod imul ior ipow irshift isub itruediv ixor"
    .split(" ")
    .map((name) => `operator.${name}`),
]);
