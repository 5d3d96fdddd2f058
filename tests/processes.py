"""Several processes of our own that set off at the same moment, and none left behind."""

import multiprocessing
import traceback
from collections.abc import Callable
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

CONTEXT = multiprocessing.get_context("forkserver")
"""A process that begins clean: no thread, lock or connection of ours is copied into it."""
LONGEST = 60


def at_once(act: Callable[..., None], *arguments: tuple[object, ...]) -> list[str]:
    """Carry out an act in one process for each tuple of arguments; return what went wrong, in words."""
    CONTEXT.set_forkserver_preload(["portfolio.actions.starting", "portfolio.store.schema"])
    ready, wrong = CONTEXT.Barrier(len(arguments)), CONTEXT.Queue()
    begun = [CONTEXT.Process(target=_set_off, args=(act, each, ready, wrong)) for each in arguments]
    for each in begun:
        each.start()
    for each in begun:
        each.join(LONGEST)
        if each.is_alive():
            each.kill()
            each.join()
    return [f"ended with {each.exitcode}" for each in begun if each.exitcode] + _said(wrong)


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
