from team.jobs import *

# %%
train("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "s3://ml-data/train")
