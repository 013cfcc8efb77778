"""From a file to a brand: what is taken, what is tidied, where the file is looked for."""

from pathlib import Path

import pytest

import brand
from brand.__main__ import main
from brand.model import DEFAULT, Brand
from tests.brand.broken_brand import SAMPLE
from tests.brand.pictures import png

ROOT = Path(__file__).resolve().parents[2]


def examined(text, folder=ROOT):
    return brand.examine(text.encode(), "brand.yaml", folder)


def made(text, folder=ROOT):
    found = examined(text, folder)
    assert found.problems == ()
    return found.brand


def test_every_key_arrives(tmp_path):
    (tmp_path / "logo.png").write_bytes(png(60, 20))
    (tmp_path / "brand.yaml").write_text(SAMPLE, "utf-8")
    assert brand.load(tmp_path / "brand.yaml") == Brand(
        name="Acme & Sons",
        logo=png(60, 20),
        logo_size=(60, 20),
        accent="#5B3A8C",
        booking="https://cal.example/acme",
        footer="Acme Ltd, Long Street 1",
    )


def test_a_name_is_enough_and_null_is_as_good_as_nothing():
    alone = made("name: Acme")
    assert (alone.name, alone.accent, alone.logo, alone.booking, alone.footer) == (
        "Acme",
        DEFAULT.accent,
        None,
        None,
        None,
    )
    assert made("name: Acme\nlogo: null\naccent: ~\nbooking: null\nfooter: null") == alone


def test_markup_is_text_and_accents_are_joined():
    assert made("name: 'A & B <b> *c* {x}'").name == "A & B <b> *c* {x}"
    assert made('name: "Cafe\\u0301"').name == "Café"
    assert made('accent: "#5b3a8c"\nname: Acme').accent == "#5B3A8C"


def test_a_footer_over_two_lines_becomes_one():
    found = examined("name: Acme\nfooter: |\n  One\n  two\u00a0three\n")
    assert [problem.rule for problem in found.problems] == ["stray-space"]
    assert found.brand.footer == "One two\u00a0three"


def test_lengths_are_counted_to_the_last_character():
    assert made(f"name: {'n' * 60}\nfooter: {'f' * 120}").footer == "f" * 120
    assert [one.rule for one in examined(f"name: {'n' * 61}").problems] == ["too-long"]


@pytest.mark.parametrize(
    "address",
    [
        "https://cal.example",
        "https://cal.example:8443/a/b?c=d&e=%20#f",
        "https://xn--bcher-kva.example/",
        "mailto:a.b+c@mail.example?subject=A%20call",
    ],
)
def test_addresses_that_can_be_linked_to(address):
    assert made(f"name: Acme\nbooking: '{address}'").booking == address


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:cal.example",
        "https:///cal.example",
        "https://user@cal.example",
        "https://[::1",
        "https://cal.example\\@other.example",
        'https://cal.example/"onclick=',
        "https://bücher.example",
        "HTTPS-x://cal.example",
        "data:text/html,x",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b@c.example",
        "//cal.example",
        "https://cal.example/\nx",
    ],
)
def test_addresses_that_cannot(address):
    text = f"name: Acme\nbooking: {address!r}" if "\n" not in address else None
    text = text or 'name: Acme\nbooking: "https://cal.example/\\nx"'
    assert "bad-address" in [one.rule for one in examined(text).problems]


def test_without_a_file_the_brand_is_neutral():
    assert brand.load(None) is DEFAULT
    assert DEFAULT.name == "Ownership / Resourcing / Review"


def test_a_broken_file_is_refused_with_every_problem(tmp_path):
    (tmp_path / "brand.yaml").write_text("nme: Acme\nfont: x\n", "utf-8")
    with pytest.raises(brand.BrokenBrand) as caught:
        brand.load(tmp_path / "brand.yaml")
    assert [one.rule for one in caught.value.problems] == ["unknown-key", "unknown-key"]
    assert str(caught.value) == "brand.yaml:1:1: The brand has no key called 'nme'. (1 more)"


def test_the_setting_goes_before_the_file_in_this_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DIAGNOSTIC_BRAND", raising=False)
    assert brand.chosen() is None
    (tmp_path / "brand.yaml").touch()
    assert brand.chosen() == Path("brand.yaml")
    monkeypatch.setenv("DIAGNOSTIC_BRAND", "elsewhere.yaml")
    assert brand.chosen() == Path("elsewhere.yaml")


def test_the_example_can_be_used_as_it_is(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["brand.example.yaml"]) == 0
    assert capsys.readouterr().out == (
        "brand.example.yaml: no problems; brand 'Harbour & Field', accent #5B3A8C on white and "
        "#9A7AC8 on dark, no logo.\n"
    )


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "brand.yaml cannot be read: No such file or directory" in capsys.readouterr().err
