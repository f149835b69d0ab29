"""The AWS profiles that the server's user has: their names, and nothing else of the files they are in."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import BotoCoreError
from botocore.session import Session

from .unreadable import why_unreadable


def available_profiles() -> dict[str, Any]:
    """`profiles`, sorted; `why` when the files cannot be read. Reads them anew: they may have been written meanwhile."""
    try:
        return {"profiles": sorted(Session().available_profiles)}
    except BotoCoreError as error:
        _, why = why_unreadable(error)
        return {"profiles": [], "why": why}
