#!/usr/bin/env python3
"""Write Sources/Scenarios/Catalog/techniques.tsv from a trimmed ATT&CK Enterprise JSON.

    scripts/techniques.py ATTACK.json [REVOKED.json] > Sources/Scenarios/Catalog/techniques.tsv

ATTACK.json holds `techniques` with `id`, `name`, `tactics` (short names) and `mitigations` (ids).
REVOKED.json holds `revoked_by` (old id -> successor) and defaults to `revoked_and_deprecated.json`
beside ATTACK.json. Only facts are taken: ids, names, which tactic, which mitigation. No description.
Deprecated techniques have no successor and are left out: an unknown id is a diagnostic.

(c) 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of
The MITRE Corporation. MITRE does not endorse this project.
"""

import json
import sys
from pathlib import Path


def field(text):
    if any(c in text for c in "\t\r\n"):
        raise SystemExit(f"a field holds a tab or a line break: {text!r}")
    return text


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 64
    attack = Path(arguments[0])
    revoked = Path(arguments[1]) if len(arguments) == 2 else attack.with_name("revoked_and_deprecated.json")
    techniques = json.loads(attack.read_text(encoding="utf-8"))["techniques"]
    successors = json.loads(revoked.read_text(encoding="utf-8"))["revoked_by"]

    known = {technique["id"] for technique in techniques}
    rows = {}
    for technique in techniques:
        rows[technique["id"]] = [
            technique["id"],
            technique["name"],
            ",".join(technique["tactics"]),
            ",".join(sorted(technique["mitigations"])),
            "",
        ]
    for old in successors:
        new = successors[old]
        while new in successors:  # revoked twice
            new = successors[new]
        if old in known or new not in known:
            raise SystemExit(f"{old} is revoked by {new}: one of them is not as expected")
        rows[old] = [old, "", "", "", new]

    out = [["id", "name", "tactics", "mitigations", "successor"]] + [rows[key] for key in sorted(rows)]
    sys.stdout.write("".join("\t".join(field(cell) for cell in row) + "\n" for row in out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
