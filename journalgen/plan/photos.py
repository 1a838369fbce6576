"""The files that texts show, as their pages lay them out, and the galleries of months and years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec.structs import replace as with_values

from journalgen.model.entry import Entry
from journalgen.model.media import Attachment, Kind, MediaFile
from journalgen.plan.addresses import month_photos_address, year_photos_address
from journalgen.plan.fingerprint import digest_of
from journalgen.plan.views import AttachedFile, GalleryPage, Link, MonthPage, PeriodLink, Photo, PhotosOfMonth, YearPage

_PICTURES = (Kind.PICTURE, Kind.DRAWING)
# A line of text is some 544 pixels wide; what is much higher than that is laid out narrower, so that it fits a screen.
_MEASURE = 544
_HIGHEST = 720

Media = Mapping[str, tuple[MediaFile | None, ...]]


class Album:
    """Knows which files each text shows, by the path of its file; `offered` are the entries whose photos may be shown unasked."""

    def __init__(self, media: Media, offered: Iterable[Entry], link: Callable[[Entry], Link]) -> None:
        self._media = media
        by_month: dict[tuple[int, int], list[Photo]] = {}
        for entry in offered:
            if entry.day and (photos := tuple(self.photos(entry, link))):
                by_month.setdefault((entry.day.year, entry.day.month), []).extend(photos)
        self._months = {month: tuple(photos) for month, photos in sorted(by_month.items())}
        self._years = sorted({year for year, _ in self._months})

    def of(self, path: str, attachments: tuple[Attachment, ...]) -> tuple[AttachedFile | None, ...]:
        """Return the files of a text's attachments, None for each that there is nothing of."""
        found = self._media.get(path, ())
        return tuple([_laid_out(each, file) if file else None for each, file in zip(attachments, found, strict=False)])

    def photos(self, entry: Entry, link: Callable[[Entry], Link]) -> Iterator[Photo]:
        """Yield the pictures that an entry shows, each once."""
        seen: set[str] = set()
        for each in self.of(entry.path, entry.attachments):
            if each and each.shown and each.file.kind in _PICTURES and each.file.address not in seen:
                seen.add(each.file.address)
                yield Photo(each.file, each.alt, each.title, link(entry))

    def address(self, year: int, month: int | None) -> str | None:
        """Return where the photos of a month, or of a year, lie, or None where it has none."""
        if month is None:
            return year_photos_address(year) if year in self._years else None
        return month_photos_address(year, month) if (year, month) in self._months else None

    def on_month(self, page: MonthPage) -> MonthPage:
        """Return the page of a month with the way to its photos."""
        month = (page.grid.year, page.grid.month)
        return with_values(page, photos=month_photos_address(*month)) if month in self._months else page

    def on_year(self, page: YearPage) -> YearPage:
        """Return the page of a year with the way to its photos."""
        return with_values(page, photos=year_photos_address(page.year)) if page.year in self._years else page

    def pages(self) -> Iterator[tuple[str, GalleryPage]]:
        """Yield the path and the view of each gallery."""
        months = list(self._months)
        links = [PeriodLink(month_photos_address(*month), *month) for month in months]
        for at, month in enumerate(months):
            group = PhotosOfMonth(month[1], month_photos_address(*month), self._months[month])
            yield month_photos_address(*month), GalleryPage(*month, (group,), *_neighbours(links, at))
        years = [PeriodLink(year_photos_address(year), year, None) for year in self._years]
        for at, (year, group_of_year) in enumerate(groupby(months, key=lambda month: month[0])):
            groups = tuple(
                PhotosOfMonth(each[1], month_photos_address(*each), self._months[each]) for each in group_of_year
            )
            yield year_photos_address(year), GalleryPage(year, None, groups, *_neighbours(years, at))


def _neighbours(links: list[PeriodLink], at: int) -> tuple[PeriodLink | None, PeriodLink | None]:
    return (links[at - 1] if at else None), (links[at + 1] if at + 1 < len(links) else None)


def _laid_out(attachment: Attachment, file: MediaFile) -> AttachedFile:
    width = min(file.width, attachment.width or file.width)
    height = round(file.height * width / file.width) if file.width else 0
    seen = min(width, _MEASURE)
    if width and attachment.width is None and (high := height * seen / width) > _HIGHEST:
        width, height = max(1, round(seen * _HIGHEST / high)), _HIGHEST
    values = (attachment.shown, attachment.alt, attachment.title, width, height, width and width < _MEASURE, file)
    return AttachedFile(
        shown=attachment.shown,
        alt=attachment.alt,
        title=attachment.title,
        width=width,
        height=height,
        is_narrow=0 < width < _MEASURE,
        file=file,
        digest=digest_of(values),
    )
