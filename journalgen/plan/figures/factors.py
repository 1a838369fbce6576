"""What metrics are compared by, as pages name it: its name, its page, and whether it may be named where nobody asked for it."""

from __future__ import annotations

from journalgen.analysis.patterns.values import DAYS_SINCE, FactorKind
from journalgen.analysis.terms import Term
from journalgen.plan.figures.context import Context
from journalgen.plan.figures.metrics.names import MetricName, metric_name
from journalgen.plan.figures.patterns import Factor

# The kinds of names on the site, by the kinds of factors that they are.
KINDS: dict[FactorKind, str] = {
    "tag": "tags",
    "place": "places",
    "activity": "activities",
    "trigger": "triggers",
    "coping": "coping",
    "person": "people",
}


class Factors:
    """Knows what the factors of a journal are called.

    One that is a name may be named where an entry that uses it may be offered: not a tag or a person of `[[quiet]]`, and
    nothing that was written down on days alone that stay closed.
    """

    def __init__(self, context: Context) -> None:
        self._config = context.journal.config
        self._name_link = context.name_link
        self._metric_address = context.metric_address
        self._may_offer = context.may_offer
        self._terms_of = context.terms
        self._terms: dict[tuple[str, str], Term] = {
            (kind, term.key): term for kind in KINDS.values() for term in context.terms.get(kind, ())
        }
        self._known: dict[tuple[str, str], bool] = {}
        self._factors: dict[tuple[FactorKind, str], Factor] = {}

    def may_name(self, kind: FactorKind, key: str) -> bool:
        """Return whether a factor may be named."""
        if kind not in KINDS:
            return True
        asked = (KINDS[kind], key)
        if asked not in self._known:
            term = self._terms.get(asked)
            self._known[asked] = term is not None and any(map(self._may_offer, term.entries))
        return self._known[asked]

    def may_name_any(self, name: str) -> bool:
        """Return whether no factor of that spelling is one that may not be named."""
        return all(
            self.may_name(kind, term.key)
            for kind, of_kind in KINDS.items()
            for term in self._terms_of.get(of_kind, ())
            if term.name == name
        )

    def factor(self, kind: FactorKind, key: str, name: str) -> Factor:
        """Return what a factor is called, and where its page lies, by its key and its spelling."""
        found = self._factors.get((kind, key))
        if found is None:
            found = self._factors[kind, key] = self._factor(kind, key, name)
        return found

    def _factor(self, kind: FactorKind, key: str, name: str) -> Factor:
        if kind in KINDS:
            link = self._name_link(KINDS[kind], key)
            return Factor(kind, link.name if link else name, link.address if link else None)
        return Factor(kind, name, None, self.metric(name) if kind == "metric" and name != DAYS_SINCE else None)

    def metric(self, name: str) -> MetricName:
        """Return what a metric is called."""
        return metric_name(self._config, name, self._metric_address(name))
