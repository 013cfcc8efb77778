"""Many respondents at once over Streamlit's websocket, and what a machine gives to carry them."""
