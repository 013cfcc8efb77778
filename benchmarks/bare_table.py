"""The peer of `bench_workspace.py`: a bare page with nothing but a table of as many rows."""

import pandas as pd
import streamlit as st

rows = range(int(st.query_params.get("rows", "5000")))
st.dataframe(
    pd.DataFrame(
        {
            "Company": [f"Company {number}" for number in rows],
            "Shared": pd.Timestamp("2026-11-25T10:00:00Z"),
            "Verdict": "Fix first",
            "Ownership": [number % 5 + 1 for number in rows],
            "Resourcing": [number % 4 + 1 for number in rows],
            "Review": [number % 3 + 1 for number in rows],
            "Confidence": "medium",
            "Next step": [f"Name one owner for priority {number}" for number in rows],
            "By": "2026-12-31",
        }
    ),
    hide_index=True,
)
