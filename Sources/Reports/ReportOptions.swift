public import Tabletop

/// What a run does not know by itself and pages show where it is given.
public struct ReportOptions: Sendable, Equatable {
    /// ISO 8601 calendar date on the cover. Nil prints none: the same run then gives the same bytes on any day.
    public var date: String?
    /// By company id.
    public var companies: [String: CompanyContext]

    public init(date: String? = nil, companies: [String: CompanyContext] = [:]) {
        self.date = date
        self.companies = companies
    }
}

/// One company's surroundings: its past, its peers, its people.
public struct CompanyContext: Sendable, Equatable {
    /// Nil where there is no earlier run with the same scenarios.
    public var last: EarlierStanding?
    /// Only where the exercise's disclosure policy allows it and the group is large enough: `PeerStanding.standings`.
    public var peers: PeerStanding?
    /// Why peers that the policy would allow are not shown; nil where they are, or where nobody may see them.
    public var peersWithheld: String?
    /// Nil where no meeting was recorded.
    public var people: PeopleSummary?

    public init(
        last: EarlierStanding? = nil, peers: PeerStanding? = nil, peersWithheld: String? = nil,
        people: PeopleSummary? = nil
    ) {
        self.last = last
        self.peers = peers
        self.peersWithheld = peersWithheld
        self.people = people
    }
}

/// How the company stood in its earlier run with the same scenarios.
public struct EarlierStanding: Sendable, Equatable {
    /// The earlier run's id.
    public var run: String
    /// ISO 8601 calendar date, where known.
    public var date: String?
    /// Overall score, 0 to 100.
    public var score: Double?
    /// Share of trials that reached the objective that is worst today.
    public var reached: Double?
    /// Why the two cannot be compared, such as "the model is 2.1.0, it was 2.0.0"; nil where they can.
    public var warning: String?

    public init(
        run: String, date: String? = nil, score: Double? = nil, reached: Double? = nil, warning: String? = nil
    ) {
        self.run = run
        self.date = date
        self.score = score
        self.reached = reached
        self.warning = warning
    }
}

/// Quartiles of the overall score among companies with the same set of scenarios, this one among them; multiples of 5, so
/// that a score of one company cannot be read off exactly, and most small changes between two reports do not show.
public struct PeerStanding: Sendable, Equatable {
    /// How many the quartiles are over, this one among them.
    public var companies: Int
    /// 0 to 100, a multiple of 5.
    public var lowerQuartile: Double
    /// 0 to 100, a multiple of 5.
    public var median: Double
    /// 0 to 100, a multiple of 5.
    public var upperQuartile: Double

    public init(companies: Int, lowerQuartile: Double, median: Double, upperQuartile: Double) {
        self.companies = companies
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
    }
}

/// How people acted in the exercise: expected actions by outcome, and HSEEP ratings of teams.
public struct PeopleSummary: Sendable, Equatable {
    /// Expected actions in all; the counts below add up to it.
    public var expected: Int
    /// Done by the time that the scenario asks for.
    public var inTime: Int
    /// Done after the time that the scenario asks for.
    public var late: Int
    /// Done, but nobody wrote down when, or no time was asked for.
    public var undated: Int
    /// Some of it, which does not count as done.
    public var partly: Int
    /// Put off until after the meeting.
    public var postponed: Int
    /// Not done at all.
    public var notDone: Int
    /// Evaluators disagree, and no lead has decided.
    public var notAgreed: Int
    /// No failure: nobody looked, or it was skipped.
    public var notEvaluated: Int
    /// One for each line of the evaluation guide, in its order.
    public var ratings: [Rated]
    /// Titles of the scenarios that were played.
    public var sessions: [String]

    /// A line of the evaluation guide with its rating.
    public struct Rated: Sendable, Equatable {
        /// The capability that the line is about.
        public var title: String
        /// P, S, M or U; nil: not evaluated.
        public var rating: String?

        public init(title: String, rating: String?) {
            self.title = title
            self.rating = rating
        }
    }

    public init(
        expected: Int, inTime: Int, late: Int, undated: Int, partly: Int = 0, postponed: Int = 0, notDone: Int,
        notAgreed: Int = 0, notEvaluated: Int, ratings: [Rated], sessions: [String] = []
    ) {
        self.expected = expected
        self.inTime = inTime
        self.late = late
        self.undated = undated
        self.partly = partly
        self.postponed = postponed
        self.notDone = notDone
        self.notAgreed = notAgreed
        self.notEvaluated = notEvaluated
        self.ratings = ratings
        self.sessions = sessions
    }

    /// What two sessions add up to.
    public func adding(_ other: PeopleSummary) -> PeopleSummary {
        PeopleSummary(
            expected: expected + other.expected, inTime: inTime + other.inTime, late: late + other.late,
            undated: undated + other.undated, partly: partly + other.partly, postponed: postponed + other.postponed,
            notDone: notDone + other.notDone,
            notAgreed: notAgreed + other.notAgreed,
            notEvaluated: notEvaluated + other.notEvaluated, ratings: ratings + other.ratings,
            sessions: sessions + other.sessions)
    }

    /// Counts an evaluation.
    ///
    /// - Parameters:
    ///   - titles: Of the evaluation guide's lines, by id; an id without one stands for itself.
    ///   - session: Title of the scenario that was played.
    public init(_ evaluation: Evaluation, titles: [String: String], session: String) {
        self.init(
            expected: evaluation.actions.count, inTime: evaluation.count(.inTime), late: evaluation.count(.late),
            undated: evaluation.count(.done), partly: evaluation.count(.partly),
            postponed: evaluation.count(.postponed), notDone: evaluation.count(.notDone),
            notAgreed: evaluation.count(.notAgreed),
            notEvaluated: evaluation.count(.notEvaluated) + evaluation.count(.skipped),
            ratings: evaluation.criteria.map {
                Rated(title: titles[$0.criterion] ?? $0.criterion, rating: $0.rating?.rawValue)
            }, sessions: [session])
    }
}
