"""`python -m benchmarks.load URL`: send respondents to a running site and check its store."""

import argparse
import json
import sys
from dataclasses import asdict
from time import perf_counter

from benchmarks.load.checking import wrong_answers
from benchmarks.load.crowd import Load, bring, words


def main() -> int:
    """0 if all went well, 1 if there was an error or a wrong answer in the store."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("site", help="such as http://127.0.0.1:8501")
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--think", type=float, default=5.0, help="seconds, on average")
    parser.add_argument("--seconds", type=float, default=0.0, help="stop then; 0: all finish")
    parser.add_argument("--ramp", type=float, default=0.0, help="seconds until all have come")
    parser.add_argument("--again", action="store_true", help="who finishes is followed by another")
    parser.add_argument("--bare", action="store_true", help="the site stores nothing")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", help="path or address of the store, to check the answers in it")
    parser.add_argument("--json", help="a file for everything that was measured")
    asked = parser.parse_args()
    load = Load(
        asked.people,
        asked.think,
        asked.seconds,
        asked.ramp,
        not asked.bare,
        asked.again,
        asked.seed,
    )
    began = perf_counter()
    told = bring(asked.site.rstrip("/"), load)
    print(words(told))
    print(f"  {perf_counter() - began:.0f} s")
    wrong = wrong_answers(asked.store, told) if asked.store else []
    if asked.store:
        print(f"  {len(wrong)} of the answers are not stored as they were given")
        print("\n".join(f"  {line}" for line in wrong[:20]))
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as file:
            json.dump({"began": began, "told": [asdict(each) for each in told]}, file)
    return 1 if wrong or any(each.errors for each in told) else 0


if __name__ == "__main__":
    sys.exit(main())
