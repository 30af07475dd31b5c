internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// The notices of one company, by step.
struct AlertWatch {
    /// Place in the order of all notices, and the step that is noticed.
    let notices: [(place: Int, step: Int)]

    init(_ story: CompanyStory) { notices = story.notices.map { ($0.index, $0.step.step) } }

    /// A trial's first alert; nil where nobody notices anything.
    func first(_ batch: Batch, _ trial: Int) -> (step: Int, time: Float)? {
        var first: (step: Int, time: Float)?
        for notice in notices {
            let time = batch.alert(notice.place, trial: trial)
            if time < first?.time ?? .infinity { first = (notice.step, time) }
        }
        return first
    }

    /// A step's first alert; infinity: none.
    func alert(_ step: Int, _ batch: Batch, trial: Int) -> Float {
        notices.reduce(.infinity) { $1.step == step ? min($0, batch.alert($1.place, trial: trial)) : $0 }
    }
}

/// What became, in trials that went worse with a change, of the alert that came first without it.
struct LostAlerts: Sendable, Equatable {
    private var trials = 0
    /// By step: trials whose first alert was of it and does not come, or comes later and nothing else in its place.
    private var missing: [Int: Int] = [:]
    private var late: [Int: Int] = [:]

    mutating func add(_ first: (step: Int, time: Float)?, _ watch: AlertWatch, changed: Batch, trial: Int) {
        trials += 1
        guard let first else { return }
        // Another alert at the same time starts the same response.
        if let instead = watch.first(changed, trial),
            instead.time <= first.time
        {
            return
        }
        if watch.alert(first.step, changed, trial: trial) < .infinity {
            late[first.step, default: 0] += 1
        } else {
            missing[first.step, default: 0] += 1
        }
    }

    mutating func merge(_ other: LostAlerts) {
        trials += other.trials
        missing.merge(other.missing, uniquingKeysWith: +)
        late.merge(other.late, uniquingKeysWith: +)
    }

    /// One or two sentences with counts; nil where there was no such trial.
    ///
    /// - Parameter twoWay: Why the change can also make things worse; nil where it cannot.
    func words(_ scenario: Scenario, twoWay: String?) -> String? {
        guard trials > 0 else { return nil }
        let steps = Set(missing.keys).union(late.keys).map { step in
            (step: step, count: missing[step, default: 0] + late[step, default: 0])
        }.sorted { ($1.count, $0.step) < ($0.count, $1.step) }
        let lost = steps.reduce(0) { $0 + $1.count }
        let bothWays = twoWay.map { "The control acts both ways: \($0)" }
        guard lost > 0 else {
            return bothWays ?? "In none of these trials is the first alert lost; the attack only takes another course."
        }
        let all = Wording.count(trials)
        let share = lost == trials ? "all \(all)" : "\(Wording.count(lost)) of the \(all)"
        let these = trials == 1 ? "the one trial that goes worse" : "\(share) trials that go worse"
        var words = "The first alert is lost in \(these): "
        words += steps.prefix(2).map { step, count in
            let title = scenario.steps[step].title.isEmpty ? scenario.steps[step].id : scenario.steps[step].title
            let often = steps.count == 1 ? "" : "in \(Wording.count(count)) "
            return "\(often)that of \u{201C}\(title)\u{201D}, which \(fate(of: step))"
        }.joined(separator: "; ")
        let rest = steps.dropFirst(2).reduce(0) { $0 + $1.count }
        if rest > 0 { words += "; in \(Wording.count(rest)) that of other steps" }
        words += ". So the response begins too late."
        // The rest is what the control does by itself.
        if let bothWays, lost < trials { words = "\(bothWays) \(words)" }
        return words
    }

    private func fate(of step: Int) -> String {
        let (gone, later) = (missing[step, default: 0], late[step, default: 0])
        if later == 0 { return "does not come any more" }
        if gone == 0 { return "comes later" }
        return "does not come in \(Wording.count(gone)) and comes later in \(Wording.count(later))"
    }
}
