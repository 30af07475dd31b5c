import Foundation
import Reports
import Scenarios
import Tabletop

/// What `record.json` holds beside the keys of every output: one tabletop session, what people did beside what was
/// simulated.
struct SessionRecord: Codable {
    var exercise: String
    var scenario: String
    var organization: String
    var marking: String
    var human: Evaluation
    var simulated: StoryForecast
    /// The decisions on the path that was played.
    var played: PlayedPath?
}

extension SessionRecord {
    /// How people acted, by company: the sessions of some records, several of one company added up.
    ///
    /// - Throws: `CommandFailure`: a file cannot be read, is no record, or belongs to another exercise.
    static func people(
        _ paths: [String], of loaded: LoadedExercise, in context: Context
    ) throws(CommandFailure) -> [String: PeopleSummary] {
        var people: [String: PeopleSummary] = [:]
        var seen: Set<[String]> = []
        for path in paths {
            let record = try read(path, in: context)
            guard record.exercise == loaded.exercise.id,
                loaded.organizations.contains(where: { $0.id == record.organization }),
                let scenario = loaded.scenarios.first(where: { $0.id == record.scenario })
            else {
                throw CommandFailure(
                    .wrongUsage,
                    "--record: '\(path.printable)' is of \(record.exercise), \(record.scenario), \(record.organization); that is no session of \(loaded.exercise.id)"
                        .printable)
            }
            guard seen.insert([record.scenario, record.organization]).inserted else {
                throw CommandFailure(
                    .wrongUsage,
                    "--record: '\(path.printable)' is a second record of \(record.scenario), \(record.organization)"
                        .printable)
            }
            let titles = Dictionary(scenario.evaluation.map { ($0.id, $0.capability) }) { first, _ in first }
            let summary = PeopleSummary(record.human, titles: titles, session: scenario.title)
            people[record.organization] = people[record.organization]?.adding(summary) ?? summary
        }
        return people
    }

    private static func read(_ path: String, in context: Context) throws(CommandFailure) -> SessionRecord {
        let bytes: [UInt8]
        switch DocumentLoader.disk.bytes(of: context.url(path).path) {
        case .success(let found): bytes = found
        case .failure(let failure):
            throw CommandFailure(.invalidDocument, "the file '\(path.printable)' \(failure.words)")
        }
        do {
            return try JSONDecoder().decode(SessionRecord.self, from: Data(bytes))
        } catch {
            throw CommandFailure(
                .invalidDocument,
                "the file '\(path.printable)' is no record of a session; drillctl record writes one as record.json")
        }
    }
}
