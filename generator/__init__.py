"""Helpglot: one file of facts becomes a support site in every language a partner's customers read."""

__version__ = "0.1.0"
