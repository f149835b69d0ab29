from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from jupyter_server.extension.application import ExtensionApp
from traitlets import Unicode

from .handlers import AccountHandler, FactsHandler, PolicyHandler, ProfilesHandler, SdkDefaultsHandler
from .reader import Readers


class SagemakerPreflight(ExtensionApp):
    """Reads facts of the account for the front end: what `reads.json` lists, and no credential leaves."""

    name = "sagemaker_preflight"

    profile = Unicode(
        "",
        help="The AWS profile of the shared config files that is asked where the user's settings name none.",
    ).tag(config=True)
    region = Unicode("", help="The AWS region where neither code nor the user's settings name one.").tag(
        config=True
    )

    def initialize_settings(self) -> None:
        self.settings["sagemaker_preflight_readers"] = Readers(self.profile, self.region)
        # Asking AWS waits for the network: never in the server's event loop.
        self._threads = ThreadPoolExecutor(max_workers=8, thread_name_prefix="sagemaker-preflight")
        self.settings["sagemaker_preflight_threads"] = self._threads

    def initialize_handlers(self) -> None:
        self.handlers.extend(
            [
                (r"/sagemaker-preflight/account", AccountHandler),
                (r"/sagemaker-preflight/facts", FactsHandler),
                (r"/sagemaker-preflight/sdk-defaults", SdkDefaultsHandler),
                (r"/sagemaker-preflight/policy", PolicyHandler),
                (r"/sagemaker-preflight/profiles", ProfilesHandler),
            ]
        )

    async def stop_extension(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
