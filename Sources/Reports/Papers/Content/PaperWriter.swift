public import Scenarios
public import Tabletop

/// A file of a folder of papers.
public struct PaperFile: Sendable, Equatable {
    /// Relative to the folder, with forward slashes.
    public var path: String
    /// The whole file.
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Writes what people hold in their hands, and what comes out of the meeting.
public enum PaperWriter {
    /// A scenario that does not apply to an organization.
    public struct NotPlayed: Sendable, Equatable {
        /// The scenario's title.
        public var scenario: String
        /// The organization's name.
        public var organization: String
        /// What it lacks, in one sentence.
        public var reason: String

        public init(scenario: String, organization: String, reason: String) {
            self.scenario = scenario
            self.organization = organization
            self.reason = reason
        }
    }

    /// Every paper of a session, in the order in which a facilitator needs them.
    package static func papers(_ session: Session) -> [Paper] {
        [
            FacilitatorGuide(session: session).paper, EventsList(session: session).paper,
            SituationManual(session: session).paper, AgendaPaper(session: session).paper,
        ] + PlayerPacket.papers(session) + [
            EvaluationGuide(session: session).paper, FeedbackForm(session: session).paper,
            ActionSheet(session: session).paper,
        ]
    }

    /// Papers before the meeting: a folder for each scenario and organization, and an index.
    ///
    /// The folders are numbered, for a scenario's name would give the story away to players who see a path.
    public static func papers(
        _ sessions: [Session], exercise: Exercise, formats: Set<PaperFormat>, notPlayed: [NotPlayed]
    ) -> [PaperFile] {
        folder(sessions.map { ($0, papers($0)) }, of: exercise, formats: formats, notPlayed: notPlayed)
    }

    /// What comes out of the meeting: completed evaluation guide, after-action report, improvement plan, and an index.
    public static func record(
        _ session: Session, _ evaluation: Evaluation, formats: Set<PaperFormat>
    ) -> [PaperFile] {
        let report = AfterActionReport(session: session, evaluation: evaluation)
        let papers = [
            report.paper, EvaluationGuide(session: session, evaluation: evaluation).paper, report.planSheet,
        ]
        return folder([(session, papers)], of: session.exercise, formats: formats, notPlayed: [], isFlat: true)
    }

    private static func folder(
        _ sessions: [(Session, [Paper])], of exercise: Exercise, formats: Set<PaperFormat>, notPlayed: [NotPlayed],
        isFlat: Bool = false
    ) -> [PaperFile] {
        let frame = Frame(exercise)
        var files: [PaperFile] = []
        var entries: [PapersIndex.Entry] = []
        for (session, papers) in sessions {
            let prefix = isFlat ? "" : "scenario-\(session.number)/\(session.organization.id)/"
            var entry = PapersIndex.Entry(session: session, papers: [])
            for paper in papers {
                var written: [(PaperFormat, String)] = []
                for format in PaperFormat.allCases where formats.contains(format) || paper.isSheetOnly {
                    guard let bytes = format.bytes(of: paper, in: frame) else { continue }
                    let path = "\(prefix)\(paper.name).\(format.rawValue)"
                    files.append(PaperFile(path: path, bytes: bytes))
                    written.append((format, path))
                }
                if !written.isEmpty { entry.papers.append((paper, written.map { (format: $0.0, path: $0.1) })) }
            }
            entries.append(entry)
        }
        let index = PapersIndex(
            frame: frame, entries: entries,
            notPlayed: notPlayed.map { (scenario: $0.scenario, organization: $0.organization, reason: $0.reason) })
        return [PaperFile(path: "index.html", bytes: Array(index.html.utf8))] + files
    }
}
