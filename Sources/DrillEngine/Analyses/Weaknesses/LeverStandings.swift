internal import DrillKernel
public import DrillResults
public import Scenarios

/// How levers of earlier runs stand in an exercise's documents: whether the target is reached, and whether some
/// scenario depends on it. Nothing but graphs is looked at.
public struct LeverStandings: Sendable {
    private let loaded: LoadedExercise
    private let settings: RunSettings

    public init(_ loaded: LoadedExercise, settings: RunSettings) {
        self.loaded = loaded
        self.settings = settings
    }

    /// By the action's number; none for actions without lever or of companies that take no part.
    ///
    /// - Throws: `CompileError`, or `CancellationError` when the task is cancelled.
    public func standings(of actions: [RegisteredAction]) async throws -> [Int: LeverStanding] {
        var standings: [Int: LeverStanding] = [:]
        for company in loaded.organizations {
            let own = actions.filter { $0.organization == company.id && $0.lever != nil }
            guard !own.isEmpty else { continue }
            let found = own.map { finding($0, in: company) }
            let tested = try await self.tested(found, in: company)
            for ((action, finding), tested) in zip(zip(own, found), tested) {
                standings[action.number] = LeverStanding(level: finding.level, now: finding.now, isTested: tested)
            }
        }
        return standings
    }

    /// Median hours that a lever's target has as the documents are today; nil for levers that are no times.
    public func targetHours(of lever: Lever, in organization: String) -> Double? {
        guard let company = loaded.organizations.first(where: { $0.id == organization }),
            let change = LeverAnalysis(loaded, settings: settings).changes(company).first(where: {
                $0.lever.id == lever.id
            })
        else { return nil }
        var changed = company
        change.apply(&changed)
        return ResponseStanding(lever: lever, organization: changed).median
    }

    private func finding(_ action: RegisteredAction, in company: Organization) -> Finding {
        guard let lever = action.lever else { return .gone }
        return lever.kind == .control
            ? ControlLeverStanding(lever: lever, organization: company, catalog: loaded.catalog).finding
            : ResponseStanding(lever: lever, organization: company).finding(targetHours: action.targetHours)
    }

    /// Whether taking back what is reached changes the graph of some scenario.
    private func tested(_ findings: [Finding], in company: Organization) async throws -> [Bool] {
        let probes = findings.map { LeverChange(lever: LeverSet().change([]).lever, apply: $0.takeBack) }
        let passes = try await LeverStories(
            loaded: loaded, settings: settings, company: company, columns: FigureColumns()
        ).passes(loaded.scenarios.map { _ in probes })
        return probes.indices.map { probe in passes.contains { $0?.variants[probe] != nil } }
    }
}

/// How one lever stands.
struct Finding: Sendable {
    var level: LeverStanding.Level
    var now: String
    /// Undoes what is reached, to see whether anything depends on it.
    var takeBack: @Sendable (inout Organization) -> Void = { _ in }

    static let gone = Finding(level: .gone, now: "not in the documents")
}

/// A control's target in a scope.
struct ControlLeverStanding {
    let lever: Lever
    let organization: Organization
    let catalog: Catalog

    var finding: Finding {
        guard let control = catalog.controls.first(where: { $0.id == lever.control }), let scope else { return .gone }
        let today = Today(control, in: scope, of: organization)
        let words = today.words(control)
        var weakest = ControlSetting()
        weakest.level = .known(control.levels[0].id)
        if isKeys {
            weakest = today.setting
            weakest.keys = .sameHost
        }
        guard let reached = isReached(control, today) else { return Finding(level: .unknown, now: words) }
        return Finding(level: reached ? .reached : .below, now: words) { [weakest] in
            scope.set(control.id, weakest, in: &$0)
        }
    }

    /// Nil where nobody knows.
    private func isReached(_ control: Control, _ today: Today) -> Bool? {
        guard let level = today.level, let coverage = today.coverage else { return nil }
        if isKeys { return level > 0 && ![nil, .sameHost].contains(today.setting.keys) }
        guard let target = control.levels.firstIndex(where: { $0.id == targetLevel }) else { return false }
        return level >= target && coverage >= 1
    }

