"""Makes a broken bank out of the sample and one file of tests/broken_banks.

Each `NAME.yaml` there says in its first line what the author did, then either what was found in
the sample and written instead, or the `whole` content (or its bytes in `hex`, or both `times`
over). `NAME.txt` beside it is what the author sees. After a change of the sample or of a message,
`python -m tests.bank.broken_bank` writes every `.txt` anew; then read the difference.
"""

from pathlib import Path

import yaml

from bank.loading import Examination, examine
from bank.printing import as_text

HERE = Path(__file__).resolve().parent
SAMPLE = (HERE / "sample.yaml").read_text("utf-8")
MISTAKES = sorted((HERE.parent / "broken_banks").glob("*.yaml"))


def broken(path: Path, sample: str = SAMPLE) -> bytes:
    """The sample with the mistake that `path` describes."""
    mistake = yaml.safe_load(path.read_text("utf-8"))
    if "find" in mistake:
        assert sample.count(mistake["find"]) == 1, f"{path.name}: 'find' is not there just once"
        assert set(mistake) == {"find", "write"}
        return sample.replace(mistake["find"], mistake["write"]).encode("utf-8")
    assert set(mistake) <= {"whole", "hex", "times"}
    content = bytes.fromhex(mistake.get("hex", "")) or mistake["whole"].encode("utf-8")
    return content * mistake.get("times", 1)


def examined(path: Path) -> Examination:
    """What the software makes of that bank."""
    return examine(broken(path), "sample.yaml")


if __name__ == "__main__":
    for mistake in MISTAKES:
        mistake.with_suffix(".txt").write_text(as_text(examined(mistake)), "utf-8")
