"""In what a tolerance is counted; each field of a table of tolerances is annotated with one."""

from decimal import Decimal

Points = float
"""A length on the page, 72 to the inch."""
Inches = float
"""A length on the page of a scan, whatever its resolution."""
Share = float
"""A part of something named beside it, mostly from 0 to 1."""
ExactShare = Decimal
"""The same where what it is held against is exact."""
TypeShare = float
"""A length as a part of the type's height: a line of 10 points and 0.5 make 5 points."""
Count = int
"""How many of something named beside it."""
Weight = float
"""How heavy a font is: 400 is regular."""
Score = int
"""What a piece of evidence weighs beside others."""
Pixels = int
"""A length in a picture, at the resolution named beside it."""
Grey = int
"""A level of grey, from 0 for black to 255 for white."""
PixelShare = float
"""The same, and parts of a pixel."""
GreyShare = float
"""A difference of grey, on the mean of many pixels."""
Resolution = float
"""Pixels to the inch."""
Degrees = float
"""An angle; counter-clockwise is positive."""
Seconds = float
"""A time."""
Bytes = int
"""A length of a file or of a part of it."""

POINTS_AN_INCH = 72.0
QUARTERS = 4
"""Quarter turns of a whole one."""
PERCENT = 100
MILLION = 1_000_000
CENTIMETRES_AN_INCH = 2.54
WHITE: Grey = 255
WHITE_PIXEL = 0xFFFFFFFF
MEGABYTE = 1 << 20
