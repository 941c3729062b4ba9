"""A picture as a file, to be handed to another program."""

import cv2

from extractors.pages.scanned.cleaning import Picture


def encoded(picture: Picture) -> bytes:
    """Give a picture as a PNG, packed lightly: it is read at once and thrown away."""
    _done, data = cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return data.tobytes()
