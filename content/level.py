"""Measures how hard each lesson is to read, and fails where one is too hard.

English by Flesch-Kincaid (a school grade, 6.5 at most), Spanish by Fernández Huerta (a score, 70 at least). A sentence is
a block or what ends in a full stop; words and syllables are counted by textstat. Facts 12.01 to 12.03.
"""

import pathlib
import re
import sys

import textstat

CONTENT = pathlib.Path(__file__).parent
MOST_GRADE, LEAST_SCORE = 6.5, 70.0


def sentences(lesson: str) -> str:
    """The words of a lesson and its questions, each line ended as a sentence."""
    lines = []
    for line in lesson.split("---\n", 2)[2].splitlines():
        line = re.sub(r"<!--.*?-->", "", line).strip()
        line = re.sub(r"^(## |[-+?=] |\d+\. |> \[!\S+\] |---$)", "", line).replace("**", "")
        if line:
            lines.append(line if line[-1] in ".?!:" else line + ".")
    return " ".join(lines)


def measured(language: str, path: pathlib.Path) -> tuple[float, int, bool]:
    """Level, words, and whether it is easy enough."""
    text = sentences(path.read_text(encoding="utf-8"))
    textstat.set_lang(language)
    if language == "en":
        level = textstat.flesch_kincaid_grade(text)
        return level, len(text.split()), level <= MOST_GRADE
    level = textstat.fernandez_huerta(text)
    return level, len(text.split()), level >= LEAST_SCORE


def main() -> int:
    too_hard = []
    print(f"{'lesson':16} {'grade':>5} {'words':>5}   {'Huerta':>6} {'words':>5}")
    for path in sorted((CONTENT / "en" / "lessons").glob("*.md")):
        english = measured("en", path)
        spanish = measured("es", CONTENT / "es" / "lessons" / path.name)
        print(f"{path.stem:16} {english[0]:5.1f} {english[1]:5}   {spanish[0]:6.1f} {spanish[1]:5}")
        too_hard += [f"content/en/lessons/{path.name}: grade {english[0]:.1f}, at most {MOST_GRADE}"] * (not english[2])
        too_hard += [f"content/es/lessons/{path.name}: score {spanish[0]:.1f}, at least {LEAST_SCORE}"] * (not spanish[2])
    for line in too_hard:
        print(f"{line}. Shorten sentences, and use more common words.", file=sys.stderr)
    return 1 if too_hard else 0


if __name__ == "__main__":
    sys.exit(main())
