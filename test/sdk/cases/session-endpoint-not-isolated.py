from sagemaker.session import Session, production_variant

Session().endpoint_from_production_variants(
    name="e",
    production_variants=[production_variant("m", "ml.m5.large")],
    enable_network_isolation=False,
)
