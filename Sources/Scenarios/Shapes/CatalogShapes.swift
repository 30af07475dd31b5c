/// How the catalog of controls is written.
enum CatalogShapes {
    private static let time = TimeShapes.written

    static let catalog = Shape<Catalog>.object(
        "Catalog", Catalog(), doc: "The controls: their ordered levels, and what each level does to which steps."
    ) { f in
        f.header(.catalog)
        f.required("id", \.id, as: .identifier, doc: "Id of the catalog.", example: "drill-catalog")
        f.required("release", \.release, as: .text, doc: "Raised whenever a figure moves.", example: "2026.1")
        f.required(
            "controls", \.controls, as: .list(control, atLeast: 1), doc: "The controls; at least one.",
            example: [
                [
                    "id": "mfa", "title": "Second factor", "family": "access",
                    "levels": [["id": "none", "title": "None"]], "assumed": "none", "reference": "none",
                ]
            ])
        f.optional(
            "response", \.response, as: responseDefaults, doc: "Response times that stand for unknown answers.",
            example: ["handOff": ["medianHours": 12]])
    }

    private static let control = Shape<Control>.object("Control", Control(), doc: "A control and its levels.") { f in
        f.required("id", \.id, as: .identifier, doc: "Id that organizations use.", example: "mfa")
        f.required("title", \.title, as: .text, doc: "Title as people read it.", example: "Multi-factor authentication")
        f.required("family", \.family, as: .word("control family"), doc: "Family, for scores.", example: "access")
        f.optional(
            "help", \.help, as: .text, doc: "What the control is, in one plain sentence.",
            example: "A second proof of who signs in.")
        f.required(
            "levels", \.levels, as: .list(level, atLeast: 1), doc: "From weakest to strongest.",
            example: [["id": "none", "title": "None"], ["id": "push", "title": "Push"]])
        f.required(
            "assumed", \.assumed, as: .identifier,
            doc: "The level taken when an organization does not mention the control; the result says so.",
            example: "none")
        f.required(
            "reference", \.reference, as: .identifier,
            doc: "The level at which other families stand when one family is scored.",
            example: "push")
        f.optional("mitigations", \.mitigations, as: .list(mitigation), doc: "ATT&CK mitigations.", example: ["M1032"])
        f.optional("nist", \.nist, as: .list(nist), doc: "NIST SP 800-53 controls.", example: ["IA-2(1)"])
        f.optional(
            "twoWay", \.twoWay, as: .text, doc: "Why it can act in opposite directions, in one sentence.",
            example: "Prompt updating installs a poisoned update sooner.")
        f.optional(
            "delays", \.delays, as: .dictionary(time.distribution),
            doc: "Delay of a setting that names a level but no delay, by level id.",
            example: ["monthly": ["distribution": "lognormal", "median": "P30D", "p90": "P90D"]])
        f.optional(
            "delaySources", \.delaySources, as: .dictionary(citation), doc: "What the delays rest on, by level id.",
            example: ["monthly": ["source": "judgement"]])
        f.optional(
            "noticedBy", \.noticedBy, as: .word("noticer"),
            doc: "Through which channel its alerts come: people for the family people, else monitoring, when left out.",
            example: "monitoring")
        f.optional(
            "sight", \.sight, as: EstimateShapes.share,
            doc:
                "Part of the noticing that is sight, for all levels: whether a technique is seen at all, however often it is tried.",
            example: ["low": 0.5, "likely": 0.8, "high": 0.9, "source": "judgement"])
        f.optional(
            "conflicts", \.conflicts, as: .list(conflict),
            doc: "Published figures that contradict those used; shown beside them and never mixed in.",
            example: [
                [
                    "level": "push", "figure": ["low": 0.1, "likely": 0.2, "high": 0.3, "source": "A survey"],
                    "why": "Its sample is small.",
                ]
            ])
    }

