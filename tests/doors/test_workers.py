from collections.abc import Iterator

import pytest

from mayoke.doors.cli.inputs import Input
from mayoke.doors.cli.workers import AHEAD, BATCH, Lost, Pool, StartError
from tests.doors.working import broken, shout


def run(*data: bytes, workers: int = 1, seconds: float = 20.0) -> list[str | Lost]:
    inputs = [Input(f"m{n}", text) for n, text in enumerate(data)]
    results = list(Pool(shout, workers, seconds).run(inputs))
    assert [item for item, _ in results] == inputs
    return [result for _, result in results]


def test_results_keep_the_order_of_the_messages() -> None:
    assert run(*[b"x"] * (3 * BATCH + 1), workers=2) == [f"M{n}" for n in range(3 * BATCH + 1)]


def test_only_the_message_that_kills_is_lost() -> None:
    assert run(b"x", b"die", b"x") == ["M0", Lost.DIED, "M2"]


def test_only_the_message_that_takes_too_long_is_lost() -> None:
    assert run(b"x", b"sleep", seconds=0.5) == ["M0", Lost.SLOW]


def test_a_worker_that_cannot_start_is_told() -> None:
    with pytest.raises(StartError, match="no registry"):
        list(Pool(broken, 1, 5.0).run([Input("a", b"x")]))


def test_nothing_is_read_far_ahead() -> None:
    taken = 0

    def endless() -> Iterator[Input]:
        nonlocal taken
        while True:
            taken += 1
            yield Input(str(taken), b"x")

    results = Pool(shout, 1, 20.0).run(endless())
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken <= (AHEAD + 2) * BATCH
