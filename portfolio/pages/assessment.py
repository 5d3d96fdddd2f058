"""To be written."""

import streamlit as st

from portfolio.pages.desk import Desk


def show(desk: Desk) -> None:
    """To be written."""
    st.title("assessment")
