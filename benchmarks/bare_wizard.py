"""The peer of `bench_load.py`: the same widgets screen by screen, plainly drawn, saved nowhere."""

import sys
from pathlib import Path

import streamlit as st

ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from benchmarks.load.bare_screens import draw, screens  # noqa: E402

way = screens()
step = st.session_state.setdefault("step", -1)
if step < 0:
    st.title("Would your team carry out its next strategy?")
    if st.button("Start"):
        st.session_state.step = 0
        st.rerun()
    st.stop()
st.title(f"Screen {step + 1} of {len(way)}")
draw(way[step])
if step + 1 < len(way):
    with st.bottom, st.container(horizontal=True):
        back = step and st.button("Back", key="back")
        on = st.button("Next", key="next", type="primary")
    if on or back:
        st.session_state.step += 1 if on else -1
        st.rerun()
