internal import Scenarios
internal import Texts

/// The columns of an action log.
enum LogColumn: String, CaseIterable {
    case time, team, inject, done, rating, note
    /// How long after the inject in the story; optional.
    case after
    /// What went well; optional.
    case strength
    /// Who wrote the row; optional.
    case evaluator

    /// Other names under which people know them.
    var synonyms: [String] {
        switch self {
        case .time:
            [
                "clock", "when", "zeit", "at", "timestamp", "time stamp", "date/time", "date and time", "uhrzeit",
                "heure",
            ]
        case .team: ["who", "department", "role", "teams", "by", "abteilung", "group"]
        case .inject: ["event", "id", "injects", "inject id", "item"]
        case .done: ["performed", "yes/no", "erledigt", "status", "completed", "done?"]
        case .rating: ["ratings", "rated", "p/s/m/u", "psmu"]
        case .note:
            ["notes", "bemerkung", "notiz", "comment", "comments", "remark", "remarks", "observation", "observations"]
        case .after: ["story time", "took"]
        case .strength: ["strengths", "went well", "what went well"]
        case .evaluator: ["evaluators", "observer", "seen by", "written by"]
        }
    }

    /// The column that people mean by a heading; nil where it is none.
    static func named(_ heading: String) -> LogColumn? {
        let name = heading.lowercased()
        return allCases.first { $0.rawValue == name || $0.synonyms.contains(name) }
    }

    static let required: [LogColumn] = [.time, .team, .inject, .done]
}

/// Where each column stands in the file.
struct LogColumns {
    var places: [LogColumn: Int] = [:]
    /// Names as typed.
    var names: [String] = []
    /// Columns of the template that are printed for whoever types, and not read.
    var ignored: Set<Int> = []
    /// Columns that nobody asked for; their cells are kept with the note.
    var unknown: [Int] = []

    static let printed: Set<String> = ["what", "marking", "within"]

    subscript(column: LogColumn) -> Int? { places[column] }
}

extension ActionLogReader {
    /// A row as it is quoted.
    private static func excerpt(_ row: [SheetCell]) -> String {
        let text = row.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
        return text.count > 60 ? "\(text.prefix(60))…" : text
    }

    /// Nil where columns are missing without which no row can be read.
    mutating func columns(_ header: [SheetCell]) -> LogColumns? {
        var columns = LogColumns(names: header.map(\.text))
        guard header.count(where: { LogColumn.named($0.text) != nil }) > 1 else {
            report(
                as: .error, .logColumn,
                "no row of the file names its columns; the first is \(Self.excerpt(header).quoted)",
                at: header[0],
                fix:
                    "begin it with the line time,team,inject,done,rating,note, or fill in the file that drillctl papers wrote"
            )
            return nil
        }
        for (index, cell) in header.enumerated() {
            let name = cell.text.lowercased()
            if let column = LogColumn.named(name) {
                if columns.places[column] == nil {
                    columns.places[column] = index
                } else {
                    report(
                        as: .error, .logColumn, "there are two columns \(column.rawValue.quoted)", at: cell,
                        fix: "give one of them another name")
                }
            } else if LogColumns.printed.contains(name) {
                columns.ignored.insert(index)
            } else {
                columns.unknown.append(index)
                guard !name.isEmpty else { continue }
                report(
                    as: .warning, .logColumn,
                    "the column \(cell.text.quoted) is not known; its cells are kept with the note",
                    at: cell,
                    fix: Suggestion.question(cell.text, among: LogColumn.allCases.map(\.rawValue)))
            }
        }
        let missing = LogColumn.required.filter { columns.places[$0] == nil }
        guard missing.isEmpty else {
            let names = missing.map(\.rawValue.quoted).joined(separator: ", ")
            report(
                as: .error, .logColumn,
                missing.count == 1 ? "the column \(names) is missing" : "the columns \(names) are missing",
                at: header[0],
                fix: "begin the file with the line time,team,inject,done,rating,note")
            return columns.places[.inject] == nil ? nil : columns
        }
        return columns
    }
}
