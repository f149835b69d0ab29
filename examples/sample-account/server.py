"""
The sample account: moto's AWS on the loopback interface, filled with the resources of `account.json`.

    python server.py [PORT] [--deny ec2:DescribeSubnets] [--hang ec2] [--throttle kms] [--expired]

Once ready it prints one line of JSON, `{"endpoint", "account", "region", "ids", "env"}`.
It ends on SIGTERM, or when its standard input is closed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import signal
import sys
import threading
from pathlib import Path

here = Path(__file__).parent
account = json.loads((here / "account.json").read_text())
# moto reads it when it is imported.
os.environ["MOTO_ACCOUNT_ID"] = account["account"]

from fakes import accept_real_multi_region_ids, show_addresses_of_prefix_lists, with_fakes  # noqa: E402
from faults import Faults, with_faults  # noqa: E402
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from seed import seed  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402


def sample_env(endpoint: str, region: str) -> dict[str, str]:
    """The variables that a client needs. `AWS_PROFILE` must not be set: it would win over them."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "sample",
        "AWS_SECRET_ACCESS_KEY": "sample",
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


def main() -> None:
    arguments = _arguments()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    accept_real_multi_region_ids()
    show_addresses_of_prefix_lists()
    moto = DomainDispatcherApplication(create_backend_app)
    associations = {
        group["id"]: [vpc["id"] for vpc in account["vpcs"] if vpc["name"] in group.get("alsoIn", [])]
        for own in account["vpcs"]
        for group in own["securityGroups"]
    }
    application = with_fakes(
        moto, account=account["account"], associations=associations, quotas=account["quotas"]
    )
    server = make_server("127.0.0.1", arguments.port, application, threaded=True)
    endpoint = f"http://127.0.0.1:{server.server_port}"
    server.daemon_threads = True  # a call that hangs does not hold up the end
    threading.Thread(target=server.serve_forever, daemon=True).start()

    ids = seed(account, endpoint)
    faults = Faults(
        deny=frozenset(arguments.deny),
        hang=frozenset(arguments.hang),
        throttle=frozenset(arguments.throttle),
        expired=arguments.expired,
    )
    server.app = with_faults(application, faults, account=account["account"])

    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    ready = {
        "endpoint": endpoint,
        "account": account["account"],
        "region": account["region"],
        "ids": ids,
        "env": sample_env(endpoint, account["region"]),
    }
    print(json.dumps(ready), flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        sys.stdin.read()
    os._exit(0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="An AWS account to try SageMaker Preflight on.")
    parser.add_argument("port", type=int, nargs="?", default=0, help="0: a free one")
    faults = parser.add_argument_group(
        "faults", "each names a service (ec2) or an action (ec2:DescribeSubnets)"
    )
    faults.add_argument("--deny", action="append", default=[], help="not allowed")
    faults.add_argument("--hang", action="append", default=[], help="answers only after a minute")
    faults.add_argument("--throttle", action="append", default=[], help="too many requests")
    faults.add_argument("--expired", action="store_true", help="the session has ended")
    return parser.parse_args()


if __name__ == "__main__":
    main()
