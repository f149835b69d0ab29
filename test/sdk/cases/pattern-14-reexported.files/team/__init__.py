from .estimators import TeamEstimator as Estimator
