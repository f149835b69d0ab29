ALL = {"a": ["subnet-0a10000000000001a"], "b": ["subnet-0a10000000000002b"]}
GROUPS = ["sg-0a1000000000000aa"]


def subnets_of(zone):
    return ALL[zone]
