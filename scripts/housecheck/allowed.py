"""What goes against a rule, and why: one line each in allowed.txt.

    RULE FILE|FOLDER          # reason       a file may, or all in a folder
    RULE FILE DECLARATION     # reason       one declaration in it may, named as the finding names it
    RULE FOLDER at most N     # reason       a folder that is on its way: no more than so many
"""

from pathlib import PurePosixPath


class Allowed:
    def __init__(self, text):
        self.whole = {}
        self.counts = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            entry, _, reason = line.partition("#")
            words = entry.split()
            if not reason.strip():
                raise SystemExit(f"allowed.txt:{number}: no reason given")
            if words[2:4] == ["at", "most"]:
                self.counts[words[0], words[1]] = int(words[4])
            else:
                self.whole[words[0], words[1], " ".join(words[2:])] = False

    def covers(self, rule, path, title):
        """Whether a finding stands in the list; the line is known to be needed from then on."""
        covered = [(rule, path, title)]
        covered += [(rule, place.as_posix(), "") for place in [PurePosixPath(path), *PurePosixPath(path).parents]]
        for key in covered:
            if key in self.whole:
                self.whole[key] = True
                return True
        return False

    def counted(self, findings, is_whole):
        """The findings that are too many, and what is to be said of the list itself."""
        kept = list(findings)
        notes = []
        for (rule, folder), most in self.counts.items():
            inside = [finding for finding in kept if finding[0] == rule and finding[1].startswith(folder + "/")]
            if len(inside) <= most:
                kept = [finding for finding in kept if finding not in inside]
                if is_whole and len(inside) < most:
                    notes.append(f"note: {folder} has {len(inside)} of '{rule}': lower the {most} in allowed.txt")
        if is_whole:
            kept += [
                (rule, path, 1, f"allowed.txt excuses '{' '.join([rule, title]).strip()}', which is not needed any more")
                for (rule, path, title), used in self.whole.items() if not used
            ]
        return kept, notes
