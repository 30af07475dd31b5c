import ArgumentParser
import DrillEngine
import DrillResults
import Foundation
import Intake
import Reports
import Scenarios

/// The first ten minutes: from a sector to a page, three questions on the way.
struct TryCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "See a company like yours in one minute: a typical one of your sector, three questions, a report.",
        usage: "drillctl try [<sector>] [options]",
        discussion: """
            Takes a typical company of the sector and the scenarios that come with the program, simulates them, asks \
            for the three answers that narrow the worst outcome most, and writes a report. Without a terminal it asks \
            nothing and says what it assumed. Everything goes into a folder of its own that can be moved and goes on: \
            the company, the exercise, the answers, the report. No run is stored.

            Sectors: \(SectorArgument.allValueStrings.joined(separator: ", ")).

            EXAMPLES
              drillctl try
              drillctl try retail
              drillctl try health --out our-clinic --library scenarios
            """)

    @Argument(
        help: .init("What your company is most like (default: shows the sectors).", valueName: "sector"),
        completion: .list(SectorArgument.allValueStrings))
    var sector: String?

    @ArgumentParser.Option(
        help: .init("Folder for everything (default: try- and the sector).", valueName: "folder"),
        completion: .directory)
    var out: String?

    @ArgumentParser.Flag(help: "Replace what an earlier try wrote there.")
    var force = false

    @ArgumentParser.Option(
        help: .init("Folder of the scenarios (default: those that come with the program).", valueName: "folder"),
        completion: .directory)
    var library: String?

    @ArgumentParser.Option(help: .init("Trials of each scenario.", valueName: "n"))
    var trials = 2000

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var terminal: TerminalOptions

    /// Questions that are asked at most.
    static let questions = 3

    func validate() throws { try Bounds.check("--trials", trials, within: 1...1_000_000) }

    func run(in context: Context) async throws {
        let text = TryoutText(style: context.style(terminal))
        guard let template = try template(text, in: context) else { return }
        let stories = try StoryLibrary.open(named: library, in: context, terminal).stories
        // What can fail is tried before anybody is asked anything.
        let id = "try-\(template.sector.rawValue)"
        let folder = try TryoutFolder(out: out, otherwise: id, replaces: force, in: context)
        let report = try ReportFolder(out: folder.shown + "report", exercise: id, inputs: [], in: context)

        let documents = TryoutDocuments(template, stories: stories, id: id, trials: trials)
        var tryout = Tryout(
            documents: documents, folder: folder.shown, threads: threads.count, context: context, terminal: terminal)
        try context.output.write(text.greeting(template, stories: stories.count, trials: trials))
        try await tryout.simulate()
        try context.output.write(text.first(tryout.standing()))
        if context.input.isTerminal, context.output.isTerminal {
            try await ask(&tryout, text, in: context)
        } else {
            let open = try await tryout.openAnswers(besides: [])
            try context.output.write(text.unasked(Array(open.prefix(Self.questions))))
        }
        try context.output.write(text.announcement)
        try await finish(tryout, folder: folder, report: report, text: text, in: context)
    }

    /// The template of the sector that was named or chosen; nil where the sectors were only shown.
    private func template(_ text: TryoutText, in context: Context) throws -> SectorTemplate? {
        let sectors = SectorArgument.allValueStrings
        guard let sector else {
            try context.output.write(text.sectors(SectorTemplate.all))
            guard context.input.isTerminal, context.output.isTerminal else {
                let next = NextCommands(program: context.programName, store: nil)
                try context.output.writeLine("\nNext     " + context.style(terminal)(.command, next.tryout("retail")))
                return nil
            }
            return try chosen(in: context)
        }
        if let found = SectorArgument(argument: sector) { return found.template }
        let proposal = Suggestion.question(sector, among: sectors) ?? "there are: \(sectors.joined(separator: ", "))"
        throw CommandFailure(.wrongUsage, "there is no sector \"\(sector.printable)\"; \(proposal.printable)")
    }

    /// By number or name, until one is typed that there is; nil at the end of the input.
    private func chosen(in context: Context) throws -> SectorTemplate? {
        let style = context.style(terminal)
        while true {
            try context.output.write(style(.command, "> "))
            guard let line = context.input.nextLine() else {
                try context.output.writeLine()
                return nil
            }
            let word = line.trimmingCharacters(in: .whitespaces).lowercased()
            if let number = Int(word), SectorTemplate.all.indices.contains(number - 1) {
                return SectorTemplate.all[number - 1]
            }
            if let found = SectorArgument(argument: word) { return found.template }
            if ["q", "quit", "exit"].contains(word) { return nil }
            try context.output.writeLine("Type a number from 1 to \(SectorTemplate.all.count), or the word beside it.")
        }
    }

    /// The answers that narrow most, one after the other: each may make another question the best.
    private func ask(_ tryout: inout Tryout, _ text: TryoutText, in context: Context) async throws {
        let screen = DialogueScreen(context: context, style: context.style(terminal))
        var asked: Set<String> = []
        while asked.count < Self.questions {
            let open = try await tryout.openAnswers(besides: asked)
            guard let next = open.first else { return }
            if asked.isEmpty { try context.output.write(text.invitation(min(Self.questions, open.count))) }
            asked.insert(next.question.id)
            var dialogue = Dialogue(answers: tryout.documents.answers, asking: next.question)
            let turn = DialogueScreen.Turn(number: asked.count, of: Self.questions, stake: text.stake(next))
            while dialogue.state == .asking { try screen.ask(&dialogue, turn) }
            guard dialogue.state == .finished else { return }
            guard dialogue.answers[next.question.id] != .unknown else {
                try context.output.write(text.unchanged)
                continue
            }
            let before = try tryout.standing()
            tryout.documents.answers = dialogue.answers
            try await tryout.simulate()
            try context.output.write(text.change(from: before, to: tryout.standing()))
        }
    }

    private func finish(
        _ tryout: Tryout, folder: TryoutFolder, report: ReportFolder, text: TryoutText, in context: Context
    ) async throws {
        let (run, analysis) = try await tryout.analyse()
        let options = ReportSurroundings(
            loaded: run.loaded, analysis: analysis, date: String(context.timestamp().prefix(10)), earlier: [:],
            people: [:]
        ).options
        try await report.stage(
            run.result, analysis: analysis, catalog: run.loaded.catalog, options: options, threads: threads.count)
        try folder.write(tryout.documents.files)
        try report.commit()
        try context.output.write(
            text.fix(analysis, run.result.scenarios)
                + text.doors(doors(tryout, folder: folder, report: report, in: context)))
    }

    private func doors(
        _ tryout: Tryout, folder: TryoutFolder, report: ReportFolder, in context: Context
    ) throws -> [TryoutText.Door] {
        let next = NextCommands(program: context.programName, store: nil)
        let (exercise, company, answers) = (
            folder.shown + TryoutDocuments.exercise, folder.shown + TryoutDocuments.company,
            folder.shown + TryoutDocuments.answers
        )
        let organization = tryout.documents.organization
        let left = QuestionnaireExtent.core.questions().count { tryout.documents.answers.values[$0.id] == nil }
        return [
            TryoutText.Door(
                title: "The page for your manager. Open it in a browser:",
                lines: [
                    report.managerPage(
                        ofCompany: organization.id, date: String(context.timestamp().prefix(10)))
                ]),
            TryoutText.Door(
                title: "A meeting on Thursday: papers for the room, on the worst story.",
                lines: [
                    next.papers(
                        exercise, scenario: try tryout.standing().reference.scenario, out: folder.shown + "papers")
                ]),
            TryoutText.Door(
                title: "Your own company: \(left) questions more, half an hour, and the same report from your answers.",
                lines: [
                    next.questionnaire(answers: answers, out: company),
                    next.run(exercise, out: report.shown),
                ]),
        ]
    }
}
