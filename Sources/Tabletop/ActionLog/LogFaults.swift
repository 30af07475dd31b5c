internal import Scenarios

/// One sentence where a file was spoilt as a whole, instead of one for each row.
struct LogFaults {
    /// Rows below the header.
    let rows: Int
    /// With fewer rows each can be told.
    private static let fewest = 10

    /// - Parameter diagnostics: of the rows.
    func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        if let fault = moved(diagnostics, .logCells) {
            return [
                told(
                    fault,
                    "nearly every row has more cells than the header: a cell of the header is gone, or the rows have got one more",
                    fix: "compare the header with the file that drillctl papers wrote, and the rows with the header")
            ]
        }
        if let fault = moved(diagnostics, .unknownInject) {
            return [
                told(
                    fault, "nearly no row is about something of this scenario; here \(fault.message)",
                    fix: "see whether the columns have moved, and whether --scenario names the story that was played")
            ]
        }
        return folded(diagnostics)
    }

    /// The first error of a rule that four of five rows break; nil where fewer do.
    private func moved(_ diagnostics: [Diagnostic], _ rule: Rule) -> Diagnostic? {
        let found = diagnostics.filter { $0.rule == rule.rawValue && $0.severity == .error }
        return found.count >= Self.fewest && found.count * 5 >= rows * 4 ? found[0] : nil
    }

    private func told(_ first: Diagnostic, _ message: String, fix: String) -> Diagnostic {
        var told = first
        (told.message, told.fix) = (message, fix)
        return told
    }

    /// What is wrong in many rows in the same words is told once, with how many more there are.
    private func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let once: Set<String> = Set(
            [Rule.unknownTeam, .unknownInject, .ambiguous, .unknownWord, .duration].map(\.rawValue))
        var places: [String: Int] = [:]
        var more: [Int: Int] = [:]
        var folded: [Diagnostic] = []
        for diagnostic in diagnostics {
            let key = "\(diagnostic.rule) \(diagnostic.message)"
            if once.contains(diagnostic.rule), let place = places[key] {
                more[place, default: 0] += 1
            } else {
                places[key] = folded.count
                folded.append(diagnostic)
            }
        }
        for (place, count) in more {
            folded[place].message += ", and so in \(count == 1 ? "one more row" : "\(count) more rows")"
        }
        return folded
    }
}
