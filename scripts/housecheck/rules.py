"""The rules, each a function from a file to what breaks it. What they are for: docs/architecture.md."""

import re
from pathlib import PurePosixPath

from . import source

UNLABELLED = 2
LINES = 400
BANNED = re.compile(r"^(?:utils?|utilit(?:y|ies)|helpers?|managers?|commons?)$", re.IGNORECASE)
# Asked for by a protocol that says what they mean.
REQUIREMENTS = {
    "description", "debugDescription", "errorDescription", "==", "<", "hash(into:)", "encode(to:)", "init(from:)",
    "rawValue", "init(rawValue:)", "stringValue", "intValue", "init(stringValue:)", "init(intValue:)",
    "allCases", "makeIterator()", "next()", "startIndex", "endIndex", "subscript(_:)", "index(after:)", "body",
    "init(stringLiteral:)", "init(integerLiteral:)", "init(arrayLiteral:)", "init(floatLiteral:)", "init(booleanLiteral:)",
    "init(stringInterpolation:)", "init(dictionaryLiteral:)", "CodingKeys",
}


class File:
    """A source file: its path as the rules say it, its text and what it declares."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.is_generated = "+Generated." in path
        self.declarations = [] if self.is_generated else source.declarations(text)


def parameters(file):
    """At most two parameters without a label; an operator's have none."""
    for declaration in file.declarations:
        count = declaration.parameters.count("_")
        if count > UNLABELLED and re.match(r"\w", declaration.name):
            yield declaration.line, declaration.title, f"{declaration.title} has {count} parameters without a label"


def documented(file):
    """A doc comment on all that other modules see."""
    for declaration in file.declarations:
        if declaration.local or declaration.documented or not is_seen(declaration):
            continue
        if declaration.keyword == "extension" or is_memberwise(declaration) or is_required(declaration):
            continue
        yield declaration.line, declaration.title, f"{declaration.title} has no doc comment"


def is_seen(declaration):
    access = declaration.access
    for outer in reversed(declaration.outer):
        # What a protocol asks for is as visible as the protocol; what stands in `public extension` is public.
        if outer.keyword == "protocol" or (outer.keyword == "extension" and access == "internal"):
            access = outer.access
        elif outer.keyword != "extension" and outer.access not in ("public", "package", "open"):
            return False
    return access in ("public", "package", "open")


def is_required(declaration):
    return declaration.title.split(".")[-1] in REQUIREMENTS or declaration.title.endswith(".==") \
        or declaration.name in ("==", "<")


def is_memberwise(declaration):
    """An initialiser that only stores its parameters under their names; documented are the properties."""
    if declaration.keyword != "init":
        return False
    statements = [line.strip() for line in re.split(r"[\n;]", declaration.body) if line.strip()]
    return all(re.fullmatch(r"self\.(\w+) = \1", statement) for statement in statements)


def named(file):
    """A file bears the name of something in it."""
    stem = PurePosixPath(file.path).stem
    if file.is_generated or stem in ("main", "Package"):
        return
    names = set()
    for declaration in file.declarations:
        # A nested type or `extension Outer.Inner` is known by either part.
        if declaration.keyword in TYPES_AND_ALIASES or not declaration.outer:
            names.update(part.lower() for part in [declaration.name, *declaration.name.split(".")])
    if stem.split("+")[0].lower() not in names:
        yield 1, stem, f"nothing in it is called '{stem.split('+')[0]}'"


TYPES_AND_ALIASES = source.TYPES + ("typealias",)


def short(file):
    """A file over 400 lines has a reason in the list."""
    count = file.text.count("\n")
    if count > LINES and not file.is_generated:
        yield LINES, "", f"{count} lines, more than {LINES}"


def told(file):
    """A name that says what is in it."""
    for part in PurePosixPath(file.path).parts:
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", part.removesuffix(".swift").split("+")[0])
        # The last word is what it is: a ManagerPage is a page.
        if words and BANNED.match(words[-1]):
            yield 1, part, f"'{part}' does not say what is in it"


RULES = {"parameters": parameters, "documented": documented, "named": named, "short": short, "told": told}
