from pathlib import Path

import boto3
import yaml

request = yaml.safe_load(Path("conf/job.yml").read_text())
boto3.client("sagemaker").create_training_job(**request)
