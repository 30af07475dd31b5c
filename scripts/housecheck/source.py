"""A Swift file as far as the house's rules need it: its declarations, each with its place, and nothing of its bodies.

Not a parser of Swift. Comments and strings are blanked first, so that what is left are words, brackets and operators;
braces are followed to know what is a type's body and what is code.
"""

import re
from dataclasses import dataclass, field

TYPES = ("struct", "class", "enum", "actor", "protocol", "extension")
MEMBERS = ("func", "init", "subscript", "var", "let", "typealias", "macro")
ACCESS = ("public", "package", "open", "internal", "private", "fileprivate")
MODIFIER = re.compile(
    r"(?:@\w+(?:\.\w+)*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?"
    r"|(?:public|package|open|internal|private|fileprivate|unowned|nonisolated)(?:\(\w+\))?"
    r"|static|class|final|mutating|nonmutating|indirect|lazy|override|required|convenience|weak|borrowing|consuming|async"
    r"|prefix|postfix|infix|dynamic|optional)\s+"
)
TOKEN = re.compile(r"`\w+`|[A-Za-z_]\w*|[{}()\[\];]")


@dataclass
class Declaration:
    """Something that is declared, at the line where its keyword stands."""

    keyword: str
    name: str
    line: int
    access: str
    documented: bool
    local: bool
    """Whether it stands inside a body of code."""
    outer: list = field(default_factory=list)
    """The declarations around it, the outermost first."""
    parameters: list = field(default_factory=list)
    """The labels of its parameters, `_` where there is none."""
    body: str = ""
    """What stands between its braces, blanked."""

    @property
    def title(self):
        labels = "".join(f"{label}:" for label in self.parameters)
        name = self.name + (f"({labels})" if self.keyword in ("func", "init", "subscript") else "")
        return ".".join([outer.name for outer in self.outer if outer.keyword in TYPES] + [name])


def blanked(text):
    """The text with every comment and string as blanks (line breaks stay), and the lines of doc comments."""
    kept = []
    docs = set()
    line = 1
    at = 0
    opening = re.compile(r'//|/\*|#*"')

    def blank(piece):
        kept.append("".join(character if character == "\n" else " " for character in piece))

    while True:
        match = opening.search(text, at)
        if match is None:
            kept.append(text[at:])
            return "".join(kept), docs
        kept.append(text[at : match.start()])
        line += text.count("\n", at, match.start())
        if match.group() == "//":
            end = text.find("\n", match.start())
            end = len(text) if end < 0 else end
            if text.startswith("///", match.start()):
                docs.add(line)
        elif match.group() == "/*":
            end = after_comment(text, match.start())
            if text.startswith("/**", match.start()):
                docs.update(range(line, line + text.count("\n", match.start(), end) + 1))
        else:
            end = after_string(text, match.start())
        blank(text[match.start() : end])
        line += text.count("\n", match.start(), end)
        at = end


def after_comment(text, start):
    """Where the block comment that begins at `start` is over; comments nest."""
    depth = 0
    for match in re.compile(r"/\*|\*/").finditer(text, start):
        depth += 1 if match.group() == "/*" else -1
        if depth == 0:
            return match.end()
    return len(text)


def after_string(text, start):
    """Where the string that begins at `start` is over, with what is interpolated into it."""
    hashes = re.compile("#*").match(text, start).group()
    quote = '"""' if text.startswith('"""', start + len(hashes)) else '"'
    closing = quote + hashes
    escape = "\\" + hashes
    at = start + len(hashes) + len(quote)
    while at < len(text):
        if text.startswith(closing, at):
            return at + len(closing)
        if text.startswith(escape, at):
            at += len(escape)
            at = after_interpolation(text, at) if text.startswith("(", at) else at + 1
        elif text[at] == "\n" and quote == '"':
            return at
        else:
            at += 1
    return len(text)


def after_interpolation(text, start):
    depth = 0
    at = start
    while at < len(text):
        if text[at] == '"':
            at = after_string(text, at)
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
        if depth == 0:
            return at
    return at


