"""The same reading on many machines: shards in, one Parquet file a shard and kind of record out. Needs `musnad[scale]`.

A worker reads a shard and writes its results; nothing but a small receipt travels back. So whatever dies, what was
written stays, and running again goes on.
"""

from musnad.errors import ClusterError, PlaceError
from musnad.scale.cluster import cluster, dashboard_of
from musnad.scale.copies import DISPATCHES
from musnad.scale.copies import find as find_copies
from musnad.scale.load import in_order, load
from musnad.scale.places import Store
from musnad.scale.read import Read, begun, job, read
from musnad.scale.shards import Shard, shards
from musnad.scale.work import Job

__all__ = [
    "DISPATCHES",
    "ClusterError",
    "Job",
    "PlaceError",
    "Read",
    "Shard",
    "Store",
    "begun",
    "cluster",
    "dashboard_of",
    "find_copies",
    "in_order",
    "job",
    "load",
    "read",
    "shards",
]