    private static let citation = Shape<Citation>.object(
        "Citation", Citation(), doc: "What a figure or delay rests on."
    ) { f in
        f.required(
            "source", \.source, as: .text, doc: "A citation, or the honest word `judgement`.", example: "judgement")
        f.optional("year", \.year, as: .integer(1900...2100), doc: "Year of the source.", example: 2025)
        f.optional(
            "seen", \.seen, as: .word("way of seeing a source"),
            doc: "Whether the source itself was read or a copy of its figures.", example: "secondary")
        f.optional("trust", \.trust, as: .word("degree of trust"), doc: "How much weight it bears.", example: "medium")
    }

    private static let conflict = Shape<Conflict>.object(
        "Conflict", Conflict(), doc: "A published figure that contradicts one that is used; it enters no result."
    ) { f in
        f.required("level", \.level, as: .identifier, doc: "The level that it speaks of.", example: "push")
        f.required(
            "figure", \.figure, as: EstimateShapes.factor, doc: "What the figure would be, with its source.",
            example: ["low": 0.1, "likely": 0.2, "high": 0.3, "source": "A survey"])
        f.optional(
            "unit", \.unit, as: .text, doc: "In what it counts; a factor or chance when left out.", example: "days")
        f.required("why", \.why, as: .text, doc: "Why it is not the one that is used.", example: "Its sample is small.")
    }

    private static let level = Shape<ControlLevel>.object(
        "ControlLevel", ControlLevel(), doc: "One level of a control."
    ) {
        f in
        f.required("id", \.id, as: .identifier, doc: "Id, unique within the control.", example: "push")
        f.required("title", \.title, as: .text, doc: "Title as people read it.", example: "Push notification")
        f.optional(
            "effects", \.effects, as: .list(effect), doc: "What the level does to which steps.",
            example: [["on": ["techniques": ["T1078"]], "success": 0.3]])
        f.optional(
            "effort", \.effort, as: EstimateShapes.personDays, doc: "Person-days to come here from the level below.",
            example: ["low": 5, "likely": 15, "high": 40, "source": "judgement"])
    }

    private static let effect = Shape<Effect>.object(
        "Effect", Effect(), doc: "What a level does to the steps it concerns. Factors multiply; 1 changes nothing."
    ) { f in
        f.optional(
            "on", \.on, as: scope, doc: "Which steps it concerns; every one when left out.",
            example: ["techniques": ["T1078", "T1110"]])
        f.optional(
            "success", \.success, as: EstimateShapes.share, doc: "Factor on the chance that a try succeeds.",
            example: ["low": 0.1, "likely": 0.3, "high": 0.5, "source": "judgement"])
        f.optional(
            "duration", \.duration, as: EstimateShapes.factor, doc: "Factor on how long a try takes.", example: 2)
        f.optional(
            "noticing", \.noticing, as: EstimateShapes.share,
            doc: "Chance that a try raises an alert that someone acts on.",
            example: 0.2)
        f.optional(
            "noticeDelayHours", \.noticeDelayHours, as: EstimateShapes.hours,
            doc: "Hours from trace to alert, lognormal median; only beside `noticing`.", example: 24)
        f.optional(
            "noticeDelayFactor", \.noticeDelayFactor, as: EstimateShapes.share,
            doc: "Factor 0 to 1 on how late the alerts of other monitoring come.", example: 0.5)
        f.optional(
            "protects", \.protects, as: .oneOrMany(.word("way in")),
            doc: "Data taken in these ways stays unreadable while its key is safe.", example: ["media", "storage"])
        f.optional(
            "repair", \.repair, as: EstimateShapes.factor, doc: "Factor on repair time while a usable backup exists.",
            example: 0.2)
        f.optional(
            "backupFallsWith", \.backupFallsWith, as: .oneOrMany(.word("gain")),
            doc: "A backup at this level falls with these gains on any asset of the organization.",
            example: ["credentials"])
    }

