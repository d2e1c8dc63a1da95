"""The panel at the right of the planning: the form of a booking, its verdict, its series.

The planning's screen enters through `booking_panel` and `finder_panel`.
"""
