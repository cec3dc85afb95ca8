"""How people meet a case: terminal, web app, exports, over one set of queries."""
