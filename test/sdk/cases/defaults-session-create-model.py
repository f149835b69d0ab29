# user defaults: all.yaml
import sagemaker

session = sagemaker.Session()
session.create_model("by-session", None, container_defs={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"})
