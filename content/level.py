"""Measures how hard each lesson, tool and plan is to read, and fails where one is too hard.

English by Flesch-Kincaid (a school grade, 6.5 at most), Spanish by Fernández Huerta (a score, 70 at least). A sentence is
a block or what ends in a full stop; words and syllables are counted by textstat. The short lines of a tool or a plan are
measured together. Facts 12.01 to 12.03.
"""

import pathlib
import re
import sys
from collections.abc import Iterable

import textstat

CONTENT = pathlib.Path(__file__).parent
MOST_GRADE, LEAST_SCORE = 6.5, 70.0


def ended(lines: Iterable[str]) -> str:
    """The lines as one text, each ended as a sentence."""
    lines = [line.strip() for line in lines]
    return " ".join(line if line[-1] in ".?!:" else line + "." for line in lines if line)


def of_lesson(path: pathlib.Path) -> str:
    """The words of a lesson and its questions."""
    lines = []
    for line in path.read_text(encoding="utf-8").split("---\n", 2)[2].splitlines():
        line = re.sub(r"<!--.*?-->", "", line).strip()
        lines.append(re.sub(r"^(## |[-+?=] |\d+\. |> \[!\S+\] |---$)", "", line).replace("**", ""))
    return ended(lines)


def of_tool(path: pathlib.Path) -> str:
    """The words of a tool: what the list says of it, and its lines without their marks and numbers."""
    front, body = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
    lines = re.findall(r"^(?:title|summary|limits): (.*)$", front, re.MULTILINE)
    for line in body.splitlines():
        line = re.sub(r"<!--.*?-->", "", line).strip()
        lines.append(re.sub(r"^(> \[!\S+\]|[=?]( \d+)?|~( \d+){4}|\+) ", "", line))
    return ended(lines)


def of_sheets(path: pathlib.Path) -> dict[str, str]:
    """The words of each plan: headings, hints and examples."""
    lines: dict[str, list[str]] = {}
    for row in path.read_text(encoding="utf-8").splitlines()[1:]:
        sheet, _, heading, hint, examples, _ = row.split("\t")
        lines.setdefault(sheet, []).extend([heading, hint, *examples.split(" | ")])
    return {f"sheets.tsv {sheet}": ended(of_sheet) for sheet, of_sheet in lines.items()}


def texts(language: str) -> dict[str, str]:
    """What is measured, by the place it has in the folder of a language."""
    folder = CONTENT / language
    lessons = {f"lessons/{path.name}": of_lesson(path) for path in sorted((folder / "lessons").glob("*.md"))}
    tools = {f"tools/{path.name}": of_tool(path) for path in sorted((folder / "tools").glob("*.md"))}
    return lessons | tools | of_sheets(folder / "sheets.tsv")


def measured(language: str, text: str) -> tuple[float, int, bool]:
    """Level, words, and whether it is easy enough."""
    textstat.set_lang(language)
    if language == "en":
        level = textstat.flesch_kincaid_grade(text)
        return level, len(text.split()), level <= MOST_GRADE
    level = textstat.fernandez_huerta(text)
    return level, len(text.split()), level >= LEAST_SCORE


def main() -> int:
    too_hard = []
    print(f"{'text':26} {'grade':>5} {'words':>5}   {'Huerta':>6} {'words':>5}")
    translations = texts("es")
    for name, text in texts("en").items():
        english = measured("en", text)
        spanish = measured("es", translations[name])
        print(f"{name:26} {english[0]:5.1f} {english[1]:5}   {spanish[0]:6.1f} {spanish[1]:5}")
        too_hard += [f"content/en/{name}: grade {english[0]:.1f}, at most {MOST_GRADE}"] * (not english[2])
        too_hard += [f"content/es/{name}: score {spanish[0]:.1f}, at least {LEAST_SCORE}"] * (not spanish[2])
    for line in too_hard:
        print(f"{line}. Shorten sentences, and use more common words.", file=sys.stderr)
    return 1 if too_hard else 0


if __name__ == "__main__":
    sys.exit(main())
