import ArgumentParser
import Intake
import Scenarios

/// A company of one's sector, filled in as far as answers go.
struct InitOrganizationCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "organization",
        abstract: "A typical company of your sector, to be corrected.",
        discussion: """
            Departments, systems, records and suppliers are those typical of the sector; every control is "unknown" \
            until you say otherwise, so that the document runs as it is and shows wide ranges. With the answers of a \
            questionnaire it says what you know. docs/your-company.md walks through it.

            Times of the response count the hours of whoever has the ball: "business" is Monday to Friday from 9 to 17, \
            "extended" every day from 7 to 23, on the company's clocks, holidays off. 24 hours in business hours are three \
            working days.

            EXAMPLES
              drillctl init organization --template finance
              drillctl init organization --template health --name "Saint Mary" --out saint-mary.json
              drillctl init organization --answers answers.csv --out my-company.json
            """)

    @ArgumentParser.Option(help: .init("The sector (default: the answered one).", valueName: "sector"))
    var template: SectorArgument?

    @ArgumentParser.Option(help: "What the company is called (default: the answered name).")
    var name: String?

    @ArgumentParser.Option(help: "Id of the document (default: made of the name).")
    var id: String?

    @ArgumentParser.Option(
        help: .init("Answers: a filled-in sheet of drillctl questionnaire.", valueName: "answers.csv"),
        completion: .file(extensions: ["csv"]))
    var answers: String?

    @OptionGroup var starter: StarterOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try IDArgument.check(id)
        if let name, name.isEmpty { throw ValidationError("--name must say something.") }
    }

    func run(in context: Context) async throws {
        let loading = AnswerLoading(context: context, terminal: terminal)
        let known = try answers.map { try loading.answers($0, template: template?.template) } ?? Answers()
        guard let template = template?.template ?? AnswerLoading.template(in: known) else {
            throw CommandFailure(
                .wrongUsage,
                "say which sector with --template \(SectorArgument.allValueStrings.joined(separator: "|")), or answer "
                    + "the question \"sector\"")
        }
        let maker = OrganizationMaker(template: template, answers: known, catalog: .embedded)
        let organization = maker.organization(name: name, id: id)
        try OrganizationWriting(context: context, terminal: terminal)
            .write(organization, to: starter.out, replaces: starter.force)
    }
}

/// A sector for which there is a template.
struct SectorArgument: ExpressibleByArgument {
    let template: SectorTemplate

    init?(argument: String) {
        guard let sector = Sector(rawValue: argument), let template = SectorTemplate.template(sector) else {
            return nil
        }
        self.template = template
    }

    static let allValueStrings = SectorTemplate.all.map(\.sector.rawValue)
}

/// Ids on the command line.
enum IDArgument {
    /// Throws the usage error for a text that is no id.
    static func check(_ id: String?) throws {
        guard let id, id.count > 100 || Slug.id(of: id) != id else { return }
        throw ValidationError(
            "--id \(id) is no id: lower case letters, digits and hyphens, such as \(Slug.id(of: id) ?? "my-company").")
    }
}
