"""Which files are taken with which petition, and which documents could do harm."""

import pytest

from core.petitions.draft import DraftFile
from core.petitions.files import is_dangerous, is_risky
from core.petitions.model import KINDS, FileKind, Kind
from core.shared.errors import DomainError
from tests.core_rig import CoreRig
from tests.factories.cases import an_attachment
from tests.factories.said import a_draft

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("name", ["a.exe", "发票.pdf.EXE", "x.html", "手机.apk", "a.jar", "a.svg", "a.exe. ", "b.js"])
def test_programs_and_pages_are_dangerous_by_their_ending(name: str) -> None:
    assert is_dangerous(name)


@pytest.mark.parametrize("name", ["照片.jpg", "report.pdf", "表.xlsx", "exe", ".exe", "", "no-ending", "a.zip"])
def test_papers_and_pictures_are_not(name: str) -> None:
    assert not is_dangerous(name)


def test_what_the_name_hides_telegram_may_say() -> None:
    assert is_dangerous("照片", "text/html")
    assert is_dangerous("", "application/vnd.android.package-archive")
    assert not is_dangerous("照片", "application/pdf")


@pytest.mark.parametrize(("name", "risky"), [("a.ZIP", True), ("b.docm", True), ("c.docx", False), ("zip", False)])
def test_archives_and_macros_are_risky(name: str, *, risky: bool) -> None:
    assert is_risky(name) is risky


def test_every_kind_says_what_it_takes_and_takes_what_shows_something() -> None:
    for kind in Kind:
        assert {FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VOICE} <= KINDS[kind].files
        assert FileKind.STICKER not in KINDS[kind].files


async def test_a_petition_with_a_file_its_kind_does_not_take_is_not_handed_in(rig: CoreRig) -> None:
    draft = a_draft(files=[DraftFile(kind=FileKind.STICKER, file_id="s")])
    with pytest.raises(DomainError, match="file-not-taken"):
        await rig.use.submit(rig.wang, draft)
    draft.drop_files(draft.untaken)
    assert (await rig.use.submit(rig.wang, draft)).number


async def test_the_staff_are_warned_of_an_archive_by_its_name(rig: CoreRig) -> None:
    case = await rig.submitted(files=[DraftFile(kind=FileKind.DOCUMENT, file_id="f", name="全部.zip")])
    await rig.use.add_to_case(rig.wang, case, "", [an_attachment(name="更多.rar", kind=FileKind.DOCUMENT)], source="s")
    warned = [
        line.args["name"] for item in rig.items if item.spec for line in item.spec.more if line.key == "file-risky"
    ]
    assert warned == ["全部.zip", "更多.rar"]
