"""Do a printed quotation and a public statement agree, and how do we show it?"""

__version__ = "0.1.0"
