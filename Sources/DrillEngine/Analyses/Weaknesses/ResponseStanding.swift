internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// A hand-off's, the chain's or containment's target.
struct ResponseStanding {
    private let organization: Organization
    private let isContainment: Bool
    private let part: ResponsePart
    /// Whether the hours are asked for, not the time it takes.
    private let isAboutHours: Bool

    /// Nil for levers of controls.
    init?(_ lever: LeverID, organization: Organization) {
        switch lever {
        case .control: return nil
        case .handOff(let part, let target):
            (isContainment, self.part, isAboutHours) = (false, part, target == .roundTheClock)
        case .containment(let part): (isContainment, self.part, isAboutHours) = (true, part, false)
        }
        self.organization = organization
    }

    /// Nil where there is no such thing any more, or nobody knows its times.
    var median: Double? {
        guard !isAboutHours, let times else { return nil }
        var sum = 0.0
        for case .known(let time) in times {
            sum += Double(time.quantile().sample(word: UInt32(1) << 31))
        }
        return times.contains(.unknown) && part != .all ? nil : sum
    }

    func finding(targetHours: Double?) -> Finding {
        guard let times else { return .gone }
        let handOffs = isContainment ? [] : handOffs
        let isAlways = handOffs.allSatisfy { $0.hours ?? .always == .always }
        let takeBack: @Sendable (inout Organization) -> Void = { [self] in slowDown(&$0) }
        if isAboutHours {
            let now = handOffs.first?.hours?.words ?? "round the clock"
            return Finding(level: isAlways ? .reached : .below, now: now, takeBack: takeBack)
        }
        guard let median, let targetHours else {
            return Finding(level: .unknown, now: times.contains(.unknown) ? "unknown" : "no target was kept")
        }
        let isReached = median <= targetHours * 1.000_001 && (isAlways || part != .all)
        let hours = part == .all && !isAlways ? ", not round the clock" : ""
        return Finding(
            level: isReached ? .reached : .below,
            now: "median \(Wording.hours(median))\(hours), to be \(Wording.hours(targetHours)) at most",
            takeBack: takeBack)
    }

    private func concerns(_ handOff: HandOff) -> Bool { part == .all || part == .one(handOff.id) }

    private var handOffs: [HandOff] { (organization.response?.chain ?? []).filter(concerns) }

    /// Nil where there is no such thing any more.
    private var times: [Answer<Distribution>]? {
        guard let response = organization.response else { return nil }
        guard isContainment else { return handOffs.isEmpty ? nil : handOffs.map(\.duration) }
        switch part {
        case .all: return response.containment.sorted { $0.key < $1.key }.map(\.value)
        case .one(let department):
            guard organization.departments.contains(where: { $0.id == department }) else { return nil }
            return (response.containment[department] ?? response.containment["default"]).map { [$0] }
        }
    }

    /// Ten times as slow.
    private func slowDown(_ changed: inout Organization) {
        func slower(_ answer: Answer<Distribution>) -> Answer<Distribution> {
            if case .known(let time) = answer { .known(time.scaled(by: 10)) } else { answer }
        }
        if isContainment {
            changed.response?.containment = (organization.response?.containment ?? [:]).mapValues(slower)
            return
        }
        for (index, handOff) in (organization.response?.chain ?? []).enumerated() where concerns(handOff) {
            changed.response?.chain[index].duration = slower(handOff.duration)
        }
    }
}
