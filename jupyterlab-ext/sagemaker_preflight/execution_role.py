"""
What the SageMaker SDK's `get_execution_role()` gives to a kernel of this server, as `ExecutionRole` of
`core/src/account/execution-role.ts`: the role that SageMaker names in its metadata file, which the SDK reads first; else
that of the server's own credentials, which its kernels have too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

metadata_file = Path("/opt/ml/metadata/resource-metadata.json")


def execution_role(has_own_credentials: bool, path: Path | None = None) -> dict[str, str] | None:
    """has_own_credentials: kernels run elsewhere, or AWS is asked with a profile that they do not have."""
    file = path or metadata_file
    if file.exists():
        try:
            metadata: Any = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        arn = metadata.get("ExecutionRoleArn") if isinstance(metadata, dict) else None
        # Without it the SDK asks SageMaker, and not with the rights of this server alone
        return {"arn": arn} if isinstance(arn, str) and ":role/" in arn else None
    return None if has_own_credentials else {"of": "caller"}
