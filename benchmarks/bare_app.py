"""The peer of `bench_answers.py`: the same two radio groups on a bare page, saved nowhere.

With `?charts=4` it is a bare page of four charts instead.
"""

import streamlit as st

STEMS = {
    "Who answers for the result of each of your top marketing priorities?": (
        "Nobody in particular; we all do.",
        "A team, a function, an agency, or a few people together.",
        "One named person for some of them, a group for the rest.",
        "One named person for every priority.",
        "The same, and we confirm the names each quarter.",
        "I don’t know",
    ),
    "When a result misses its target, what do you talk about first?": (
        "Usually we do not talk about it.",
        "The market, the product or the timing.",
        "It varies: sometimes outside causes, sometimes our own work.",
        "What we did, and what to change.",
        "What we did and what to change; later we check that it worked.",
        "I don’t know",
    ),
}

charts = int(st.query_params.get("charts", "0"))
if charts:
    import altair as alt
    import pandas as pd

    for number in range(charts):
        rows = pd.DataFrame({"name": list("abcdef"), "share": [number, 1, 2, 3, 4, 5]})
        st.altair_chart(alt.Chart(rows).mark_bar().encode(x="share", y="name"))
else:
    for stem, options in STEMS.items():
        st.radio(stem, options, index=None)