    private static let scope = Shape<EffectScope>.object(
        "EffectScope", EffectScope(),
        doc: "Which steps an effect concerns: every stated condition must hold; within a list any member suffices."
    ) { f in
        f.optional(
            "techniques", \.techniques, as: .oneOrMany(StepShapes.technique),
            doc: "ATT&CK techniques; `T1566` covers its sub-techniques.", example: ["T1566"])
        f.optional(
            "tactics", \.tactics, as: .oneOrMany(.identifier), doc: "ATT&CK tactics by short name.",
            example: ["lateral-movement"])
        f.optional(
            "actions", \.actions, as: .oneOrMany(.text), doc: "VERIS actions; `misuse` covers all of its varieties.",
            example: ["error.Misdelivery"])
        f.optional("through", \.through, as: .oneOrMany(.word("way in")), doc: "Ways in.", example: ["identity"])
        f.optional("kinds", \.kinds, as: .oneOrMany(.word("asset kind")), doc: "Kinds of asset.", example: ["database"])
        f.optional(
            "origins", \.origins, as: .oneOrMany(.word("origin")), doc: "Origins of the adversary.",
            example: ["external"])
        f.optional(
            "skills", \.skills, as: .oneOrMany(.word("skill")), doc: "Skills of the adversary.", example: ["novice"])
        f.optional(
            "routes", \.routes, as: .oneOrMany(.word("relation")),
            doc: "Not the step but the way to it: these relations, across departments.", example: ["reachable"])
        f.optional(
            "links", \.links, as: .oneOrMany(.word("kind of link")),
            doc: "For routes over supplier links: these kinds.",
            example: ["vendor-access"])
        f.optional(
            "inside", \.inside, as: .boolean,
            doc: "For routes: whether it stands between the assets of one department as well. No when left out.",
            example: true)
    }

    private static let responseDefaults = Shape<ResponseDefaults>.object(
        "ResponseDefaults", ResponseDefaults(), doc: "Response times that stand for unknown answers."
    ) { f in
        f.optional(
            "handOff", \.handOff, as: unknownTime, doc: "One hand-off of the response chain.",
            example: ["medianHours": ["low": 4, "likely": 12, "high": 72]])
        f.optional(
            "containment", \.containment, as: unknownTime, doc: "Containment of a department.",
            example: ["medianHours": 24])
        f.optional("repair", \.repair, as: unknownTime, doc: "Repair of one asset.", example: ["medianHours": 72])
    }

    private static let unknownTime = Shape<UnknownTime>.object(
        "UnknownTime", UnknownTime(), doc: "A lognormal whose median is itself uncertain."
    ) { f in
        f.required(
            "medianHours", \.medianHours, as: EstimateShapes.hours, doc: "The median, in hours.",
            example: ["low": 4, "likely": 12, "high": 72, "source": "judgement"])
        f.optional(
            "spread", \.spread, as: .number(NumberRange(1, 1000, isOpenBelow: true)),
            doc: "p90 divided by median, above 1; 5 when left out.", example: 5)
    }

    private static let mitigation = Shape<String>.pattern(
        "ATT&CK mitigation id", "^M[0-9]{4}$", rule: .pattern, isMatch: isMitigation
    ) { _ in #"write it like "M1032""# }

    private static let nist = Shape<String>.pattern(
        "NIST SP 800-53 control id", #"^[A-Z]{2}-[1-9][0-9]?(\([1-9][0-9]?\))?$"#, rule: .pattern,
        isMatch: NISTControlId.isCanonical
    ) { text in
        NISTControlId.canonical(text).map { "write \($0.quoted)" } ?? #"write it like "AC-2(1)""#
    }

    @Sendable private static func isMitigation(_ text: String) -> Bool {
        text.utf8.count == 5 && text.hasPrefix("M") && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// NIST SP 800-53 control ids: `AC-2(1)` is canonical; `AC-02(01)` and `ac-2.1` are also met.
package enum NISTControlId {
    /// Whether it is written as NIST does: "AC-2", "AC-2(1)".
    @Sendable package static func isCanonical(_ text: String) -> Bool { canonical(text) == text }

    /// The canonical id of any usual writing; nil when it is none.
    package static func canonical(_ text: String) -> String? {
        let parts = text.uppercased().split(whereSeparator: { "-.()".contains($0) })
        guard (2...3).contains(parts.count), parts[0].utf8.count == 2,
            parts[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else { return nil }
        let numbers = parts.dropFirst().map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) ?? 0 : 0 }
        guard numbers.allSatisfy({ (1...99).contains($0) }) else { return nil }
        return "\(parts[0])-\(numbers[0])" + (numbers.count > 1 ? "(\(numbers[1]))" : "")
    }
}
