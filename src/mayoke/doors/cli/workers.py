"""Many messages on many cores: in order, bounded, and undisturbed by a message that kills.

Each worker is a fresh process (spawned, so that no lock is inherited) that gets a batch, works it
off and answers once. A worker that dies or stays silent is replaced; the messages of its batch are
then tried one by one, so that only the guilty one is lost.
"""

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from mayoke.doors.cli.inputs import Input

BATCH = 16
BATCH_BYTES = 1024 * 1024
AHEAD = 32
"""Batches per worker that may be finished before the slowest one, which is printed first."""
START_SECONDS = 120.0

R = TypeVar("R")


class Lost(Enum):
    """Why a message has no result."""

    DIED = "died"
    SLOW = "slow"


class StartError(RuntimeError):
    """A worker failed before its first message; the text is its error."""


@dataclass(frozen=True, slots=True)
class _Task:
    """Neighbouring messages; ``number`` is the place of the first."""

    number: int
    inputs: tuple[Input, ...]


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    deadline: float
    ready: bool = False
    task: _Task | None = None


def serve(pipe: "Connection[Any, Any]", make: Callable[[], Callable[[Input], R]]) -> None:
    """The life of a worker: batches in, answers out, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    try:
        work = make()
    except Exception as error:  # noqa: BLE001  told to the parent, which ends the command
        pipe.send(f"{type(error).__name__}: {error}")
        return
    with suppress(EOFError, BrokenPipeError):
        pipe.send("")
        while True:
            pipe.send([work(item) for item in pipe.recv()])


class Pool(Generic[R]):
    """``make`` is called once in each worker; what it returns is called for each message.

    Both it and the results must be picklable. A batch may take ``seconds``.
    """

    def __init__(
        self, make: Callable[[], Callable[[Input], R]], workers: int, seconds: float
    ) -> None:
        self._make = make
        self._seconds = seconds
        self._spawn = multiprocessing.get_context("spawn")
        self._count = workers
        self._workers: list[_Worker] = []
        self._again: deque[_Task] = deque()
        self._done: dict[int, tuple[Input, R | Lost]] = {}
        self._next = 0

    def run(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, R | Lost]]:
        """Every message with its result, in the order of ``inputs``; raises StartError."""
        self._workers = [self._start() for _ in range(self._count)]
        with closing(self):
            tasks = _tasks(inputs)
            waiting = next(tasks, None)
            while waiting or self._again or self._busy():
                waiting = self._hand_out(waiting, tasks)
                self._collect()
                while self._next in self._done:
                    yield self._done.pop(self._next)
                    self._next += 1

    def close(self) -> None:
        """End every worker."""
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def _busy(self) -> bool:
        return any(worker.task for worker in self._workers)

    def _hand_out(self, waiting: _Task | None, tasks: Iterator[_Task]) -> _Task | None:
        """Give the free workers something to do; returns the task that comes next."""
        for worker in self._workers:
            if worker.task or not worker.ready:
                continue
            if self._again:
                self._give(worker, self._again.popleft())
            elif waiting and waiting.number < self._next + AHEAD * BATCH * self._count:
                self._give(worker, waiting)
                waiting = next(tasks, None)
        return waiting

    def _give(self, worker: _Worker, task: _Task) -> None:
        worker.task = task
        worker.deadline = time.monotonic() + self._seconds
        with suppress(BrokenPipeError):  # it died meanwhile: _collect will see that
            worker.pipe.send(task.inputs)

    def _collect(self) -> None:
        """Wait for the first answer, death or deadline, and take what there is."""
        waited = [worker for worker in self._workers if worker.task or not worker.ready]
        left = min(worker.deadline for worker in waited) - time.monotonic()
        ready = set(wait([worker.pipe for worker in waited], max(left, 0.0)))
        now = time.monotonic()
        for worker in waited:
            if worker.pipe in ready:
                self._answer(worker)
            elif worker.deadline <= now:
                self._lose(worker, Lost.SLOW)

    def _answer(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._lose(worker, Lost.DIED)
            return
        if not worker.ready:
            if answer:
                raise StartError(answer)
            worker.ready = True
            return
        task, worker.task = worker.task, None
        if task is not None:
            for number, pair in enumerate(zip(task.inputs, answer, strict=True), task.number):
                self._done[number] = pair

    def _lose(self, worker: _Worker, how: Lost) -> None:
        _end(worker)
        if not worker.ready:
            raise StartError(how.value)
        task = worker.task
        if task is not None and len(task.inputs) == 1:
            self._done[task.number] = (task.inputs[0], how)
        elif task is not None:
            self._again.extend(
                _Task(number, (item,)) for number, item in enumerate(task.inputs, task.number)
            )
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> _Worker:
        ours, theirs = self._spawn.Pipe()
        process = self._spawn.Process(target=serve, args=(theirs, self._make), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + START_SECONDS)


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()
    worker.process.join()


def _tasks(inputs: Iterable[Input]) -> Iterator[_Task]:
    batch: list[Input] = []
    number, size = 0, 0
    for item in inputs:
        if batch and (len(batch) == BATCH or size + len(item.data) > BATCH_BYTES):
            yield _Task(number, tuple(batch))
            number, size, batch = number + len(batch), 0, []
        batch.append(item)
        size += len(item.data)
    if batch:
        yield _Task(number, tuple(batch))
