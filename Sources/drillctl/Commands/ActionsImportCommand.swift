import ArgumentParser
import DrillEngine
import DrillResults
import DrillStore
import Foundation
import Scenarios

/// From a meeting's improvement plan into the register.
struct ActionsImportCommand: DrillCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add the lines of an improvement plan that a meeting has filled in.",
        usage: "drillctl actions import <improvement-plan.csv> --organization <id> [options]",
        discussion: """
            The sheet is the improvement-plan.csv that drillctl record writes. The corrective action becomes the action; \
            a line without one is left out and named. Lines that are in the register already are left alone; with a \
            mistake anywhere nothing is added (exit status 65).

            EXAMPLES
              drillctl actions import improvement-plan.csv --organization harbor-credit
            """)

    @Argument(
        help: .init("The sheet.", valueName: "improvement-plan.csv"), completion: .file(extensions: ["csv"]))
    var sheet: String

    @ArgumentParser.Option(help: .init("Whose actions they are.", valueName: "id"))
    var organization: String

    @ArgumentParser.Option(help: .init("How to write the answer.", valueName: "format"))
    var format = OutputFormat.text

    @OptionGroup var store: StoreOptions
    @OptionGroup var terminal: TerminalOptions

    func run(in context: Context) async throws {
        let bytes: [UInt8]
        switch DocumentLoader.disk.bytes(of: context.url(sheet).path) {
        case .success(let read): bytes = read
        case .failure(let failure):
            throw CommandFailure(.invalidDocument, "the file '\(sheet.printable)' \(failure.words)")
        }
        let plan = ImprovementSheet(bytes, path: sheet, organization: organization, created: context.timestamp())
        if !plan.diagnostics.isEmpty {
            let output = DiagnosticOutput(plan.diagnostics, documents: 1)
            try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
            try context.messages.writeLine(output.summary)
            if plan.diagnostics.hasErrors { throw CommandFailure(silently: .invalidDocument) }
        }
        let register = try store.open(in: context)
        let kept = try register.actions()
        let new = plan.actions.filter { action in
            !kept.contains { $0.lever == nil && $0.organization == organization && $0.title == action.title }
        }
        let added = try register.add(new)
        switch format {
        case .json:
            try context.output.write(
                JSONOutput(
                    modelVersion: Drill.modelVersion,
                    marking: MarkedWords.strictest(try register.list().map(\.marking)),
                    body: RegisterJSON(register: added)
                ).text())
        case .text:
            for action in added { try context.output.writeLine("added \(action.id): \(action.title.printable)") }
            if !plan.unfilled.isEmpty {
                let lines = plan.unfilled.map(String.init).joined(separator: ", ")
                try context.output.writeLine(
                    "left out, without a corrective action: line\(plan.unfilled.count == 1 ? "" : "s") \(lines)")
            }
            let rest = plan.actions.count - added.count
            if rest > 0 { try context.output.writeLine("\(rest) in the register already") }
        }
    }
}
