import DrillResults
import Scenarios
import Texts

/// The improvement plan that `record` proposes, as a meeting has filled it in.
struct ImprovementSheet {
    /// Actions in the sheet's order, without organization; empty where the sheet has errors.
    private(set) var actions: [RegisteredAction] = []
    private(set) var diagnostics: [Diagnostic]

    private static let columns: [SheetTable.Column] = [
        .init("number", isRequired: false), .init("capability", isRequired: false), .init("what fell short"),
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
        for record in table.records {
            let title = Self.title(record)
            if title.isEmpty {
                report(
                    "sheet-action", "the line says neither what fell short nor what to do", record["what fell short"],
                    path)
            }
            let owner = Self.plain(record["owner"].text)
            if !owner.isEmpty, let problem = ActionField.problem(owner: owner) {
                report("action-owner", problem, record["owner"], path)
            }
            let due = Self.plain(record["due"].text)
            if !due.isEmpty, let problem = ActionField.problem(due: due) {
                report("action-due", problem, record["due"], path)
            }
            actions.append(
                RegisteredAction(
                    organization: organization, lever: nil, title: title, owner: owner.isEmpty ? nil : owner,
                    due: due.isEmpty ? nil : due, source: "\(name), line \(record.line)", created: created))
        }
        if diagnostics.hasErrors { actions = [] }
    }

    private mutating func report(_ rule: String, _ message: String, _ cell: SheetCell, _ path: String) {
        diagnostics.append(
            Diagnostic(
                severity: .error, rule: rule, file: path, line: cell.line, column: cell.column, message: message))
    }

    /// What to do, or, where nobody has written that, what fell short.
    private static func title(_ record: SheetTable.Record) -> String {
        let action = plain(record["corrective action"].text)
        let finding = plain(record["what fell short"].text)
        let capability = plain(record["capability"].text)
        if !action.isEmpty { return action }
        return capability.isEmpty || finding.isEmpty ? finding : "\(capability): \(finding)"
    }

    /// On one line.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
