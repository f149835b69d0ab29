import { testVariations, type Variations } from "../support/pattern-variations.js";

/** The patterns of patterns.test.ts written in other ways. */
const variations: Variations = {
  "1: filled by update on a branch": [
    `kwargs = dict()\nif cluster():\n    kwargs.update({"subnets": ["a1"], "security_group_ids": ["g"]})\nEstimator(**job, **kwargs).fit()`,
    ["conditional"],
  ],
  "1: filled in the branch of a function": [
    `def options(private):\n    o = {}\n    if private:\n        o["subnets"], o["security_group_ids"] = ["a1"], ["g"]\n    return o\nEstimator(**job, **options(True)).fit()\nEstimator(**job, **options(False)).fit()`,
    ["a1", "none"],
  ],
  "1: filled by |= with a conditional expression": [
    `kwargs = {}\nkwargs |= {"subnets": ["a1"], "security_group_ids": ["g"]} if cluster() else {}\nEstimator(**job, **kwargs).fit()`,
    ["unknown"],
  ],
  "2: by match": [
    `match stage():\n    case "prod":\n        kwargs = {"subnets": ["a1"], "security_group_ids": ["g"]}\n    case _:\n        kwargs = {}\nEstimator(**job, **kwargs).fit()`,
    ["conditional"],
  ],
  "2: chosen by a key that is known": [
    `stages = {"prod": {"subnets": ["a1"], "security_group_ids": ["g"]}, "dev": {}}\nEstimator(**job, **stages["prod"]).fit()\nEstimator(**job, **stages.get("dev")).fit()`,
    ["a1", "none"],
  ],
  "2: chosen by a key that is not": [
    `stages = {"prod": {"subnets": ["a1"], "security_group_ids": ["g"]}, "dev": {}}\nEstimator(**job, **stages[stage()]).fit()`,
    ["conditional"],
  ],
  "3: None or a list by an expression": [
    `subnets = ["a1"] if vpc() else None\ngroups = ["g"] if subnets else None\nEstimator(**job, subnets=subnets, security_group_ids=groups).fit()`,
    ["conditional"],
  ],
  "3: None replaced on an exception": [
    `subnets = groups = None\ntry:\n    subnets, groups = discover()\nexcept Exception:\n    pass\nEstimator(**job, subnets=subnets, security_group_ids=groups).fit()`,
    ["conditional"],
  ],
  "4: from a star import": [
    `from team.network import *\nEstimator(**job, subnets=SUBNETS, security_group_ids=GROUPS).fit()`,
    ["unknown"],
  ],
  "5: by vars() and by getattr": [
    `from sagemaker.network import NetworkConfig\nn = NetworkConfig(subnets=["a1"], security_group_ids=["g"])\nEstimator(**job, subnets=getattr(n, "subnets"), security_group_ids=vars(n)["security_group_ids"]).fit()`,
    ["unknown"],
  ],
  "5: changed after it was read back": [
    `from sagemaker.network import NetworkConfig\nn = NetworkConfig(subnets=["a1"], security_group_ids=["g"])\ne = Estimator(**job, subnets=n.subnets, security_group_ids=n.security_group_ids)\nn.subnets.append("a2")\nn.subnets = ["a3"]\ne.fit()`,
    ["a1 a2"],
  ],
  "6: split at other places, and stripped": [
    `ids = " a1 , a2 "\nEstimator(**job, subnets=[i.strip() for i in ids.split(",")], security_group_ids="g".split()).fit()`,
    ["a1 a2"],
  ],
  "6: the list of an environment variable that the notebook sets": [
    `import os\nos.environ["SUBNETS"] = "a1,a2"\nEstimator(**job, subnets=os.environ["SUBNETS"].split(","), security_group_ids=os.getenv("GROUPS").split(",")).fit()`,
    ["a1 a2"],
  ],
  "7: filled by a comprehension over what is not known": [
    `subnets = [s["SubnetId"] for s in ec2.describe_subnets()["Subnets"]]\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "7: extended by what is not known": [
    `subnets = ["a1"]\nsubnets += more()\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["partial"],
  ],
  "8: get with a default of a dict that is not known": [
    `env = load()\nEstimator(**job, subnets=env.get("SubnetIds", []), security_group_ids=env.get("Groups") or ["g"]).fit()`,
    ["unknown"],
  ],
  "8: a key that a loop makes": [
    `env = {}\nfor name, value in settings().items():\n    env[name] = value\nEstimator(**job, **env).fit()`,
    ["unknown"],
  ],
  "9: settings of a text in the notebook": [
    `import json\nc = json.loads('{"subnets": ["a1"], "security_group_ids": ["g"]}')\nEstimator(**job, **c).fit()`,
    ["a1"],
  ],
  "10: no defaults are known, and the call shows none": [
    `import sagemaker\nEstimator(**job, sagemaker_session=sagemaker.Session()).fit()`,
    ["none"],
  ],
  "10: defaults that the notebook hands to its session": [
    `import sagemaker\nconfig = {"SchemaVersion": "1.0", "SageMaker": {"TrainingJob": {"VpcConfig": {"Subnets": ["a1"], "SecurityGroupIds": ["g"]}}}}\nEstimator(**job, sagemaker_session=sagemaker.Session(sagemaker_config=config)).fit()`,
    ["a1"],
  ],
  "10: defaults of a file that is not known": [
    `import os\nos.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = download()\nEstimator(**job).fit()`,
    ["unknown"],
  ],
  "11: a remote function that is called in a loop": [
    `from sagemaker.remote_function import remote\n@remote(role="r", instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])\ndef f(x):\n    model.fit(x)\n    trainer.train()\n    return x\nfor i in range(3):\n    f(i)`,
    ["a1"],
  ],
  "12: a step of a function that returns one": [
    `from sagemaker.workflow.function_step import step\ndef private(f):\n    return step(f, name="s", instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])\nprivate(lambda x: x)(1)`,
    ["a1"],
  ],
  "12: steps that take one another's results": [
    `from sagemaker.workflow.function_step import step\ndef f(x):\n    return x\nstep(f, instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])(step(f, instance_type="ml.m5.large")(1))`,
    ["a1", "none"],
  ],
  "12: a function of another package under that name": [
    `from team.flows import step\nstep(f, subnets=["a1"])(1)`,
    [],
  ],
  "13: a factory that is handed the class": [
    `def make(kind, **more):\n    return kind(**job, **more)\nmake(Estimator, subnets=["a1"], security_group_ids=["g"]).fit()\nmake(Estimator).fit()`,
    ["conditional"],
  ],
  "13: a factory that is a method": [
    `class Jobs:\n    def __init__(self, ids):\n        self.ids = ids\n    def make(self):\n        return Estimator(**job, subnets=self.ids, security_group_ids=["g"])\nJobs(["a1"]).make().fit()`,
    ["a1"],
  ],
  "13: of a module that is not on disk, kept in a dict": [
    `from team.jobs import make\njobs = {"a": make()}\njobs["a"].fit()`,
    [],
  ],
  "14: a subclass in a function": [
    `def private(base):\n    class Private(base):\n        def __init__(self, **more):\n            super().__init__(subnets=["a1"], security_group_ids=["g"], **more)\n    return Private\nprivate(Estimator)(**job).fit()`,
    ["a1"],
  ],
  "14: a subclass that hands its own arguments on": [
    `class Team(Estimator):\n    def __init__(self, *args, zone="a1", **kw):\n        kw["subnets"] = [zone]\n        kw.setdefault("security_group_ids", ["g"])\n        super().__init__(*args, **kw)\nTeam(**job).fit()`,
    ["a1"],
  ],
  "14: a subclass of what is not known": [
    `from team.base import Base\nclass Team(Base, Estimator):\n    pass\nTeam(**job).fit()`,
    [],
  ],
  "15: classes of the notebook under the SDK's names": [
    `class Estimator:\n    def __init__(self, **kw):\n        self.kw = kw\n    def fit(self, x=None):\n        pass\nclass Model(Estimator):\n    pass\nEstimator(subnets=["a1"]).fit()\nModel(role="r").fit()`,
    [],
  ],
  "15: a name that is imported twice": [
    `from sagemaker.sklearn import SKLearn as KMeans\nfrom sklearn.cluster import KMeans\nKMeans(n_clusters=3).fit([[1]])`,
    [],
  ],
  "16: modules under other names": [
    `import sagemaker.estimator as se, sagemaker as sm\nse.Estimator(**job, subnets=["a1"], security_group_ids=["g"]).fit()\nsm.estimator.Estimator(**job).fit()`,
    ["a1", "none"],
  ],
  "17: a client in a tuple, in a dict and as an attribute": [
    `import boto3\nclass Clients:\n    pass\nc = Clients()\nc.sm, s3 = boto3.client("sagemaker"), boto3.client("s3")\nall = {"sm": c.sm}\nc.sm.create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": ["g"]})\nall["sm"].create_model(ModelName="n", ExecutionRoleArn="r")\ns3.create_model(ModelName="m")`,
    ["a1", "none"],
  ],
  "18: several broken lines before the call": [
    `bucket =\nsubnets = # "a0"\nprefix = <your prefix>\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "19: an f-string in an f-string, with the same quotes": [
    `zone = "1"\nEstimator(**job, subnets=[f"{"a" + f"{zone}"}"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "19: a member of a list with the same quotes": [
    `cfg = {"ids": ["a1"]}\nEstimator(**job, subnets=[f"{cfg["ids"][0]}"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "19: joined and split with the same quotes": [
    `Estimator(**job, subnets=f'{', '.join(['a1', 'a2'])}'.split(", "), security_group_ids=["g"]).fit()`,
    ["a1 a2"],
  ],
  "20: a text that may be a list": [
    `ids = "a1"\nEstimator(**job, subnets=ids if isinstance(ids, list) else [ids], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "20: a placeholder that is filled in before": [
    `subnets = "<your_subnets>"\nsubnets = ["a1"]\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "20: a text": [
    `import boto3\nids = "a1"\nboto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig=dict(Subnets=ids, SecurityGroupIds=["g"]))`,
    ['"a1"'],
  ],
  "21: keys that are empty or None": [
    `import boto3\nboto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": []})`,
    ["a1"],
  ],
  "22: local by a name that is known": [
    `local = True\nEstimator(**{**job, "instance_type": "local" if local else "ml.m5.large"}).fit()`,
    ["local"],
  ],
  "22: a local session": [
    `from sagemaker.local import LocalSession\nEstimator(**job, sagemaker_session=LocalSession()).fit()`,
    ["local"],
  ],
  "23: a key that is taken out with a default": [
    `def make(c):\n    c = dict(c)\n    private = c.pop("private", False)\n    if not private:\n        c.pop("subnets"), c.pop("security_group_ids")\n    return Estimator(**c)\nall = {**job, "subnets": ["a1"], "security_group_ids": ["g"]}\nmake({**all, "private": True}).fit()`,
    ["a1"],
  ],
  "23: keys that are left out by a comprehension": [
    `config = {**job, "team": "a", "subnets": ["a1"], "security_group_ids": ["g"]}\nEstimator(**{k: v for k, v in config.items() if k != "team"}).fit()`,
    ["a1"],
  ],
  "23: what is popped of the caller's dict is gone there too": [
    `def take(c):\n    return c.pop("subnets"), c.pop("security_group_ids")\nconfig = {**job, "subnets": ["a1"], "security_group_ids": ["g"]}\ntake(config)\nEstimator(**config).fit()`,
    ["none"],
  ],
  "24: code in a text that is run": [
    `exec("Estimator(**job, subnets=['a1'])")\nsource = '''\nEstimator(**job).fit()\n'''`,
    [],
  ],
  "25: a variable that a subshell changes": [
    [
      `%%bash\nS=a1\n( S=a2 )\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$S,SecurityGroupIds=g`,
    ],
    ["a1"],
  ],
  "25: a Python variable in braces, and one of the shell": [
    [
      `s = "a1"\n!G=g; aws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets={s},SecurityGroupIds=$G`,
    ],
    // Python has no G, so that IPython fills in nothing
    ["unknown"],
  ],
  "25: arguments that the cell is not given": [
    [
      `%%bash\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$1,SecurityGroupIds=g`,
    ],
    ["unknown"],
  ],
  "26: two objects, the first changed under another name": [
    `a = Estimator(**job)\nb = a\na = Estimator(**job)\nb.subnets, b.security_group_ids = ["a1"], ["g"]\na.fit()\nb.fit()`,
    ["a1", "none"],
  ],
  "26: changed between two launches": [
    `a = Estimator(**job)\na.fit()\na.subnets = ["a1"]\na.security_group_ids = ["g"]\na.fit()`,
    ["conditional"],
  ],
  "27: a comprehension of jobs with a network each": [
    `all = [Estimator(**job, subnets=[s], security_group_ids=["g"]) for s in ("a1", "a2")]\nfor one in all:\n    one.fit()`,
    ["conditional"],
  ],
  "28: a function that is defined after its call stands": [
    [
      `def go():\n    return make()`,
      `def make():\n    return Estimator(**job, subnets=NET, security_group_ids=["g"])`,
      `NET = ["a1"]\ngo().fit()\nNET = ["a2"]`,
    ],
    ["a1"],
  ],
  "28: a name that a later cell sets": [
    [
      `Estimator(**job, subnets=NET if "NET" in globals() else None, security_group_ids=GROUPS).fit()`,
      `NET = ["a1"]`,
    ],
    ["conditional"],
  ],
};

testVariations("patterns of real notebooks, varied", variations);
