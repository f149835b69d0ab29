from .settings import encrypted

_GROUP = "sg-0a1000000000000aa"
VPC = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": [_GROUP]}
VPC["encrypt_inter_container_traffic"] = encrypted()
