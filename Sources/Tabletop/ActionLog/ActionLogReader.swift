public import Scenarios
internal import Texts

/// Reads an action log, made for people typing after the meeting, and reports all its problems at once.
public struct ActionLogReader {
    /// What came of reading.
    public struct Reading: Sendable {
        /// Nil where a diagnostic is an error.
        public var log: ActionLog?
        /// Sorted by place.
        public var diagnostics: [Diagnostic]
    }

    let session: Session
    let file: String
    private let subjects: Subjects
    private let teams: Teams
    var diagnostics: [Diagnostic] = []
    private var entries: [ActionLog.Entry] = []
    private var clock = LogClock()
    /// Of rows that name none.
    private let evaluator: String
    private var column = TimeColumn()
    private var refusedTimes: [SheetCell] = []

    private init(_ session: Session, file: String, evaluator: String) {
        self.session = session
        self.file = file
        self.evaluator = evaluator
        subjects = Subjects(session)
        teams = Teams(session.organization)
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - file: stands in diagnostics; nothing is read from it.
    ///   - evaluator: who wrote the rows that name nobody.
    public static func read(
        _ bytes: [UInt8], file: String, evaluator: String = "", for session: Session
    ) -> Reading {
        var reader = ActionLogReader(session, file: file, evaluator: evaluator)
        reader.read(bytes)
        let diagnostics = reader.diagnostics.sortedByPlace()
        return Reading(
            log: diagnostics.hasErrors ? nil : ActionLog(entries: reader.entries), diagnostics: diagnostics)
    }

    /// Reads the logs of several evaluators, each under the name of its file where its rows name nobody.
    ///
    /// - Returns: All rows, file by file. What two evaluators say differently about one thing is no contradiction.
    public static func read(_ files: [(bytes: [UInt8], file: String)], for session: Session) -> Reading {
        let readings = files.map { file in
            let name = file.file.split(separator: "/").last.map(String.init) ?? file.file
            let stem = name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
            let isLead = stem.lowercased() == ActionLog.Entry.lead
            return read(
                file.bytes, file: file.file,
                evaluator: files.count == 1 ? "" : isLead ? ActionLog.Entry.lead : stem, for: session)
        }
        let logs = readings.compactMap(\.log)
        return Reading(
            log: logs.count == files.count ? ActionLog(entries: logs.flatMap(\.entries)) : nil,
            diagnostics: readings.flatMap(\.diagnostics))
    }

    private mutating func read(_ bytes: [UInt8]) {
        let sheet = Sheet(bytes, path: file)
        diagnostics += sheet.diagnostics
        if sheet.encoding == .windows1252 {
            report(
                as: .warning, .encoding, "the file is no UTF-8; it was read as Windows-1252",
                at: SheetCell("", line: 1, column: 1), fix: "save it as UTF-8 if letters with accents look wrong")
        }
        // People keep the exercise's title and date above the header.
        let start = sheet.headerIndex { LogColumn.named($0) != nil }
        guard sheet.rows.indices.contains(start) else { return }
        let header = sheet.rows[start]
        if let separator = sheet.squeezed(from: start) {
            let (message, fix) = SqueezedSheet.words(separator)
            diagnostics.removeAll { $0.rule == SheetRule.quotes.rawValue }
            return report(as: .error, .logCells, message, at: header.cells[0], fix: fix)
        }
        guard let columns = columns(header.cells) else { return }
        let ofTheFile = diagnostics
        let rows = sheet.rows[(start + 1)...]
        readColumn(
            columns[.time].map { place in
                rows.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil }.filter { !$0.isEmpty }
            } ?? [])
        for row in rows { read(row.cells, columns, width: header.cells.count) }
        refuseTimes()
        diagnostics += LogContradictions(session: session, file: file, entries: entries).diagnostics()
        diagnostics = ofTheFile + LogFaults(rows: rows.count).told(Array(diagnostics.dropFirst(ofTheFile.count)))
    }

    // MARK: Rows

