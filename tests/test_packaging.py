"""The wheel holds what it needs, and an installed wheel, an editable install and a checkout build the same site."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journals import tree

ROOT = Path(__file__).resolve().parents[1]
# An installer is to take what is here, and ask nobody.
OFFLINE = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "-q")

pytestmark = pytest.mark.slow


def need(*modules: str) -> None:
    """Skip the test where a tool that builds or installs is missing, or fail it where CI is to have everything."""
    missing = [module for module in modules if importlib.util.find_spec(module) is None]
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if "CI" in os.environ:
            pytest.fail(reason)
        pytest.skip(reason)


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=cwd,
        env=kept | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Environment:
    """A virtual environment that finds the libraries of this one, but not its journalgen."""

    folder: Path

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def script(self) -> Path:
        return self.scripts / ("journalgen.exe" if os.name == "nt" else "journalgen")

    def install(self, *what: str | Path) -> None:
        run(sys.executable, "-m", "pip", "--python", self.python, "install", *OFFLINE, *what, cwd=self.folder)

    def where(self, **environment: str) -> Path:
        """Return the folder of the journalgen that runs here."""
        code = "import journalgen; print(journalgen.__path__[0])"
        return Path(run(self.python, "-c", code, cwd=self.folder, **environment).strip())

    def site(self, journal: Path, name: str, **environment: str) -> dict[str, bytes]:
        """Return the site that a build from another folder makes."""
        output = self.folder / name
        command = ("-m", "journalgen", "build", journal, "--output", output, "--today", "2026-03-20", "--quiet")
        run(self.python, *command, cwd=self.folder, **environment)
        return tree(output)


def make_environment(folder: Path) -> Environment:
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    environment = Environment(folder)
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(environment.python, "-c", code, cwd=folder).strip())
    # A plain line adds a folder; the `.pth` files in it, such as that of an editable journalgen, are not followed.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return environment


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("build", "hatchling")
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, cwd=ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    need("pip")
    environment = make_environment(tmp_path_factory.mktemp("installed"))
    environment.install(wheel)
    return environment


def test_the_wheel_holds_what_is_needed_at_run_time(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = archive.read(metadata).decode()
    templates = {f"journalgen/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*.*")}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "journalgen").rglob("*.py")}
    catalogues = {path.relative_to(ROOT).as_posix() for path in (ROOT / "journalgen" / "locale").rglob("*.mo")}
    exercises = {path.relative_to(ROOT).as_posix() for path in (ROOT / "journalgen" / "exercises").rglob("*.*")}
    assert "journalgen/exercises/de/values.md" in exercises
    assert "journalgen/templates/base.html" in templates
    assert "journalgen/locale/de/LC_MESSAGES/journalgen.mo" in catalogues
    assert templates | modules | catalogues | exercises | {"journalgen/py.typed"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"journalgen"}
    assert "Requires-Python: >=3.11" in told


def test_wheel_editable_install_and_checkout_build_the_same(installed: Environment, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    journal.mkdir()
    (journal / "2026-03-14.md").write_text("---\nmood: 6\ntags: [walk]\n---\n\nA good day.\n", encoding="utf-8")
    (journal / "journal.toml").write_text('language = "de"\n', encoding="utf-8")
    editable = make_environment(tmp_path / "editable")
    editable.install("--editable", ROOT)
    plain = make_environment(tmp_path / "plain")
    checkout = {"PYTHONPATH": os.fspath(ROOT)}

    assert installed.where().is_relative_to(installed.folder)
    assert (installed.where() / "templates" / "base.html").is_file()
    assert editable.where() == plain.where(**checkout) == ROOT / "journalgen"
    site = installed.site(journal, "site")
    assert {"index.html", "2026/03/14.html", "tags/walk.html", "assets/style.css"} <= set(site)
    assert "Rückhalt".encode() in site["index.html"]
    assert editable.site(journal, "site") == site
    assert plain.site(journal, "site", **checkout) == site


def test_the_module_is_the_script(installed: Environment) -> None:
    module = (installed.python, "-m", "journalgen")
    for arguments in (("--version",), ("--help",), ("build", "--help")):
        said = run(installed.script, *arguments, cwd=installed.folder)
        assert said == run(*module, *arguments, cwd=installed.folder)
        assert said.startswith(("journalgen 0", "Usage: journalgen"))
