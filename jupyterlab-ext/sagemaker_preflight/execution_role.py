"""
What the SageMaker SDK's `get_execution_role()` gives to a kernel of this server, as `ExecutionRole` of
`core/src/account/execution-role.ts`: the role that SageMaker names in its metadata file, which the SDK reads first; else
that of the notebook instance or the user of Studio that the file names; without a file that of the server's own
credentials, which its kernels have too.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

metadata_file = Path("/opt/ml/metadata/resource-metadata.json")


def execution_role(has_own_credentials: bool, path: Path | None = None) -> dict[str, Any] | None:
    """has_own_credentials: kernels run elsewhere, or AWS is asked with a profile that they do not have."""
    file = path or metadata_file
    if not file.exists():
        return None if has_own_credentials else {"of": "caller"}
    try:
        metadata: Any = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(metadata, dict):
        return None
    place = _place(metadata)
    at = {} if place is None else {"at": place}
    arn = metadata.get("ExecutionRoleArn")
    if arn is not None:
        return {"arn": arn, **at} if isinstance(arn, str) and ":role/" in arn else None
    return at or None


def _place(metadata: dict[str, Any]) -> dict[str, str] | None:
    """Where the notebook runs, as SageMaker names it; what is asked of SageMaker goes by it."""
    name, domain, user = (metadata.get(key) for key in ("ResourceName", "DomainId", "UserProfileName"))
    if domain is None:
        return {"notebookInstance": name} if _is_name(name) else None
    if not _is_name(domain):
        return None
    return {"domainId": domain, **({"userProfile": user} if _is_name(user) else {})}


def _is_name(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-zA-Z0-9][a-zA-Z0-9-]{0,62}", value) is not None
