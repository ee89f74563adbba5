"""The language server: findings while one types, rules' pages on hover, suppressions and fixes as actions.

`analysis` and `worker` know nothing of the protocol; `language_server` is the server that a client talks to.
"""
