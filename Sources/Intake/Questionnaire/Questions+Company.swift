internal import Scenarios

extension Questionnaire {
    static let company: [Question] = [
        Question(
            "sector", .company, "What does your company do?",
            why: "it decides which departments and systems the document begins with",
            .choice(
                SectorTemplate.all.map { template in
                    var choice = Choice(template.sector.rawValue, template.summary)
                    choice.effects = [.sector(template.sector)]
                    return choice
                }, mayBePartial: false)),
        Question(
            "company-name", .company, "What is it called?", why: "it stands in reports; an invented name will do", .name
        ),
        Question(
            "headcount", .company, "How many people work there?", why: "departments and computers are scaled to it",
            .count(1...10_000_000, of: "people")),
        Question(
            "records", .company, "About how many people's records do you keep (customers, patients …)?",
            why: "it bounds what can be exposed", .count(0...10_000_000_000, of: "people on record")),
        Question(
            "portal", .company, "Can customers or the public sign in to a web site that you run yourselves?",
            why: "it is a door that everybody can knock at", yesNo(.portal)),
        Question(
            "own-software", .company, "Do you build software that others install or rely on?",
            why: "whoever holds your build holds your customers", yesNo(.build)),
        Question(
            "machines", .company, "Do computers control machines, buildings or medical devices?",
            why: "they are hard to patch and matter most when they stop", yesNo(.machines)),
        Question(
            "tills", .company, "Do you take cards on tills or terminals of your own?",
            why: "card data is what many intruders come for", yesNo(.tills)),
    ]

    private static func yesNo(_ part: CompanyPart) -> QuestionKind {
        .choice([Choice("no", nil, .has(part, false)), Choice("yes", nil, .has(part, true))], mayBePartial: false)
    }
}
