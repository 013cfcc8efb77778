"""Check your answers: everything in the respondent's words, what is missing, and the way on."""

import streamlit as st

from ui import bottom_bar, finishing, review, session

current = session.require()
card = session.scorecard(current)

st.title("Check your answers", anchor=False)
st.markdown("Everything you told us, in your own words. Change what is not right.")
review.draw_missing(card)
if st.button("See the result", type="primary", key="see-result-top"):
    finishing.finish(current)
review.draw_everything(current)
bottom_bar.draw("check")
