import DrillResults
import Scenarios
import Texts

/// The improvement plan that `record` proposes, as a meeting has filled it in.
struct ImprovementSheet {
    /// Actions in the sheet's order, without organization; empty where the sheet has errors.
    private(set) var actions: [RegisteredAction] = []
    private(set) var diagnostics: [Diagnostic]
    /// Lines without a corrective action, by number; they are left out.
    private(set) var unfilled: [Int] = []

    private static let columns: [SheetTable.Column] = [
        .init("number", isRequired: false), .init("capability", isRequired: false), .init("what fell short"),
        .init("expected", isRequired: false),
        .init("why", isRequired: false), .init("owner"), .init("corrective action"), .init("start", isRequired: false),
        .init("due"), .init("marking", isRequired: false),
    ]

    /// - Parameters:
    ///   - path: stands in diagnostics and as the actions' source.
    ///   - created: ISO 8601.
    init(_ bytes: [UInt8], path: String, organization: String, created: String) {
        let table = SheetTable(Sheet(bytes, path: path), path: path, columns: Self.columns)
        diagnostics = table.diagnostics
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // A line with nothing but what was printed says nothing: a plan without proposals has only its marking.
        let typed = Self.columns.map(\.name).filter { $0 != "marking" }
        for record in table.records where typed.contains(where: { !record[$0].isEmpty }) {
            let title = Self.plain(record["corrective action"].text)
            guard !title.isEmpty else {
                // Whoever proposes has not decided: a line nobody filled in is no action.
                unfilled.append(record.line)
                if let date = [record["due"], record["start"]].first(where: { !$0.text.isEmpty }) {
                    report("sheet-action", "the line says when, but not what to do", at: date, path: path)
                }
                continue
            }
            let owner = Self.plain(record["owner"].text)
            if !owner.isEmpty, let problem = ActionField.problem(owner: owner) {
                report("action-owner", problem, at: record["owner"], path: path)
            }
            let due = Self.plain(record["due"].text)
            if !due.isEmpty, let problem = ActionField.problem(due: due) {
                report("action-due", problem, at: record["due"], path: path)
            }
            actions.append(
                RegisteredAction(
                    organization: organization, lever: nil, title: title, owner: owner.isEmpty ? nil : owner,
                    due: due.isEmpty ? nil : due, source: "\(name), line \(record.line)", created: created))
        }
        if diagnostics.hasErrors { actions = [] }
    }

    private mutating func report(_ rule: String, _ message: String, at cell: SheetCell, path: String) {
        diagnostics.append(
            Diagnostic(
                severity: .error, rule: rule, file: path, line: cell.line, column: cell.column, message: message))
    }

    /// On one line.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
