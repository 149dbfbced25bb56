"""Figures of a running server in the Prometheus text format, together over its worker processes."""

import os

from prometheus_client import REGISTRY as PROCESS
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
)

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

REQUESTS = Counter("mayoke_requests_total", "Requests answered", ["route", "method", "status"])
SECONDS = Histogram(
    "mayoke_request_seconds",
    "Seconds from a request's head to its answer's end",
    ["route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
VERDICTS = Counter("mayoke_verdicts_total", "Messages judged", ["verdict"])
UNDER_WAY = Gauge(
    "mayoke_requests_under_way", "Requests being answered", multiprocess_mode="livesum"
)


def exposition() -> bytes:
    """Everything, summed over the workers where there are several."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(PROCESS)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
