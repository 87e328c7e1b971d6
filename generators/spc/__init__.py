"""Control charts: a series in; limits, signals, state and words out. Nothing here knows of records or pages.

chart = control_chart([41, 38, None, 44])        # generators.spc.chart: one value a period, None for a gap
found = state(chart, "decrease")                 # generators.spc.state: of the latest period; which way is better
context = Context(Unit("count", "call", "calls"), periods)  # one Period of generators.periods for each value
" ".join(paragraph(chart, found, context))       # generators.spc.words
against_target(chart, 40, "decrease", context)   # generators.spc.target: whether the latest value meets it
"""
