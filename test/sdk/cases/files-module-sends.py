from jobs import train

train("alias/ml-volume")
