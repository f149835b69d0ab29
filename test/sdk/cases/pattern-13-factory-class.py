from jobs import Jobs

# %%
Jobs().estimator().fit("s3://ml-data/train")
