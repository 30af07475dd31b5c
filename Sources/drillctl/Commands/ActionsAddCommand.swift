import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Scenarios

/// Puts a lever of a run, or anything else, into the register.
struct ActionsAddCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an action: a lever of a stored run, or a text of your own.",
        usage: "drillctl actions add --organization <id> (--lever <id> | --title <text>) [options]",
        discussion: """
            Levers are named as weaknesses and plan name them in their JSON (\"id\"). An action with a text only is kept \
            as well; no run tests it.

            EXAMPLES
              drillctl actions add --run last --organization harbor-credit --lever mfa/fido2 --owner "IT operations"
              drillctl actions add --organization harbor-credit --title "Rehearse the call to the regulator" --due 2027-01-31
            """)

    @ArgumentParser.Option(
        help: .init("The run: \"last\", a number as listed, or the first digits of an id.", valueName: "run"))
    var run = "last"

    @ArgumentParser.Option(help: .init("Whose matter it is.", valueName: "id"))
    var organization: String

    @ArgumentParser.Option(
        parsing: .singleValue, help: .init("The lever to raise; may be repeated.", valueName: "id"))
    var lever: [String] = []

    @ArgumentParser.Option(help: .init("What to do, where it is no lever.", valueName: "text"))
    var title: String?

    @ArgumentParser.Option(help: .init("A team or role.", valueName: "team"))
    var owner: String?

    @ArgumentParser.Option(help: .init("By when, such as 2027-01-31.", valueName: "date"))
    var due: String?

    @ArgumentParser.Option(help: .init("How to write the answer.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func validate() throws {
        try ActionOptions.check(owner: owner, due: due)
        guard lever.isEmpty == (title != nil) else { throw ValidationError("Say either --lever or --title.") }
        if let title, title.allSatisfy(\.isWhitespace) { throw ValidationError("--title is empty.") }
    }

    /// Refuses a company that neither a stored run nor the register knows: its action would be seen on no page.
    private func check(_ organization: String, in register: RunStore) throws {
        var known = Set(try register.actions().map(\.organization))
        if known.contains(organization) { return }
        for entry in try register.list() {
            known.formUnion(try register.load("\(entry.sequence)").result.companies.map(\.id))
            if known.contains(organization) { return }
        }
        // A register may begin before the first run.
        if known.isEmpty, Pattern.isIdentifier(organization) { return }
        let ids = known.sorted()
        let proposal =
            Suggestion.question(organization, among: ids)
            ?? (ids.isEmpty
                ? "write an id as in documents: small letters, digits and hyphens"
                : "there are: \(ids.joined(separator: ", "))")
        throw CommandFailure(.wrongUsage, "no stored run has a company '\(organization)'; \(proposal)")
    }

    func run(in context: Context) async throws {
        let actions: [RegisteredAction]
        let register: RunStore
        if let title {
            register = try store.open(in: context)
            try check(organization, in: register)
            actions = [
                RegisteredAction(
                    organization: organization, lever: nil, title: title, owner: owner, due: due, source: "added",
                    created: context.timestamp())
            ]
        } else {
            register = try store.openToRead(run, in: context)
            actions = try levers(in: register, context)
        }
        let added = try register.add(actions)
        switch format {
        case .json:
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion,
                    marking: MarkedWords.strictest(try register.list().map(\.marking)),
                    body: RegisterJSON(register: added)
                ).text())
        case .text:
            for action in added {
                try context.output.writeLine("added \(action.id): \(action.title.printable)")
            }
        }
    }

    /// Actions from the run's documents as they were.
    private func levers(in register: RunStore, _ context: Context) throws -> [RegisteredAction] {
        let stored = try register.load(run)
        let number = stored.entry.sequence
        let (loaded, settings) = try StoredDrill.exercise(stored, documents: register.documents(of: "\(number)"))
        try CompanyChoice.check([organization], among: loaded.organizations.map(\.id))
        let known = LeverAnalysis(loaded, settings: settings).levers(ofCompany: organization)
        let kept = try register.actions()
        return try lever.map { id in
            guard let lever = known.first(where: { $0.id == LeverID(id) }) else {
                let proposal =
                    Suggestion.question(id, among: known.map(\.id.text))
                    ?? "\"drillctl weaknesses EXERCISE --format json\" has the ids of all levers"
                throw CommandFailure(
                    .wrongUsage, "\(organization) has no lever \"\(id.printable)\" in run \(number); \(proposal)")
            }
            if let twin = kept.first(where: { $0.organization == organization && $0.lever?.id == lever.id }) {
                throw CommandFailure("\(twin.id) is this lever already; change it with \"actions set \(twin.id)\"")
            }
            return RegisteredAction(
                organization: organization, lever: lever,
                targetHours: LeverStandings(loaded, settings: settings).targetHours(of: lever, in: organization),
                title: lever.action, owner: owner, due: due, source: "run \(number)", created: context.timestamp())
        }
    }
}

/// Actions as JSON, as they are kept.
struct RegisterJSON: Encodable {
    var register: [Entry]

    init(register: [RegisteredAction]) { self.register = register.map { Entry(id: $0.id, action: $0) } }

    struct Entry: Encodable {
        var id: String
        var action: RegisteredAction
    }
}
