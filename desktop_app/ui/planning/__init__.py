"""The planning: a day or a week of every room, drawn, moved and booked with mouse or keyboard.

The window enters through `screen.PlanningScreen` only. Layout (`plan`, `axis`, `day_frame`,
`week_frame`) is plain arithmetic; painting (`day_painter`, `week_painter`) is apart from the
widgets, so that it can be measured alone.
"""
