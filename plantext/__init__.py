"""plantext: compare public plans from year to year, and check whether what was asked for is in them."""

__version__ = "0.1.0"