    private mutating func read(_ row: [SheetCell], _ columns: LogColumns, width: Int) {
        let cell = { (column: LogColumn) in columns[column].flatMap { $0 < row.count ? row[$0] : nil } }
        let first = row.first { !$0.text.isEmpty } ?? row[0]
        for extra in row.dropFirst(width) where !extra.text.isEmpty {
            report(
                as: .error, .logCells, "the row has \(row.count) cells, the header \(width)", at: extra,
                fix: "put quotation marks around a cell that holds the separator")
            break
        }
        let isBare = row.enumerated().allSatisfy { index, cell in
            cell.text.isEmpty || columns.ignored.contains(index) || columns[.team] == index
        }
        // A line of which only the team or the printed text is left says nothing.
        if isBare, cell(.inject)?.text.isEmpty != false { return }
        let subject = subject(cell(.inject), of: first)
        let team = team(cell(.team), subject)
        let done = word(
            cell(.done), column: "done", parse: TypedWords.done,
            fix: "write yes, no, partly, later or skipped, or leave it blank")
        let rating = word(cell(.rating), column: "rating", parse: TypedWords.rating, fix: ratingFix(cell(.rating)))
        let minutes = time(cell(.time))
        let storyHours = storyTime(cell(.after))
        var note = cell(.note)?.text ?? ""
        for index in columns.unknown where index < row.count && !row[index].text.isEmpty {
            note += (note.isEmpty ? "" : " ") + "[\(columns.names[index]): \(row[index].text)]"
        }
        let strength = strength(cell(.strength), &note)
        guard let subject else { return }
        // Only expected actions have outcomes for it; elsewhere the word is kept with the note.
        if let typed = cell(.done), let done, done != .done, done != .notDone, !subject.isAction {
            let what = if case .option(_, let option) = subject { option } else { "done" }
            note += (note.isEmpty ? "" : " ") + "[\(what): \(typed.text)]"
        }
        let entry = ActionLog.Entry(
            subject: subject, time: cell(.time)?.text ?? "", minutes: minutes, teams: team ?? [],
            done: done ?? impliedDone(rating), evaluator: evaluator(cell(.evaluator)),
            strength: strength, rating: rating, storyHours: storyHours,
            note: note,
            line: first.line)
        check(entry, rating: cell(.rating))
        checkAddress(cell(.note))
        checkAddress(cell(.strength))
        if entry.isLead, entry.done != nil || entry.rating != nil, entry.note.isEmpty {
            report(
                as: .error, .contradiction, "the lead evaluator decides without a reason",
                at: cell(.evaluator) ?? first,
                fix: "write the reason into the column \"note\"")
        }
        // Who it was is not known, so it contradicts nobody; the error is told already.
        if team == nil, cell(.team)?.text.isEmpty == false { return }
        entries.append(entry)
    }

    /// What went well. Some only tick the column: then it is what they noted.
    private mutating func strength(_ cell: SheetCell?, _ note: inout String) -> String {
        guard let cell else { return "" }
        switch YesNo.read(cell.text) {
        case nil: return cell.text
        case false?: return ""
        case true?:
            if note.isEmpty {
                report(
                    as: .error, .logCells, "the strength is ticked, and nothing says what went well", at: cell,
                    fix: "write it into the column \"strength\", or into \"note\"")
            }
            defer { note = "" }
            return note
        }
    }

    /// What is rated P, S or M was done; U is the contrary.
    private func impliedDone(_ rating: Rating?) -> ActionLog.Completion? {
        rating.map { $0 == .unable ? .notDone : .done }
    }

    private mutating func subject(_ cell: SheetCell?, of first: SheetCell) -> ActionLog.Subject? {
        guard let cell, !cell.text.isEmpty else {
            report(
                as: .error, .unknownInject, "the row names no inject", at: cell ?? first,
                fix: "write the inject's id or title, or delete the row")
            return nil
        }
        switch subjects.find(cell.text) {
        case .found(let subject): return subject
        case .decision(let id):
            let options = session.scenario.decisions.first { $0.id == id }?.options ?? []
            report(
                as: .error, .unknownInject,
                "\(cell.text.quoted) is a decision; the row must say which option was taken",
                at: cell,
                fix: "write \(options.map { "\(id)/\($0.id)".quoted }.joined(separator: " or "))")
        case .several(let keys):
            report(
                as: .error, .ambiguous, "\(cell.text.quoted) can mean several things", at: cell,
                fix: "write \(keys.map(\.quoted).joined(separator: " or "))")
        case .nothing(let suggestion):
            let ids = session.scenario.injects.map(\.id.quoted).joined(separator: ", ")
            report(
                as: .error, .unknownInject, "no inject, action, option or criterion is called \(cell.text.quoted)",
                at: cell,
                fix: suggestion.map { "did you mean \($0.quoted)?" } ?? "the injects are \(ids)")
        }
        return nil
    }

    private mutating func team(_ cell: SheetCell?, _ subject: ActionLog.Subject?) -> [String]? {
        guard let cell, !cell.text.isEmpty else { return nil }
        switch teams.find(cell.text) {
        case .found(let names):
            if case .inject? = subject { return names }
            guard let leader = names.first(where: Teams.leading.contains) else { return names }
            report(
                as: .error, .unknownTeam, "\(leader.quoted) does not play, so it is not rated", at: cell,
                fix: "write the department or role that did it, or leave the cell blank")
        case .several(let part, let names):
            report(
                as: .error, .ambiguous, "\(part.quoted) can be several departments", at: cell,
                fix: "write \(names.map(\.quoted).joined(separator: " or "))")
        case .nothing(let part, let suggestion):
            report(
                as: .error, .unknownTeam,
                "\(session.organization.name) has no department or role \(part.quoted); teams are rated, never persons",
                at: cell,
                fix: suggestion.map { "did you mean \($0.quoted)?" }
                    ?? "write one of \(teams.known.map(\.quoted).joined(separator: ", "))")
        }
        return nil
    }

