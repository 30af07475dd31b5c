internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Tells one trial of one organization in plain words.
struct TrialTeller {
    let story: CompanyStory
    let batch: Batch
    /// Within the batch.
    let trial: Int

    private typealias Event = TrialTimeline.Event

    /// By time; at equal times the attack first, then notices, the response, impacts and objectives.
    func events() -> [TrialTimeline.Event] {
        let all = steps() + notices() + response() + decisions() + impacts() + objectives()
        let within = all.filter { Float($0.hours) <= job.description.horizon }
        return within.enumerated().sorted {
            ($0.element.hours, $0.offset) < ($1.element.hours, $1.offset)
        }.map(\.element)
    }

    /// What the company's clocks show some hours after zero hour.
    func shown(after hours: Float) -> LocalTime {
        job.members[member].clock.shown(after: Double(hours), phase: batch.hourOfWeek(member, trial: trial))
    }

    private var job: CompiledDrill { story.drill }
    private var member: Int { story.member }
    private var organization: Organization { story.organization }

    private func event(_ time: Float, _ kind: TrialTimeline.Kind, text: String) -> [Event] {
        time < .infinity ? [Event(hours: Double(time), local: shown(after: time), kind: kind, text: text)] : []
    }

    private func steps() -> [Event] {
        let suppliers = Set(organization.suppliers.map(\.organization))
        return job.nodes.indices.flatMap { node -> [Event] in
            guard case .step(let step, let place) = job.nodes[node] else { return [] }
            let isOwn = place.organization == member
            let owner = job.members[place.organization].organization
            guard isOwn || job.scenario.steps[step].at == .supplier && suppliers.contains(owner.id) else { return [] }
            let technique =
                (job.scenario.steps[step].technique ?? job.scenario.steps[step].action).map { " [\($0)]" } ?? ""
            let spot = isOwn ? job.asset(place).label : story.words(ofSupplier: place.organization)
            return event(
                batch.completion(node, trial: trial), .attack,
                text: "\(job.scenario.steps[step].title): \(spot)\(technique)")
        }
    }

    private func notices() -> [Event] {
        let first = batch.detection(member, trial: trial)
        var named = false
        return story.notices.flatMap { notice -> [Event] in
            let time = batch.alert(notice.index, trial: trial)
            let title = job.scenario.steps[notice.step.step].title
            let about = "“\(title)” on \(job.asset(notice.step.place).label)"
            let isFirst = time == first && !named
            if isFirst { named = true }
            return event(time, .notice, text: "\(isFirst ? "First alert: " : "")\(notice.channel.sentence) \(about)")
        }
    }

    private func response() -> [Event] {
        var events: [Event] = []
        let stages = organization.response?.chain ?? []
        for (number, time) in batch.handOffs(member, trial: trial).enumerated() {
            if number < stages.count {
                let by = organization.departments.first { $0.id == stages[number].by }?.name ?? stages[number].by
                events += event(time, .response, text: "\(by): “\(stages[number].id)” is done")
            } else {
                events += event(time, .response, text: "The alert has been taken up")
            }
        }
        for group in story.touchedGroups {
            let department = organization.departments[job.groups[group].department].name
            events += event(batch.cut(group, trial: trial), .response, text: "\(department) is contained")
        }
        return events
    }

    private func decisions() -> [Event] {
        job.decisions.enumerated().flatMap { index, meaning -> [Event] in
            guard meaning.organization == member else { return [] }
            let decision = job.scenario.decisions[meaning.decision]
            let cut = Int(job.description.cut(ofIntervention: index))
            return event(
                batch.cut(cut, trial: trial), .response,
                text: "Decided: \(decision.question) \(decision.options[meaning.option].text)")
        }
    }

    private func impacts() -> [Event] {
        var events: [Event] = []
        for exposure in story.who.exposures {
            let place = exposure.asset
            let all = job.asset(place).data?.records ?? 0
            let left = exposure.left(of: all, batch, trial)
            let count = left < all ? "in the end \(Wording.count(left)) of \(Wording.count(all))" : Wording.count(all)
            events += event(
                batch.completion(Int(exposure.node), trial: trial), .impact,
                text: "Readable data begins to leave: \(count) records of \(job.asset(place).label)")
        }
        for (place, node) in story.who.alterations {
            events += event(
                batch.completion(Int(node), trial: trial), .impact, text: "Data of \(job.asset(place).label) is altered"
            )
        }
        for (index, place) in job.repairs.enumerated() where place.organization == member {
            let outage = batch.sharedOutage(index, trial: trial)
            let own = batch.outage(index, trial: trial)
            let cause = own.from == .infinity ? " with its supplier" : ""
            events += event(outage.from, .impact, text: "\(job.asset(place).label) is down\(cause)")
            if outage.from < .infinity {
                events += event(outage.to, .response, text: "\(job.asset(place).label) works again")
            }
        }
        return events
    }

    private func objectives() -> [Event] {
        zip(job.scenario.objectives, story.who.objectives).flatMap { objective, node -> [Event] in
            guard let node else { return [] }
            return event(
                batch.completion(Int(node), trial: trial), .objective, text: "Objective reached: \(objective.title)")
        }
    }
}

extension Channel {
    /// The beginning of a sentence about an alert.
    var sentence: String {
        switch self {
        case .monitoring: "monitoring notices"
        case .people: "somebody reports"
        case .outsider: "an outsider tells of"
        case .announcement: "the attack announces itself:"
        }
    }
}
