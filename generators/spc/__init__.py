"""Control charts: a series in; limits, signals, state and words out. Nothing here knows of records or pages."""
