"""The ASGI shell around the pages: language of the document, headers, health, warm start, words Streamlit lacks."""