    /// Where the control is set now: the lever's scope, or the next wider one where it says nothing (any more).
    private var scope: ControlScope? {
        let all = ControlScope.all(in: organization)
        guard let own = all.first(where: { $0.path(in: organization) == path }) else { return nil }
        return own.andWider.first { $0.answer(to: lever.control ?? "", in: organization) != nil } ?? .organization
    }

    /// What stands before the control in the lever's id: see `ControlScope.path`.
    private var path: Substring { lever.id.prefix(lever.id.count - target.count - 1 - (lever.control ?? "").count) }

    private var target: Substring { lever.id.split(separator: "/").last ?? "" }
    private var isKeys: Bool { target == "keys in an hsm" }
    private var targetLevel: Substring { target.split(separator: " ").first ?? "" }
}

/// A hand-off's, the chain's or containment's target.
struct ResponseStanding {
    let lever: Lever
    let organization: Organization

    /// Nil where there is no such thing any more, or nobody knows its times.
    var median: Double? {
        guard !is24x7, let times else { return nil }
        var sum = 0.0
        for case .known(let time) in times {
            sum += Double(time.quantile().sample(word: UInt32(1) << 31))
        }
        return times.contains(.unknown) && !isForAll ? nil : sum
    }

    func finding(targetHours: Double?) -> Finding {
        guard let response = organization.response, let times else { return .gone }
        let handOffs = response.chain.filter { isForAll || $0.id == name }
        let isAlways = lever.kind == .containment || handOffs.allSatisfy { $0.hours ?? .always == .always }
        let takeBack: @Sendable (inout Organization) -> Void = { [self] in slowDown(&$0) }
        if is24x7 {
            let now = handOffs.first?.hours?.words ?? "round the clock"
            return Finding(level: isAlways ? .reached : .below, now: now, takeBack: takeBack)
        }
        guard let median, let targetHours else {
            return Finding(level: .unknown, now: times.contains(.unknown) ? "unknown" : "no target was kept")
        }
        let isReached = median <= targetHours * 1.000_001 && (isAlways || !isForAll)
        let hours = isForAll && !isAlways ? ", not round the clock" : ""
        return Finding(
            level: isReached ? .reached : .below,
            now: "median \(Wording.hours(median))\(hours), to be \(Wording.hours(targetHours)) at most",
            takeBack: takeBack)
    }

    private var parts: [Substring] { lever.id.split(separator: "/") }
    private var name: String { parts.count > 1 ? String(parts[1]) : "" }
    private var isForAll: Bool { name == "all" }
    private var is24x7: Bool { parts.last == "24x7" }

    /// Nil where there is no such thing any more.
    private var times: [Answer<Distribution>]? {
        guard let response = organization.response else { return nil }
        if lever.kind == .containment {
            if isForAll { return response.containment.sorted { $0.key < $1.key }.map(\.value) }
            guard organization.departments.contains(where: { $0.id == name }) else { return nil }
            return (response.containment[name] ?? response.containment["default"]).map { [$0] }
        }
        let handOffs = response.chain.filter { isForAll || $0.id == name }
        return handOffs.isEmpty ? nil : handOffs.map(\.duration)
    }

    /// Ten times as slow.
    private func slowDown(_ changed: inout Organization) {
        func slower(_ answer: Answer<Distribution>) -> Answer<Distribution> {
            if case .known(let time) = answer { .known(time.scaled(by: 10)) } else { answer }
        }
        if lever.kind == .containment {
            changed.response?.containment = (organization.response?.containment ?? [:]).mapValues(slower)
            return
        }
        for (index, handOff) in (organization.response?.chain ?? []).enumerated() where isForAll || handOff.id == name {
            changed.response?.chain[index].duration = slower(handOff.duration)
        }
    }
}
