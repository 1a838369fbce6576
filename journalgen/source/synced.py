"""Whether a folder lies where a cloud service or another machine gets a copy of it."""

from __future__ import annotations

from pathlib import Path

# The names that these services give their folders, as each documents it, in lower case.
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box sync": "Box",
    "proton drive": "Proton Drive",
    "yandex.disk": "Yandex Disk",
}
_MARKERS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".tresorit": "Tresorit", ".sync": "Resilio Sync"}


def syncing_service(folder: Path) -> str | None:
    """Return the name of the service that seems to copy this folder, told by folder names and markers, or None."""
    place = folder.absolute()
    for each in (place, *place.parents):
        name = each.name.casefold()
        for known, service in _SERVICES.items():
            if name == known or name.startswith((known + " ", known + "-")):
                return service
        for marker, service in _MARKERS.items():
            if (each / marker).exists():
                return service
    return None
