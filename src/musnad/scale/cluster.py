"""The cluster: worker processes of this machine, or whatever stands behind the address of a scheduler."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging import CRITICAL, getLogger

import dask
from distributed import Client, LocalCluster

from musnad.errors import ClusterError

CONNECT = 20.0  # seconds for a first connection: an address that is wrong must not be waited for
_LOUD = ("distributed", "tornado", "bokeh", "asyncio")


@contextmanager
def cluster(scheduler: str | None, workers: int, *, wait: float = CONNECT) -> Iterator[Client]:
    """Connect to a scheduler, or start so many worker processes here. Raises `ClusterError` where it does not answer.

    A killed worker of this machine is started again; for those of a scheduler their own keeper is to see to that.
    """
    for name in _LOUD:
        getLogger(name).setLevel(CRITICAL)  # what goes wrong is told by us, once
    with dask.config.set({"distributed.comm.timeouts.connect": f"{wait}s"}):
        if scheduler is not None:
            try:
                client = Client(scheduler, timeout=wait)
            except (OSError, ValueError) as error:
                message = f"no scheduler answers at {scheduler}: {error}"
                raise ClusterError(message) from error
            with client:
                yield client
            return
        with _deaf():
            local = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",  # None would be a port that others have
                silence_logs=CRITICAL,
            )
        try:
            with Client(local) as client:
                yield client
        finally:
            with suppress(Exception):  # what is left of a cluster that broke must not hide why
                local.close(timeout=5)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let processes that are started meanwhile not hear an interrupt: it is the caller's, who ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def dashboard_of(client: Client) -> str | None:
    """Return the address of the cluster's dashboard, where it has one."""
    link: str | None = client.dashboard_link
    return link
