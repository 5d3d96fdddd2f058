"""Several processes of our own that set off at the same moment, and none left behind."""

import multiprocessing
import sys
import traceback
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from types import ModuleType

CONTEXT = multiprocessing.get_context("forkserver")
"""A process that begins clean: no thread, lock or connection of ours is copied into it."""
LONGEST = 60


def at_once(act: Callable[..., None], *arguments: tuple[object, ...]) -> list[str]:
    """Carry out an act in one process for each tuple of arguments; return what went wrong, in words."""
    ready, wrong = CONTEXT.Barrier(len(arguments)), CONTEXT.Queue()
    begun = [CONTEXT.Process(target=_set_off, args=(act, each, ready, wrong)) for each in arguments]
    for each in begun:
        start(each)
    for each in begun:
        each.join(LONGEST)
        if each.is_alive():
            each.kill()
            each.join()
    return [f"ended with {each.exitcode}" for each in begun if each.exitcode] + _said(wrong)


def start(process: BaseProcess) -> None:
    """Start a process. A page that a test has drawn stands as the main program: the process must not run it."""
    CONTEXT.set_forkserver_preload(["portfolio.actions.funding.contributions", "portfolio.store.schema"])
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        process.start()
    finally:
        sys.modules["__main__"] = main


def _set_off(
    act: Callable[..., None], arguments: tuple[object, ...], ready: Barrier, wrong: "Queue[str]"
) -> None:
    ready.wait(LONGEST)
    try:
        act(*arguments)
    except BaseException:
        wrong.put(traceback.format_exc())


def _said(wrong: "Queue[str]") -> list[str]:
    said = []
    while not wrong.empty():
        said.append(wrong.get())
    wrong.close()
    wrong.join_thread()
    return said
