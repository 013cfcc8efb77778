"""Streamlit pieces that the pages share, beginning with the frame around every page."""
