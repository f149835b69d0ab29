"""What does botocore's own validator say of these parameters?

    PYTHON-WITH-BOTOCORE botocore-reports.py < REQUESTS > REPORTS

Each line of the input is `{"operation": …, "parameters": …}`, each line of the output the report as a string, or null
when botocore would send the request.
"""

from __future__ import annotations

import json
import sys

import botocore.loaders
from botocore.handlers import generate_idempotent_uuid
from botocore.model import ServiceModel
from botocore.validate import ParamValidator


def main() -> None:
    model = ServiceModel(botocore.loaders.Loader().load_service_model("sagemaker", "service-2"))
    validator = ParamValidator()
    for line in sys.stdin:
        request = json.loads(line)
        operation = model.operation_model(request["operation"])
        generate_idempotent_uuid(request["parameters"], operation)
        report = validator.validate(request["parameters"], operation.input_shape)
        print(json.dumps(report.generate_report() if report.has_errors() else None))


if __name__ == "__main__":
    main()
