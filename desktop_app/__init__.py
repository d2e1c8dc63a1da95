"""The desk of La Fabrique de la Solidarité: a desktop application for a venue's reception."""

__version__ = "0.1.0"
