"""Check your answers: everything in the respondent's words, what is missing, and the way on."""

import streamlit as st

from ui import bottom_bar, finishing, heading, review, session

current = session.require()
card = session.scorecard(current)

heading.draw("check", "Check your answers")
st.markdown("Everything you told us, in your own words. Change what is not right.")
review.draw_missing(card)
review.draw_everything(current)
if bottom_bar.draw("check", ahead="See the result"):
    finishing.finish(current)
