from concurrent.futures import ThreadPoolExecutor

import pytest

from report.text import faces
from report.text.faces import CUTS, MAIN, SANS, SANS_BOLD, face, fallbacks, load_faces, static

EVERYDAY = (
    "The quick brown fox, 0123456789 – “quoted” ‘so’ … • € £ % & @ # * § © ½ × ÷ ± ≤ ≥ → ← ↑ ↓ ✓"
    "ÀÉÎÕÜßæøåçñ ĄĆĘŁŃÓŚŹŻ ČĎĚŇŘŠŤŮŽ ĞİŞ ĂÂÎȘȚ ŐŰ ẢẤỘỮỴđĐ "
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋς АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ІЇЄҐ ЂЈЉЊЋЏ"
)


def test_the_main_face_has_all_of_european_writing():
    for name in (SANS, SANS_BOLD):
        assert set(EVERYDAY) - face(name).covered == set()


@pytest.mark.parametrize("name", MAIN)
def test_every_main_face_has_latin_greek_and_cyrillic_letters(name):
    assert set("AzÉłŐșΩяїẤ–“”’…•€") - face(name).covered == set()


@pytest.mark.parametrize("weight", ["", "-Semibold"])
def test_hebrew_and_arabic_have_faces_of_both_weights(weight):
    hebrew, arabic = face("PaperHebrew" + weight), face("PaperArabic" + weight)
    assert set("אבגדהוזחטיכלמנסעפצקרשתךםןףץ") <= hebrew.covered
    assert set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىپچژگکی،؛؟٠١٢") <= arabic.covered


def test_semibold_is_heavier_than_regular():
    assert face(SANS_BOLD).shape("mmm").width > face(SANS).shape("mmm").width


def test_loading_twice_gives_the_same_faces():
    load_faces()
    before = [face(name) for name in MAIN]
    load_faces()
    assert [face(name) for name in MAIN] == before


def test_threads_that_ask_at_once_get_one_face(monkeypatch):
    monkeypatch.setattr(faces, "_faces", {})
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(face, ["PaperHebrew"] * 40))
    assert len(set(map(id, found))) == 1


def test_a_face_that_is_not_ours_is_refused():
    with pytest.raises(KeyError, match="Comic"):
        face("Comic")


def test_a_missing_package_is_named():
    with pytest.raises(ModuleNotFoundError, match="need the package no_such_fonts; install it"):
        static(CUTS[SANS]._replace(package="no_such_fonts"))


def test_letters_of_one_text_join_in_one_face():
    plain = {other.fontName for other in fallbacks(SANS, "سلام")}
    marked = {other.fontName for other in fallbacks(SANS, "سَلام")}
    assert "PaperArabic" in plain
    assert "PaperArabicFull" not in plain
    assert "PaperArabicFull" in marked
    assert "PaperArabic" not in marked


def test_a_file_is_cut_to_the_same_bytes_each_time():
    assert static(CUTS[SANS]) == static(CUTS[SANS])
