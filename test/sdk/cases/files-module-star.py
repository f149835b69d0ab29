from helpers import *

# %%
one = make("train:1")
one.fit("s3://ml-data/train", wait=False)

# %%
launch("train:2")

# %%
settings = NETWORK
