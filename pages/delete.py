"""Delete my answers: at once, everywhere in the store, with a word on what was deleted."""

import streamlit as st

from ui import finishing, navigation, session

gone = finishing.just_deleted()
if gone is not None:
    st.title("Your answers are deleted", anchor=False)
    st.markdown(gone)
    navigation.link("welcome", "Go to the start page")
    st.stop()

current = session.require()
st.title("Delete my answers", anchor=False)
st.markdown(
    "This deletes every answer, note and result behind your private link, at once and for good. "
    "The link will lead nowhere. Copies you saved yourself, such as an answer file, stay with you."
)
st.markdown(finishing.what_was_shared_goes_too(current))
sure = st.checkbox("Yes, delete everything", key=f"{current.record.id}:sure")
if st.button("Delete my answers", type="primary", disabled=not sure, key="delete"):
    finishing.delete(current)
