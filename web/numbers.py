"""The metrics: events counted, and three things looked at when somebody asks, for `/metrics`.

Off until `DIAGNOSTIC_METRICS` is set. Every process counts for itself. The registry is our own: the
library’s global one would add numbers about Python that change with its version.
"""

import hmac
import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from storage import Store, StoreFault
from web.private import PRIVATE

LOG: Final = logging.getLogger(__name__)
SETTING: Final = "DIAGNOSTIC_METRICS"
"""Setting: `on`, or the token that a scraper has to bring."""
ON: Final = "on"
SHORTEST: Final = 20
"""Characters of such a token."""
MOST_VALUES: Final = 30
"""Values of one label; what comes after them is *other*."""
SAVES: Final = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
PAPERS: Final = (0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 10.0)
"""Upper ends of the histograms, in seconds."""

Facts = Mapping[str, Any]
Looks = Mapping[str, Callable[[], float]]
"""Names of gauges, each with what is looked at; without the prefix."""

DEEDS: Final = {
    "assessment_started": "started",
    "assessment_finished": "finished",
    "assessment_deleted": "deleted",
    "shared": "shared",
    "withdrawn": "withdrawn",
}
DOORS: Final = {"signed_in": "ok", "sign_in_refused": "refused", "sign_in_slowed": "slowed"}


class Numbers(logging.Handler):
    """Counts the events that are said, from the moment it is added to the root of logging."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        super().__init__(logging.DEBUG)
        self.registry = registry = CollectorRegistry()
        self._seen: dict[str, set[str]] = {}

        def counter(name: str, words: str, *labels: str) -> Counter:
            return Counter(f"diagnostic_{name}", words, labels, registry=registry)

        def seconds(name: str, words: str, ends: tuple[float, ...], *labels: str) -> Histogram:
            named = f"diagnostic_{name}_seconds"
            return Histogram(named, words, labels, registry=registry, buckets=ends)

        self._deeds = counter("assessments", "What became of assessments.", "deed")
        self._saves = counter("saves", "Saves of answers, by outcome or fault.", "outcome")
        self._save_time = seconds("save", "Time of a save that went well.", SAVES)
        self._faults = counter("store_faults", "What the store could not do.", "kind", "code")
        self._doors = counter("sign_ins", "Tries to sign in.", "outcome")
        self._tries = counter("webhook_tries", "Tries to tell the webhook.", "outcome")
        self._limits = counter("limits", "Limits that were reached.", "limit")
        self._paper_time = seconds("paper", "Time to make a PDF.", PAPERS, "paper")
        self._errors = counter("unhandled_errors", "Errors that nobody caught.")
        for deed in DEEDS.values():
            self._deeds.labels(deed)
        for door in DOORS.values():
            self._doors.labels(door)
        self._saves.labels("ok")

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record, if it is an event or an error that nobody caught."""
        event, facts = getattr(record, "event", None), getattr(record, "facts", None)
        if facts is not None and event is not None:
            self._count(event, facts)
        elif record.exc_info and record.exc_info[0] is not None:
            self._errors.inc()

    def _count(self, event: str, facts: Facts) -> None:
        if event in DEEDS:
            self._deeds.labels(DEEDS[event]).inc()
        elif event in DOORS:
            self._doors.labels(DOORS[event]).inc()
        elif event == "saved":
            self._saves.labels("ok").inc()
            self._save_time.observe(facts["ms"] / 1000)
        elif event in ("not_saved", "not_read", "store_refused"):
            self._fault(event, self._bounded("code", facts["code"]), facts.get("deed"))
        elif event in ("told", "not_told"):
            self._tries.labels(event).inc()
        elif event == "paper_made":
            self._paper_time.labels(self._bounded("paper", facts["paper"])).observe(
                facts["ms"] / 1000
            )
        elif event == "limit_hit":
            self._limits.labels(self._bounded("limit", facts["limit"])).inc()

    def _fault(self, event: str, code: str, deed: object) -> None:
        self._faults.labels(event, code).inc()
        if event == "not_saved" and deed == "save":
            self._saves.labels(code).inc()

    def _bounded(self, label: str, value: str) -> str:
        """The value itself, unless this label has had too many already."""
        seen = self._seen.setdefault(label, set())
        if value not in seen and len(seen) >= MOST_VALUES:
            return "other"
        seen.add(value)
        return value


class Looked:
    """A collector of gauges that are looked at when somebody asks."""

    def __init__(self, looks: Looks, info: Callable[[], Mapping[str, str]]) -> None:
        """`looks` give numbers by name, `info` the versions of what runs."""
        self._looks, self._info = looks, info

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """See `prometheus_client.registry.Collector`."""
        for name, look in self._looks.items():
            yield GaugeMetricFamily(f"diagnostic_{name}", f"{name} now.", value=look())
        info = self._info()
        family = GaugeMetricFamily("diagnostic_info", "What runs here.", labels=list(info))
        family.add_metric(list(info.values()), 1)
        yield family


def number_routes(
    prefix: str,
    settings: Mapping[str, str],
    store: Callable[[], Store],
    looks: Looks,
    info: Callable[[], Mapping[str, str]],
) -> list[Route]:
    """`/metrics` under the path `prefix`; 404 unless `DIAGNOSTIC_METRICS` asks for it."""
    asked = wanted(settings)
    if asked is None:
        return [Route(f"{prefix}/metrics", nothing)]
    token = "" if asked == ON else asked
    disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series beside each, that nothing here reads
    numbers = Numbers()
    logging.getLogger().addHandler(numbers)
    numbers.registry.register(Looked({**looks, "store_ready": lambda: _ready(store)}, info))

    def metrics(request: Request) -> Response:
        brought = request.headers.get("authorization", "")
        if token and not hmac.compare_digest(brought.encode(), f"Bearer {token}".encode()):
            return nothing(request)
        text = generate_latest(numbers.registry)
        return Response(text, 200, {**PRIVATE, "Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return [Route(f"{prefix}/metrics", metrics)]


def wanted(settings: Mapping[str, str]) -> str | None:
    """`on`, or the token that has to be brought; `None` without metrics, and says what is wrong."""
    asked = settings.get(SETTING, "").strip()
    if asked.lower() in ("", "off"):
        return None
    if asked.lower() == ON:
        return ON
    if len(asked) < SHORTEST or not asked.isascii() or not asked.isprintable():
        words = "%s has to be on, off or a token of at least %d ASCII characters; it counts as off."
        LOG.error(words, SETTING, SHORTEST)
        return None
    return asked


def nothing(request: Request) -> PlainTextResponse:
    """What an address says that there is not."""
    return PlainTextResponse("Not found\n", 404, PRIVATE)


def _ready(store: Callable[[], Store]) -> float:
    """1 if the store works: written, and read back by a fresh connection."""
    try:
        return float(store().health().ok)
    except StoreFault:
        return 0.0
