"""Whoever publishes a method is told when the charts lack a colour for it."""

import pytest

from portfolio.catalogue.methods import methods
from portfolio.charts.look import CRITERIA


@pytest.mark.parametrize("id", sorted(methods()))
def test_every_criterion_has_a_colour_of_its_own_in_the_charts(id):
    assert len(methods()[id].criteria) <= len(CRITERIA), "Add colours to portfolio/charts/look.py."
