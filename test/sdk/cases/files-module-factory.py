import jobs

estimator = jobs.make("ml.m5.xlarge")

# %%
estimator.fit("s3://ml-data/train")
