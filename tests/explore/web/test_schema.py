"""schemathesis asks every JSON address for what its schema allows: no answer is a fault of ours."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="no schemathesis in this environment")
EXAMPLES = 10  # for each address; the questions are the same in every run


def _operations(app: Any) -> list[Any]:
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers={"host": "localhost"})
    return [found.ok() for found in schema.include(path_regex=r"\.json$").get_all_operations()]


def test_no_json_address_fails(shown: TestClient) -> None:
    operations = _operations(shown.app)
    assert len(operations) >= 20
    for operation in operations:
        _asked(operation, shown)


def _asked(operation: Any, visitor: TestClient) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        answer = case.call(headers={"host": "localhost"})
        assert answer.status_code < 500, f"{case.method} {case.formatted_path} {case.query}"

    ask()


@pytest.mark.parametrize(
    "address",
    ["/events.json?page=100000000000000000000", "/events.json?since=%00", "/search.json?q=%00", "/search.json?q=%22",
     "/events.json?actor=%ff", "/network.json?at=9999-12-31", "/network.json?before=0000&after=9999&top=120",
     "/network.json?at=2016-02-30", "/timeline.json?since=0001&until=9999", "/articles/%2e%2e%2f.json",
     "/review.json?reason=nothing", "/actors/%F0%9F%92%A5.json", "/events.json?type=%27%20OR%201=1",
     "/search.json?q=" + "%D8%A3" * 300, "/between/x/y.json", "/reports/x.json", "/map.json?borders=%00"],
)  # fmt: skip
def test_odd_questions_are_answered(shown: TestClient, address: str) -> None:
    assert shown.get(address).status_code < 500
