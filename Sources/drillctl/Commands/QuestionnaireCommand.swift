import ArgumentParser
import Foundation
import Intake
import Scenarios

/// Questions about one's own company, in plain words.
struct QuestionnaireCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire",
        abstract: "Describe your own company by answering questions in plain words.",
        discussion: """
            At a terminal it asks one question at a time and ends with a document that runs. Every answer is kept at \
            once in a CSV file beside it, so you can stop and continue. As a sheet or a form it can be handed to \
            whoever knows: "unknown" is always an answer, and widens the results.

            It asks the \(Questionnaire.core.count) questions that matter most; --all adds \
            \(Questionnaire.detail.count) that go into detail, at the end.

            EXAMPLES
              drillctl questionnaire --out my-company.json
              drillctl questionnaire --all --out my-company.json --force
              drillctl questionnaire --format csv --out answers.csv
              drillctl questionnaire --format html --out questionnaire.html
              drillctl init organization --answers answers.csv --out my-company.json
            """)

    @ArgumentParser.Option(help: "A blank sheet or form instead of the dialogue.")
    var format: SheetFormat?

    @ArgumentParser.Option(
        help: .init(
            "Where the document, the sheet or the form goes (sheet and form: default standard output).",
            valueName: "file"), completion: .file())
    var out: String?

    @ArgumentParser.Option(
        help: .init(
            "Answers to begin with (default for the dialogue: those kept beside the document).",
            valueName: "answers.csv"), completion: .file(extensions: ["csv"]))
    var answers: String?

    @Flag(help: "Ask the questions that go into detail, too.")
    var all = false

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let loading = AnswerLoading(context: context, terminal: terminal)
        if let format {
            let known = try answers.map { try loading.answers($0) } ?? Answers()
            let text =
                format == .csv
                ? AnswerSheet.csv(known, extent: extent) : QuestionnaireForm.html(known, extent: extent)
            return try writeSheet(text, format, left: extent.left(beside: known), in: context)
        }
        guard context.input.isTerminal, context.output.isTerminal else {
            throw CommandFailure(
                .wrongUsage, "the dialogue needs a terminal; take --format csv or --format html for a sheet or a form")
        }
        guard let out else {
            throw CommandFailure(.wrongUsage, "say where the document goes, such as --out my-company.json")
        }
        try ask(writingTo: out, loading, in: context)
    }

    private var extent: QuestionnaireExtent { all ? .all : .core }

    private func writeSheet(_ text: String, _ format: SheetFormat, left: Int, in context: Context) throws {
        guard let out else { return try context.output.write(text) }
        try AtomicFile.write(text, to: context.url(out).path, shown: out, access: .owner, replaces: force)
        try context.output.writeLine("Wrote    \(out.printable)   \(format.hint)")
        if left > 0 {
            try context.output.writeLine(
                "More     \(left) questions go into detail: \(context.programName) questionnaire --all --format \(format)"
            )
        }
        try context.output.writeLine(
            "Next     \(context.programName) init organization --answers answers.csv --out my-company.json")
    }

    private func ask(writingTo out: String, _ loading: AnswerLoading, in context: Context) throws {
        // What can fail is tried before half an hour of answers.
        let file = try StarterFile(.organization, out: out, id: "my-company", replaces: force, in: context)
        let document = file.shown ?? out
        let kept = answers ?? String(document.dropLast(".json".count)) + ".answers.csv"
        let isContinued = access(context.url(kept).path, F_OK) == 0
        let known = answers != nil || isContinued ? try loading.answers(kept) : Answers()

        let screen = DialogueScreen(context: context, style: context.style(terminal))
        try screen.greet(kept: kept, isContinued: isContinued)
        var dialogue = Dialogue(answers: known, extent: extent)
        while dialogue.state == .asking {
            try screen.ask(&dialogue)
            try AtomicFile.write(
                AnswerSheet.csv(dialogue.answers, extent: extent), to: context.url(kept).path, shown: kept,
                access: .owner,
                replaces: true)
        }
        guard dialogue.state == .finished else {
            try context.output.writeLine("\nKept     \(kept.printable)")
            return try context.output.writeLine(
                "Continue \(command(document, asksAll: all, replaces: force, in: context))")
        }
        try context.output.writeLine("\nThat was all. Your answers are kept in \(kept.printable).")
        let left = extent.left(beside: dialogue.answers)
        if left > 0 {
            let more =
                "\(left) more questions go into detail; until then their answers are unknown. To go on with them, "
                + "which writes the document anew:"
            try context.output.writeLine(DialogueScreen.wrapped(more, indent: ""))
            try context.output.writeLine("  \(command(document, asksAll: true, replaces: true, in: context))")
        }
        try context.output.writeLine()
        guard let template = AnswerLoading.template(in: dialogue.answers) else {
            return try context.output.writeLine(
                "Next     \(context.programName) init organization --template SECTOR --answers \(kept.printable) --out \(document.printable)"
            )
        }
        let organization = OrganizationMaker(template: template, answers: dialogue.answers, catalog: .embedded)
            .organization()
        try OrganizationWriting(context: context, terminal: terminal)
            .write(organization, to: document, replaces: force)
    }

    /// The command with which the conversation goes on.
    private func command(_ document: String, asksAll: Bool, replaces: Bool, in context: Context) -> String {
        let from = answers.map { " --answers \($0.printable)" } ?? ""
        return "\(context.programName) questionnaire\(asksAll ? " --all" : "")\(from) --out \(document.printable)"
            + (replaces ? " --force" : "")
    }
}

/// The questionnaire on paper or in a browser.
enum SheetFormat: String, CaseIterable, ExpressibleByArgument {
    /// For spreadsheet programs.
    case csv
    /// One page that works offline.
    case html

    /// What to do with it.
    var hint: String {
        switch self {
        case .csv: "fill in the column \"answer\", save it as CSV"
        case .html: "open it in a browser, answer, save the answers"
        }
    }
}
