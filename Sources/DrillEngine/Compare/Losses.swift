internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// The cuts of a graph by what brings them.
enum CutKind: CaseIterable {
    /// Of departments, after an alert.
    case containment
    /// By what people decide.
    case decision
    /// By an asset that goes down.
    case outage

    /// Where they stand among a drill's cuts.
    func cuts(of drill: CompiledDrill) -> Range<Int> {
        let (groups, decisions) = (drill.description.groups.count, drill.decisions.count)
        return switch self {
        case .containment: 0..<groups
        case .decision: groups..<groups + decisions
        case .outage: groups + decisions..<groups + drill.description.interventions.count
        }
    }
}

/// What was lost in trials that went worse with a change: by the kind of cut with which, held at its former times, the harm
/// is undone; and what became of the alert that came first.
struct Losses: Sendable, Equatable {
    private var trials = 0
    /// Trials by what undoes the harm; the first kind that does.
    private var kinds: [CutKind: Int] = [:]
    /// By step: trials whose first alert was of it and does not come, or comes later and nothing else in its place.
    private var missing: [Int: Int] = [:]
    private var late: [Int: Int] = [:]

    /// Counts a trial.
    ///
    /// - Parameter kind: What undoes the harm; nil: nothing alone.
    mutating func add(_ kind: CutKind?) {
        trials += 1
        if let kind { kinds[kind, default: 0] += 1 }
    }

    /// Counts what became of the alert that came first in a trial.
    mutating func follow(_ first: (step: Int, time: Float)?, _ watch: AlertWatch, changed: Batch, trial: Int) {
        guard let first else { return }
        // Another alert at the same time starts the same response.
        if let instead = watch.first(changed, trial), instead.time <= first.time { return }
        if watch.alert(first.step, changed, trial: trial) < .infinity {
            late[first.step, default: 0] += 1
        } else {
            missing[first.step, default: 0] += 1
        }
    }

    mutating func merge(_ other: Losses) {
        trials += other.trials
        kinds.merge(other.kinds, uniquingKeysWith: +)
        missing.merge(other.missing, uniquingKeysWith: +)
        late.merge(other.late, uniquingKeysWith: +)
    }

    /// What is lost, with counts; nil where there was no such trial.
    ///
    /// - Parameter twoWay: Why the change can also make things worse; nil where it cannot.
    func reason(_ scenario: Scenario, twoWay: String?) -> Tripwire.Reason? {
        guard trials > 0 else { return nil }
        let alerts = alerts(scenario)
        let sentences = [
            alerts,
            sentence(kinds[.decision, default: 0], "a decision is lost: the step that brought it on no longer comes"),
            sentence(kinds[.outage, default: 0], "an outage is lost: what would have been down is robbed"),
        ].compactMap(\.self)
        let explained = kinds.values.reduce(0, +)
        var words = sentences.joined(separator: " ")
        if let twoWay, explained < trials || words.isEmpty {
            // The rest is what the control does by itself.
            words = "The control acts both ways: \(twoWay)" + (words.isEmpty ? "" : " \(words)")
        }
        if words.isEmpty {
            words = "In none of these trials is the first alert lost; the attack only takes another course."
        }
        return Tripwire.Reason(kind: kind(isTwoWay: twoWay != nil), why: words)
    }

    private func kind(isTwoWay: Bool) -> Tripwire.Kind {
        let most = CutKind.allCases.max { kinds[$0, default: 0] < kinds[$1, default: 0] } ?? .containment
        guard 2 * kinds[most, default: 0] >= trials else { return isTwoWay ? .twoWay : .several }
        return switch most {
        case .containment: .tripwire
        case .decision: .decision
        case .outage: .outage
        }
    }

    private func sentence(_ count: Int, _ what: String) -> String? {
        count == 0 ? nil : "In \(these(count)) \(what)."
    }

    /// "all 40 trials that go worse"
    private func these(_ count: Int) -> String {
        let all = Wording.count(trials)
        let share = count == trials ? "all \(all)" : "\(Wording.count(count)) of the \(all)"
        return trials == 1 ? "the one trial that goes worse" : "\(share) trials that go worse"
    }

    private func alerts(_ scenario: Scenario) -> String? {
        let steps = Set(missing.keys).union(late.keys).map { step in
            (step: step, count: missing[step, default: 0] + late[step, default: 0])
        }.sorted { ($1.count, $0.step) < ($0.count, $1.step) }
        let lost = steps.reduce(0) { $0 + $1.count }
        guard lost > 0 else { return nil }
        var words = "The first alert is lost in \(these(lost)): "
        words += steps.prefix(2).map { step, count in
            let title = scenario.steps[step].title.isEmpty ? scenario.steps[step].id : scenario.steps[step].title
            let often = steps.count == 1 ? "" : "in \(Wording.count(count)) "
            return "\(often)that of \u{201C}\(title)\u{201D}, which \(fate(of: step))"
        }.joined(separator: "; ")
        let rest = steps.dropFirst(2).reduce(0) { $0 + $1.count }
        if rest > 0 { words += "; in \(Wording.count(rest)) that of other steps" }
        return words + ". So the response begins too late."
    }

    private func fate(of step: Int) -> String {
        let (gone, later) = (missing[step, default: 0], late[step, default: 0])
        if later == 0 { return "does not come any more" }
        if gone == 0 { return "comes later" }
        return "does not come in \(Wording.count(gone)) and comes later in \(Wording.count(later))"
    }
}
