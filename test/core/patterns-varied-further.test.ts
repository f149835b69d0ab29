import { testVariations, type Variations } from "../support/pattern-variations.js";

/** More of what notebooks and shells are written like. */
const variations: Variations = {
  "4: a network of a module that is not there": [
    `from company.network import private_network\nfrom sagemaker.processing import Processor\np = Processor(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.large", network_config=private_network())\np.run()`,
    ["unknown"],
  ],
  "4: subnets of an object that a module made, in a helper": [
    `from company import settings\ndef net(s):\n    return dict(subnets=s.subnets, security_group_ids=s.groups)\nEstimator(**job, **net(settings)).fit()`,
    ["unknown"],
  ],
  "4: a member of an enum of a module that is not there": [
    `from company.stages import Stage\nEstimator(**job, subnets=Stage.PROD.value, security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "9: a YAML that is given as text": [
    `import yaml\ncfg = yaml.safe_load("""\nnetwork:\n  subnets: [a1]\n  security_group_ids: [g]\n""")\nEstimator(**job, **cfg["network"]).fit()`,
    ["a1"],
  ],
  "9: JSON as text, read by a helper": [
    `import json\nTEXT = '{"subnets": ["a1"], "security_group_ids": ["g"]}'\ndef settings(text=TEXT):\n    return json.loads(text)\nEstimator(**job, **settings()).fit()`,
    ["a1"],
  ],
  "9: an INI file as text": [
    `import configparser\nc = configparser.ConfigParser()\nc.read_string("[net]\\nsubnets = a1")\nEstimator(**job, subnets=c["net"]["subnets"].split(","), security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "11: two remote functions, one called by the other": [
    `from sagemaker.remote_function import remote\nNET = dict(role="r", image_uri="i", instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])\n@remote(**NET)\ndef outer(x):\n    from other import Trainer\n    return Trainer(x).train()\nouter(1)`,
    ["a1"],
  ],
  "11: a remote function whose body fits another estimator there": [
    `from sagemaker.remote_function import remote\n@remote(role="r", image_uri="i", instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])\ndef outer():\n    model = sklearn_model()\n    model.fit([1], [2])\n    return model\nouter()`,
    ["a1"],
  ],
  "11: the decorator kept under a name": [
    `import sagemaker.remote_function as rf\nonline = rf.remote(role="r", image_uri="i", instance_type="ml.m5.large", subnets=["a1"], security_group_ids=["g"])\ndef f(): return 1\nonline(f)()`,
    ["a1"],
  ],
  "16: a class under a name that is chosen": [
    `from sagemaker.pytorch import PyTorch as PT\nfrom sagemaker.estimator import Estimator as Generic\nCLASS = {"generic": Generic, "torch": PT}["generic"]\nCLASS(**job, subnets=["a1"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "16: imported in the function that uses it": [
    `def make():\n    from sagemaker.huggingface.estimator import HuggingFace as HF\n    return HF(entry_point="t.py", role="r", transformers_version="4.36.0", pytorch_version="2.1.0", py_version="py310", instance_count=1, instance_type="ml.p3.2xlarge", subnets=["a1"], security_group_ids=["g"])\nmake().fit()`,
    ["a1"],
  ],
  "16: importlib": [
    `import importlib\nest = importlib.import_module("sagemaker.estimator")\nest.Estimator(**job, subnets=["a1"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "17: the module's name is a client": [
    `import boto3\nsagemaker = boto3.client("sagemaker", region_name="eu-west-1")\nsagemaker.create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": ["g"]})`,
    ["a1"],
  ],
  "17: a client of a function with a default session": [
    `import boto3\ndef client(name, session=None):\n    return (session or boto3.Session(region_name="us-east-1")).client(service_name=name)\nclient("sagemaker").create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": ["g"]})`,
    ["a1"],
  ],
  "17: clients by a comprehension": [
    `from boto3 import client\nclients = {name: client(name) for name in ("s3", "sagemaker")}\nclients["sagemaker"].create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": ["g"]})`,
    ["a1"],
  ],
  "18: a blank keyword of the call itself": [
    `Estimator(**job, tags=, subnets=["a1"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "18: a placeholder in a list of known ids": [
    `Estimator(**job, subnets=["a1", <second-subnet>], security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "18: a blank item of a dict that is expanded": [
    `net = {\n    "subnets": ["a1"],\n    "security_group_ids": ["g"],\n    "tags": ,\n}\nEstimator(**job, **net).fit()`,
    ["a1"],
  ],
  "18: a placeholder for the role in angle brackets": [
    `role = <ROLE_ARN>\njob["role"] = role\nEstimator(**job, subnets=["a1"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "18: a blank in the branch that is not taken": [
    `PRIVATE = True\nif PRIVATE:\n    subnets = ["a1"]\nelse:\n    subnets =\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "18: a blank default of a function": [
    `def log(text, level= ):\n    print(text)\nEstimator(**job, subnets=["a1"], security_group_ids=["g"]).fit()`,
    ["a1"],
  ],
  "18: an unfinished line between the constructor and fit": [
    `e = Estimator(**job, subnets=["a1"], security_group_ids=["g"])\ne.tags =\ne.fit()`,
    ["a1"],
  ],
  "18: dots for what the reader has to fill in": [
    `Estimator(**job, subnets=..., security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "18: two names, one of them blank": [
    `subnets, groups = ["a1"],\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "18: a sentence where a value belongs": [
    `subnets = enter your subnets here\nEstimator(**job, subnets=subnets, security_group_ids=["g"]).fit()`,
    ["unknown"],
  ],
  "21: an empty key by a default": [
    `import boto3, os\nkey = os.environ.get("KEY") and ""\nboto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="r", VpcConfig={"Subnets": ["a1"], "SecurityGroupIds": ["g"]})`,
    ["a1"],
  ],
  "21: an empty VPC that is left out": [
    `import boto3\nvpc = {"Subnets": [], "SecurityGroupIds": []}\nrequest = {"ModelName": "m", "ExecutionRoleArn": "r"}\nif all(vpc.values()):\n    request["VpcConfig"] = vpc\nboto3.client("sagemaker").create_model(**request)`,
    ["none"],
  ],
  "21: members that are empty are filtered": [
    `import boto3\nrequest = {"ModelName": "m", "ExecutionRoleArn": "r", "VpcConfig": {"Subnets": ["a1"], "SecurityGroupIds": ["g"]}, "Tags": [], "Containers": None}\nboto3.client("sagemaker").create_model(**{k: v for k, v in request.items() if v})`,
    ["a1"],
  ],
  "24: code in a file that the cell writes": [
    `%%writefile train.py\nfrom sagemaker.estimator import Estimator\nEstimator(image_uri="i", role="r", instance_count=1, instance_type="ml.m5.large").fit()`,
    [],
  ],
  "24: code in a docstring and in a comment": [
    `def f():\n    """\n    Estimator(**job).fit()\n    """\n# Estimator(**job).fit()`,
    [],
  ],
  "24: code that is written to a file as text": [
    `code = "from sagemaker.estimator import Estimator\\nEstimator(image_uri='i').fit()"\nwith open("t.py", "w") as f:\n    f.write(code)`,
    [],
  ],
  "25: an array": [
    `%%bash\nIDS=(a1 a2)\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=\${IDS[0]},\${IDS[1]},SecurityGroupIds=g`,
    ["a1 a2"],
  ],
  "25: a default of a parameter expansion, where the environment may have it": [
    `%%bash\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=\${SUBNET:-a1},SecurityGroupIds=g`,
    ["unknown"],
  ],
  "25: a here-document as the JSON": [
    `%%bash\nVPC=$(cat <<EOF\n{"Subnets": ["a1"], "SecurityGroupIds": ["g"]}\nEOF\n)\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config "$VPC"`,
    ["a1"],
  ],
  "25: a function of the shell": [
    `%%bash\nmake() {\n  aws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$1,SecurityGroupIds=g\n}\nmake a1`,
    ["a1"],
  ],
  "25: words that the cell is given": [
    [
      `s = "a1"`,
      `%%bash -s "$s" g\naws sagemaker create-model --model-name m --execution-role-arn r \\\n  --vpc-config Subnets=$1,SecurityGroupIds=$2`,
    ],
    ["a1"],
  ],
  "25: a variable in quotes that keep it": [
    `%%bash\nS=a1\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config 'Subnets=$S,SecurityGroupIds=g'`,
    ["$S"],
  ],
  "25: a loop over ids": [
    `%%bash\nfor s in a1 a2; do\n  aws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$s,SecurityGroupIds=g\ndone`,
    ["conditional"],
  ],
  "25: an option with an equals sign": [
    `!aws sagemaker create-model --model-name=m --execution-role-arn=r --vpc-config=Subnets=a1,SecurityGroupIds=g`,
    ["a1"],
  ],
  "25: the second command of a line, after &&": [
    `!echo start && aws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=a1,SecurityGroupIds=g || echo failed`,
    ["a1"],
  ],
  "25: a branch on what is not known": [
    `%%bash\nS=a1\nif [ -n "$CI" ]; then S=a2; fi\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$S,SecurityGroupIds=g`,
    ["conditional"],
  ],
  "25: exported, and used by the next cell of its own": [
    [
      `%%bash\nexport S=a1`,
      `%%bash\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$S,SecurityGroupIds=g`,
    ],
    ["unknown"],
  ],
  "25: set by %env": [
    [
      `%env S=a1`,
      `%%bash\naws sagemaker create-model --model-name m --execution-role-arn r --vpc-config Subnets=$S,SecurityGroupIds=g`,
    ],
    ["a1"],
  ],
  "27: a comprehension over networks": [
    `nets = {"a": ["a1"], "b": ["a2"]}\njobs = [Estimator(**job, subnets=s, security_group_ids=["g"]) for s in nets.values()]\nfor j in jobs:\n    j.fit()`,
    ["conditional"],
  ],
  "27: a while loop that counts": [
    `n = 0\nwhile n < 3:\n    Estimator(**job, subnets=["a1"], security_group_ids=["g"]).fit(job_name=f"j{n}")\n    n += 1`,
    ["a1"],
  ],
  "27: recursion that starts a job each time": [
    `def go(n):\n    if n == 0:\n        return\n    Estimator(**job, subnets=["a1"], security_group_ids=["g"]).fit()\n    go(n - 1)\ngo(2)`,
    ["a1"],
  ],
};

testVariations("patterns of real notebooks, varied further", variations);
