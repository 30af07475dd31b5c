public import DrillResults
public import Scenarios

/// What attacks cost, in FAIR's terms: loss magnitude if the attack is tried, and a year's loss where a publication says
/// how often it is tried.
public struct LossAnalysis: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// One result for each participant, in the exercise's order; nil where its document carries no money. The same for
    /// any number of threads.
    ///
    /// - Parameter organizations: Only these participants; all when nil.
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func run(
        organizations: Set<String>? = nil, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [LossReport?] {
        let found = try await Drill(loaded, settings: settings).pass(
            LossReading(settings: settings), organizations: organizations, progress: progress)
        return zip(loaded.organizations, found).filter { organizations?.contains($0.0.id) ?? true }.map {
            Self.report(of: $0, $1.compactMap { $0 ?? nil })
        }
    }

    /// The same of a pass that has read everything.
    func reports(_ pass: RunPass) -> [LossReport?] {
        zip(loaded.organizations, pass.stories).map { Self.report(of: $0, $1.compactMap(\.loss)) }
    }

    private static func report(of company: Organization, _ stories: [StoryLoss]) -> LossReport? {
        company.loss.map { loss in
            LossReport(
                currency: loss.currency, stories: stories,
                figures: loss.items.map { LossFigure($0, of: company) })
        }
    }
}

/// Reads what stories cost.
struct LossReading: StoryReading {
    let settings: RunSettings

    func reader(of story: CompanyStory) -> LossReader? {
        guard story.applies else { return nil }
        return story.organization.loss.map { LossReader(story, loss: $0, settings: settings) }
    }

    func story(_ story: CompanyStory, _ tally: StoryLossTally?) -> StoryLoss? {
        tally.map { StoryLossMaker(scenario: story.scenario, settings: settings).loss($0) }
    }
}

extension LossFigure {
    /// What an item says, in words.
    init(_ item: LossItem, of organization: Organization) {
        let unit: String
        switch item.per {
        case .exposedRecord: unit = "per exposed record" + Self.list(item.data.map(\.rawValue))
        case .alteredRecord: unit = "per altered record" + Self.list(item.data.map(\.rawValue))
        case .downtimeHour:
            let assets = organization.departments.flatMap(\.assets)
            let names = item.assets.map { id in assets.first { $0.id == id }?.label ?? id }
            unit = "per hour of downtime" + (names.isEmpty ? "" : " of " + names.joined(separator: ", "))
        case .incident: unit = "per noticed attack"
        }
        self.init(
            name: "\(item.name ?? item.id), \(unit)", form: item.form.rawValue.replacing("-", with: " "),
            low: item.amount.low, likely: item.amount.likely, high: item.amount.high,
            source: Self.source(item.amount), isSecondary: item.isSecondary,
            chance: item.probability.map {
                LossChance(low: $0.low, likely: $0.likely, high: $0.high, source: Self.source($0))
            }, atMost: item.atMost)
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "" : " (\(words.map { $0.replacing("-", with: " ") }.joined(separator: ", ")))"
    }

    /// "A study (2025)"; a bare number is a judgement.
    private static func source(_ figure: Estimate) -> String {
        (figure.source ?? "judgement") + (figure.year.map { " (\($0))" } ?? "")
    }
}
