"""The archive as pages: server-rendered, no network, readable without JavaScript.

``app`` puts the routes together, ``guard`` keeps others out, ``pages`` has a documented value for
each page (its ``.json`` twin is the same object), ``templates`` show them.
"""
