import Intake
import Scenarios
import Texts

/// Answers for a command that cannot go on without them.
struct AnswerLoading {
    var context: Context
    var terminal: TerminalOptions

    /// The answers of a sheet; with an error in it, tells all problems and throws exit status 65.
    ///
    /// - Parameter template: of the command line; a sheet that names another sector contradicts it.
    func answers(_ path: String, template: SectorTemplate? = nil) throws -> Answers {
        var reading = AnswerSheet.read(Sheet.disk(path), path: path)
        if let template { reading.contradict(template.sector, path: path) }
        if !reading.diagnostics.isEmpty {
            let output = DiagnosticOutput(reading.diagnostics, documents: 1)
            try context.messages.write(output.text(.text, style: context.messageStyle(terminal)))
            try context.messages.writeLine(output.summary)
        }
        guard !reading.diagnostics.hasErrors else { throw CommandFailure(silently: .invalidDocument) }
        return reading.answers
    }

    /// The template of the answered sector.
    static func template(in answers: Answers) -> SectorTemplate? {
        answers.chosen("sector").flatMap { Sector(rawValue: $0) }.flatMap { SectorTemplate.template($0) }
    }
}
