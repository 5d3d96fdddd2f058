"""The options of a list as people choose among them: no two are written alike."""

from collections import Counter
from collections.abc import Mapping


def told_apart(labels: Mapping[str, str]) -> Mapping[str, str]:
    """Return what each option is called; where several are called the same, with the last part of its key behind.

    A browser sends back what an option is called, so of two that are called the same the first would be chosen. Where the
    last parts are alike too, or some other option is called so already, the whole key stands behind.

    >>> told_apart({"person:1": "Kari", "person:2": "Kari", "person:3": "Ola"})
    {'person:1': 'Kari (1)', 'person:2': 'Kari (2)', 'person:3': 'Ola'}
    >>> told_apart({"stat:1": "Kari", "ks:1": "Kari"})
    {'stat:1': 'Kari (stat:1)', 'ks:1': 'Kari (ks:1)'}
    """
    ends = {key: key.rpartition(":")[2] for key in labels}
    short = _behind(labels, ends)
    return short if len(set(short.values())) == len(short) else _behind(labels, {key: key for key in labels})


def _behind(labels: Mapping[str, str], ends: Mapping[str, str]) -> Mapping[str, str]:
    count = Counter(labels.values())
    return {key: f"{label} ({ends[key]})" if count[label] > 1 else label for key, label in labels.items()}