def matching(code, start):
    """The index after the bracket that closes the one at `start`."""
    depth = 0
    for at in range(start, len(code)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(code[at], 0)
        if depth == 0:
            return at + 1
    return len(code)


def labels(code, start, is_subscript=False):
    """The labels between the parentheses that open at `start`. A subscript's only name is no label."""
    inside = code[start + 1 : matching(code, start) - 1]
    found = []
    depth = 0
    piece = ""
    for character in inside + ",":
        depth += {"(": 1, "[": 1, "{": 1, "<": 1, ")": -1, "]": -1, "}": -1, ">": -1}.get(character, 0)
        if character == ">" and piece.endswith("-"):
            depth += 1
        if character == "," and depth == 0:
            names = re.sub(r"@\w+(\([^)]*\))?\s*", "", piece).split(":")[0].split()
            if names:
                found.append("_" if is_subscript and len(names) == 1 else names[0].strip("`"))
            piece = ""
        else:
            piece += character
    return found


def declarations(text):
    """What a file declares, in its order."""
    code, docs = blanked(text)
    found = []
    # What is open: a declaration, or None for other code.
    scopes = []
    # The declaration whose brace comes next, and from where a brace is that one.
    pending = None
    starts = [0] + [match.end() for match in re.finditer("\n", code)]

    def line_of(at):
        low, high = 0, len(starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if starts[middle] <= at else (low, middle)
        return low + 1

    def is_local():
        return any(scope is None or scope.keyword not in TYPES for scope in scopes)

    at = 0
    while True:
        match = TOKEN.search(code, at)
        if match is None:
            return found
        word = match.group()
        at = match.end()
        if word == "(" or word == "[":
            # Closures inside of brackets declare nothing that has a name.
            at = matching(code, match.start())
        elif word == "{":
            scopes.append(pending)
            if pending is not None:
                pending.body = code[match.start() + 1 : matching(code, match.start()) - 1]
            pending = None
        elif word == "}":
            if scopes:
                scopes.pop()
            pending = None
        elif word in TYPES + MEMBERS:
            before = code[: match.start()].rstrip()
            if before.endswith(".") or (word in ("init", "subscript", "let", "var", "class") and is_local()):
                continue
            following = re.compile(r"\s*(`?[A-Za-z_][\w.]*`?|[-+*/<>=!&|^~%.]+)?").match(code, at)
            name = (following.group(1) or "").strip("`")
            if word == "class" and name in MEMBERS:
                continue
            if word in ("init", "subscript"):
                name = word
            declaration = Declaration(
                keyword=word, name=name, line=line_of(match.start()), access="internal", documented=False,
                local=is_local(), outer=[scope for scope in scopes if scope is not None],
            )
            start = first_modifier(code, match.start())
            modifiers = code[start : match.start()]
            for access in ACCESS:
                if re.search(rf"\b{access}\b(?!\()", modifiers):
                    declaration.access = access
            declaration.documented = line_of(start) - 1 in docs
            if word in ("func", "init", "subscript"):
                rest = following.end() if word == "func" else at
                opening = code.find("(", rest)
                if opening >= 0:
                    declaration.parameters = labels(code, opening, word == "subscript")
                    at = matching(code, opening)
            elif word not in ("func",):
                at = max(at, following.end())
            found.append(declaration)
            if word in ("typealias", "macro", "let") or (word == "var" and not opens_brace(code, at)):
                # A value: closures behind its `=` are code.
                pending = None
            elif word in ("func", "init", "subscript") and in_protocol(scopes):
                pending = None
            else:
                pending = declaration


def in_protocol(scopes):
    return bool(scopes) and scopes[-1] is not None and scopes[-1].keyword == "protocol"


def opens_brace(code, at):
    """Whether a variable declared before `at` is computed: a brace comes before its line's end or an `=`."""
    rest = re.compile(r"[^\n={]*").match(code, at)
    return code[rest.end() : rest.end() + 1] == "{"


def first_modifier(code, at):
    """Where the attributes and modifiers before the keyword at `at` begin."""
    start = max(0, at - 600)
    best = at
    window = code[start:at]
    # The longest run of modifiers that ends at the keyword.
    for match in re.finditer(r"(?:^|[\n{;])[ \t]*", window):
        begin = match.end()
        position = begin
        while position < len(window):
            modifier = MODIFIER.match(window, position)
            if modifier is None:
                break
            position = modifier.end()
        if position == len(window):
            best = start + begin
            break
    return best
