"""Why a file of pages cannot be read, and what to do about it."""

from evaluation.errors import UnreadableInputError
from evaluation.messages import Message, _, ngettext
from evaluation.sources import Source


class LockedFileError(UnreadableInputError):
    """The file asks for a password, or for another one than was given."""


class DamagedFileError(UnreadableInputError):
    """The file is cut off or broken; ``pages`` tells how many of its pages can still be read."""

    def __init__(self, message: Message, *, source: Source, remedy: Message, pages: int) -> None:
        super().__init__(message, source=source, remedy=remedy)
        self.pages = pages


class NotAReportError(UnreadableInputError):
    """The file can be read, and what it says is no report, letter or annex of an evaluation."""


class SeveralReportsError(UnreadableInputError):
    """The file holds several reports, and it is not sure which page belongs to which."""


def locked(file: str, *, wrong: bool) -> LockedFileError:
    """Make the error for a file that asks for a password; ``wrong`` when one was given."""
    return LockedFileError(
        _("the password is not right.") if wrong else _("the file is protected by a password."),
        source=Source(file),
        remedy=_("Give the password with --password."),
    )


def damaged(file: str, pages: int) -> DamagedFileError:
    """Make the error for a broken file of which ``pages`` pages can still be read."""
    if not pages:
        message, remedy = _("the file is damaged."), _("Take a fresh copy of it.")
    else:
        message = ngettext(
            "the file is damaged; %(count)d page can still be read.",
            "the file is damaged; %(count)d pages can still be read.",
            pages,
        ) % {"count": pages}
        remedy = _("Take a fresh copy of it, or read what is left with --partial.")
    return DamagedFileError(message, source=Source(file), remedy=remedy, pages=pages)


def empty(file: str) -> UnreadableInputError:
    """Make the error for a file of no bytes."""
    remedy = _("Take a fresh copy of it.")
    return UnreadableInputError(_("the file is empty."), source=Source(file), remedy=remedy)


def no_pdf(file: str) -> UnreadableInputError:
    """Make the error for a file that is something else."""
    remedy = _("Give the PDF of a report, or a folder of them.")
    return UnreadableInputError(_("the file is no PDF."), source=Source(file), remedy=remedy)


def too_large(file: str, megabytes: int) -> UnreadableInputError:
    """Make the error for a file beyond the bound."""
    return UnreadableInputError(
        _("the file holds more than %(limit)d MB, which no report needs.") % {"limit": megabytes},
        source=Source(file),
        remedy=_("Split it, or save it anew with smaller pictures."),
    )


def too_swollen(file: str, megabytes: int) -> UnreadableInputError:
    """Make the error for a file with a packed stream beyond the bound."""
    return UnreadableInputError(
        _("a part of the file unpacks to more than %(limit)d MB, which no report needs.")
        % {"limit": megabytes},
        source=Source(file),
        remedy=_("Do not open it if you do not know where it comes from."),
    )


def too_many_pages(file: str, pages: int, limit: int) -> UnreadableInputError:
    """Make the error for a file of more pages than are read."""
    return UnreadableInputError(
        _("the file has %(pages)d pages; up to %(limit)d are read.")
        % {"pages": pages, "limit": limit},
        source=Source(file),
        remedy=_("Split it into one file a report."),
    )


def too_long(file: str, pages: int) -> UnreadableInputError:
    """Make the error for a file that takes too long; ``pages`` were read until then."""
    return UnreadableInputError(
        _("reading was stopped after %(pages)d pages, because it takes too long.")
        % {"pages": pages},
        source=Source(file),
        remedy=_("Split the file, or save it anew from the program that made it."),
    )


def cannot_open(file: str, fault: OSError) -> UnreadableInputError:
    """Make the error for a file that the system does not hand out."""
    source = Source(file)
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        remedy = _("Check the name and the folder.")
        return UnreadableInputError(_("there is no such file."), source=source, remedy=remedy)
    message = _("the file cannot be read: %(reason)s.") % {"reason": fault.strerror or fault}
    return UnreadableInputError(message, source=source)
