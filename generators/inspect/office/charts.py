"""The values that charts keep, where the sheet they came from is not shown."""

import re
from collections.abc import Iterator

from generators.inspect.found import Found
from generators.inspect.office.package import Package

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = re.compile(r"^\(?(?:'((?:[^']|'')+)'|([\w.]+))!")


def look_at_charts(package: Package, shown: frozenset[str]) -> Iterator[Found]:
    """Charts of a workbook that keep values of sheets that are hidden or gone."""
    for part in package.named("xl/charts/chart"):
        for formula in package.xml(part).iter(f"{CHART}f"):
            sheet = SHEET.match((formula.text or "").strip())
            name = (sheet[1] or sheet[2]).replace("''", "'") if sheet else None
            if name is None or name not in shown:
                yield Found("chart-data", part, "it keeps values of a sheet that is not shown")
                break