    private mutating func word<Value>(
        _ cell: SheetCell?, column: String, parse: (String) -> Value??, fix: String
    ) -> Value? {
        guard let cell else { return nil }
        if let value = parse(cell.text) { return value }
        report(
            as: .error, .unknownWord, "\(cell.text.quoted) is no word for the column \(column.quoted)", at: cell,
            fix: fix)
        return nil
    }

    private func ratingFix(_ cell: SheetCell?) -> String {
        let isNumber = cell?.text.contains(where: \.isNumber) == true
        return (isNumber ? "P/S/M/U is no scale of numbers; " : "")
            + "write P, S, M or U, or leave it blank for \(Rating.notEvaluated.quoted)"
    }

    private mutating func storyTime(_ cell: SheetCell?) -> Double? {
        guard let cell, !cell.text.isEmpty else { return nil }
        if let hours = StoryTime.hours(cell.text) { return hours }
        report(
            as: .error, .duration, "\(cell.text.quoted) is no length of time", at: cell,
            fix: "write it like \"6 h\", \"90 min\" or \"2 d\"")
        return nil
    }

    private mutating func time(_ cell: SheetCell?) -> Int? {
        guard let cell, !cell.text.isEmpty else { return nil }
        guard let time = MeetingTime(cell.text, in: column) else {
            refusedTimes.append(cell)
            return nil
        }
        // Where the room is, nobody wrote: its clock is not compared with times of a zone.
        if column.mixedZones != nil, time.zone != nil { return nil }
        let (minutes, problem) = clock.place(time, text: cell.text)
        if let problem { report(as: .warning, .logTimeOrder, problem.message, at: cell, fix: problem.fix) }
        return minutes
    }

    private func evaluator(_ cell: SheetCell?) -> String {
        let name = (cell?.text ?? "").trimmed
        if name.isEmpty { return evaluator }
        return ["lead", "lead evaluator"].contains(name.lowercased()) ? ActionLog.Entry.lead : name
    }

    /// Teams are rated; a mail address or telephone number leads to a person.
    private mutating func checkAddress(_ cell: SheetCell?) {
        guard let cell, let address = PersonalAddress.first(in: cell.text) else { return }
        report(
            as: .warning, .contact, "the note holds \(address.quoted), which leads to a person; it is kept as typed",
            at: cell, fix: "take it out: teams are rated, never persons, and reports are passed on")
    }

    /// What the times of the column say together.
    private mutating func readColumn(_ cells: [SheetCell]) {
        column = TimeColumn(cells.map(\.text), schedule: session.exercise.schedule)
        guard let (zoned, bare) = column.mixedZones else { return }
        report(
            as: .warning, .logTimeOrder,
            "\(zoned.quoted) names a zone, \(bare.quoted) none; which came first is not judged between such times",
            at: cells.first { $0.text == zoned } ?? cells[0],
            fix: "write all of them as the clock in the room showed them, or each with its zone")
    }

    /// One word for all times of the column that cannot be read: they were mostly spoilt in one go.
    private mutating func refuseTimes() {
        guard let first = refusedTimes.first else { return }
        let rest = refusedTimes.count - 1
        let unclear =
            rest == 0
            ? "" : ", and \(rest == 1 ? "one more of the column is" : "\(rest) more of the column are") not clear"
        let (message, fix): (String, String) =
            switch column.doubt(first.text) {
            case .day:
                (
                    "\(first.text.quoted) can be two days\(unclear)",
                    "format the whole column as \"2026-11-24 10:40\", or as \"10:40\" where all was on one day"
                )
            case .number:
                (
                    "\(first.text.quoted) can be hours and minutes or a part of the day\(unclear)",
                    "format the whole column as a time (hh:mm) and save it again, or write it like \"10:40\""
                )
            case nil:
                (
                    "\(first.text.quoted) is no time\(rest == 0 ? "" : ", nor \(rest == 1 ? "is one more" : "are \(rest) more") of the column")",
                    "\(rest == 0 ? "" : "format the whole column as text and ")write it like \"10:40\", \"2026-11-24T10:40\" or \"+1:20\" (after the start)"
                )
            }
        report(as: .error, .logTime, message, at: first, fix: fix)
    }

    // MARK: Contradictions within a row

    private mutating func check(_ entry: ActionLog.Entry, rating: SheetCell?) {
        guard let cell = rating, let value = entry.rating else { return }
        if case .option = entry.subject {
            report(
                as: .error, .contradiction, "an option is taken or not; it has no rating", at: cell,
                fix: "rate the criterion in a row of its own")
            return
        }
        guard let (meaning, fix) = entry.done?.contradiction(to: value) else { return }
        let done = entry.done?.words ?? ""
        report(as: .error, .contradiction, "rated \(value.rawValue) but \(done): \(meaning)", at: cell, fix: fix)
    }

    mutating func report(
        as severity: Diagnostic.Severity, _ rule: Rule, _ message: String, at cell: SheetCell, fix: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                severity: severity, rule: rule.rawValue, file: file, line: cell.line, column: cell.column,
                message: message, fix: fix))
    }
}
