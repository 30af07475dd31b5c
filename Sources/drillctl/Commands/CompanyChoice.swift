import ArgumentParser
import DrillResults
import Scenarios

/// Which companies of an exercise or a run are meant.
enum CompanyChoice {
    /// Throws `CommandFailure` (wrong usage) for a company that there is not, with the one that was probably meant.
    static func check(_ ids: [String], among known: [String]) throws(CommandFailure) {
        for id in ids where !known.contains(id) {
            let proposal = Suggestion.question(id, among: known) ?? "there are: \(known.joined(separator: ", "))"
            throw CommandFailure(
                .wrongUsage, "there is no company with the id '\(id.printable)'; \(proposal.printable)")
        }
    }
}
