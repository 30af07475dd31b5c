import DrillResults
import Reports
import Scenarios

/// What the pages of a run show beside it: the day, each company's past, its peers, its people.
struct ReportSurroundings {
    let loaded: LoadedExercise
    let analysis: RunAnalysis?
    /// ISO 8601 calendar date.
    let date: String
    /// By company id.
    let earlier: [String: CompanyContext]
    let people: [String: PeopleSummary]

    var options: ReportOptions {
        var companies = earlier
        for (id, summary) in people { companies[id, default: CompanyContext()].people = summary }
        let disclosure = loaded.exercise.disclosure
        let cards = (analysis?.companies ?? []).reduce(into: [String: Scorecard]()) { $0[$1.organization] = $1.scores }
        let sectors = loaded.organizations.reduce(into: [String: String]()) { $0[$1.id] = $1.sector?.rawValue }
        let standings = PeerStanding.standings(of: cards, sectors: sectors, under: disclosure)
        for id in cards.keys {
            if let standing = standings[id] {
                companies[id, default: CompanyContext()].peers = standing
            } else if disclosure.peers != .none {
                companies[id, default: CompanyContext()].peersWithheld =
                    sectors[id] == nil
                    ? "the company states no sector"
                    : "fewer than \(PeerStanding.leastGroup(under: disclosure)) companies of this sector with the same attacks"
            }
        }
        return ReportOptions(date: date, companies: companies)
    }
}
