import jobs

estimator, inputs = jobs.make_job("s3://ml-data/train")
public, _ = jobs.make_job("s3://ml-data/train", private=False)
# %%
estimator.fit(inputs)
# %%
public.fit(inputs)
