internal import Scenarios

extension Questionnaire {
    static let company: [Question] = [
        Question(
            "sector", in: .company, "What does your company do?",
            why: "it decides which departments and systems the document begins with",
            kind: .choice(
                SectorTemplate.all.map { template in
                    var choice = Choice(template.sector.rawValue, meaning: template.summary)
                    choice.effects = [.sector(template.sector)]
                    return choice
                }, mayBePartial: false)),
        Question(
            "company-name", in: .company, "What is it called?", why: "it stands in reports; an invented name will do",
            kind: .name
        ),
        Question(
            "headcount", in: .company, "How many people work there?", why: "departments and computers are scaled to it",
            kind: .count(1...10_000_000, of: "people")),
        Question(
            "records", in: .company, "About how many people's records do you keep (customers, patients …)?",
            why: "it bounds what can be exposed", kind: .count(0...10_000_000_000, of: "people on record")),
        Question(
            "portal", in: .company, "Can customers or the public sign in to a web site that you run yourselves?",
            why: "it is a door that everybody can knock at", kind: yesNo(.portal)),
        Question(
            "own-software", in: .company, "Do you build software that others install or rely on?",
            why: "whoever holds your build holds your customers", kind: yesNo(.build)),
        Question(
            "machines", in: .company, "Do computers control machines, buildings or medical devices?",
            why: "they are hard to patch and matter most when they stop", kind: yesNo(.machines)),
        Question(
            "tills", in: .company, "Do you take cards on tills or terminals of your own?",
            why: "card data is what many intruders come for", kind: yesNo(.tills)),
    ]

    private static func yesNo(_ part: CompanyPart) -> QuestionKind {
        .choice([Choice("no", .has(part, false)), Choice("yes", .has(part, true))], mayBePartial: false)
    }
}
