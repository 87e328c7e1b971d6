"""Numbers of a measure: typed with no sign, or with the sign of the measure's own unit."""

import re
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generators.fields import Amount
from generators.spc.unit import Of

SIGNS: dict[str, tuple[str, ...]] = {"%": ("percentage", "percentage points"), "£": ("pounds",)}
"""The units whose numbers have this sign."""
SIGNED = re.compile(f"[{''.join(SIGNS)}]")
"""Any of them: most numbers have none, and there are a hundred thousand at every start."""


UNITS = get_args(Of)


def _in_unit(value: Any, info: ValidationInfo) -> Any:
    if SIGNED.search(str(value)):
        unit = str((info.context or {}).get("unit"))
        if unit in UNITS:  # that it is another word is told already
            _check(value, unit, f"the unit of this measure is {unit}")
    return value


def _number_of_cases(value: Any) -> Any:
    _check(value, "count", "this is how many there were")
    return value


def _check(value: Any, unit: str, what: str) -> None:
    """Raises PydanticCustomError where a number has the sign of another unit: it is not of what is measured."""
    for sign, units in SIGNS.items():
        if sign in str(value) and unit not in units:
            message = f'"{value}" has the sign {sign}, and {what}. Write the number that is meant.'
            raise PydanticCustomError("scrutiny", "{message}", {"message": message})


InUnit = Annotated[Amount, BeforeValidator(_in_unit)]
"""A number in the unit of its measure."""
NumberOfCases = Annotated[Amount, BeforeValidator(_number_of_cases)]
"""How many of something there were."""
