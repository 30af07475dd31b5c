internal import DrillKernel
internal import Foundation
internal import Scenarios

/// Who answers an attack: each member's hand-offs with its hours of the week, and the departments of those that take part,
/// each of which is contained as one.
struct ResponseTeams {
    /// One entry per containment group: member and department.
    private(set) var groups: [(organization: Int, department: Int)] = []
    private var groupOfDepartment: [Place: Int32] = [:]

    private struct Place: Hashable {
        var member: Int
        var department: Int
    }

    init(in draft: inout GraphDraft) {
        for member in draft.input.organizations.indices {
            addOrganization(member, in: &draft)
            if !draft.input.isExternal(member) { draft.make(HandOffs(member: member)) }
        }
        for member in draft.input.participants { addGroups(member, in: &draft) }
    }

    /// The containment group of an asset; nil for members that do not take part.
    func group(of place: AssetReference) -> Int32? {
        groupOfDepartment[Place(member: place.organization, department: place.department)]
    }

    private func addOrganization(_ member: Int, in draft: inout GraphDraft) {
        let scenario = draft.input.scenario
        var entry = ResponseOrganization()
        if !draft.input.isExternal(member) {
            let shift = zoneHours(draft.input.organizations[member].timeZone)
            let start = scenario.zeroHour.map {
                Double(Weekday.allCases.firstIndex(of: $0.weekday) ?? 0) * 24 + $0.hour
            }
            entry.phase = Float(((start ?? 0) + shift + 336).truncatingRemainder(dividingBy: 168))
            // Zero hour is one moment in the world.
            if start == nil {
                entry.phaseAddress = Address(draft.slots.entity("zero-hour", scenario.id), .zeroHour)
            }
        }
        draft.description.organizations.append(entry)
    }

    /// Standard time of the zone, without summer time: the week's rhythm, not a calendar.
    private func zoneHours(_ name: String?) -> Double {
        // A zone that this machine does not know stops the build.
        guard let name, let zone = TimeZone(identifier: name) else { return 0 }
        let midwinter = Date(timeIntervalSince1970: 1_768_478_400)
        return Double(zone.secondsFromGMT(for: midwinter)) / 3600
    }

    private mutating func addGroups(_ member: Int, in draft: inout GraphDraft) {
        let first = groups.count
        for number in draft.input.organizations[member].departments.indices {
            groupOfDepartment[Place(member: member, department: number)] = Int32(groups.count)
            draft.description.groups.append(ContainmentGroup(organization: Int32(member), span: Lapse()))
            groups.append((member, number))
        }
        draft.make(Containment(member: member, groups: first..<groups.count))
    }
}

/// A member's hand-offs, from an alert to those who contain.
struct HandOffs: GraphPiece {
    let member: Int

    var answering: Int? { member }

    func make(in draft: inout GraphDraft) {
        draft.description.organizations[member].chain = chain(in: &draft)
    }

    private func chain(in draft: inout GraphDraft) -> [Lapse] {
        let organization = draft.input.organizations[member].id
        let otherwise = draft.input.catalog.response.handOff
        guard let stages = draft.input.organizations[member].response?.chain, !stages.isEmpty else {
            draft.slots.assume("\(organization)/response")
            let entity = draft.slots.entity("hand-off", organization, "notice")
            return [
                draft.unknown(
                    otherwise, named: "hand-off/\(organization)", for: member, at: Address(entity, .handOff))
            ]
        }
        return stages.map { stage in
            let entity = draft.slots.entity("hand-off", organization, stage.id)
            return draft.answered(
                stage.duration, named: "\(organization)/response/\(stage.id)", otherwise: otherwise, for: member,
                at: Address(entity, .handOff), within: stage.hours)
        }
    }

    func note(in parts: inout ReplacedParts) { parts.organizations.insert(member) }
}

/// How long containing each of a member's departments takes.
struct Containment: GraphPiece {
    let member: Int
    /// One for each department, in their order.
    let groups: Range<Int>

    var answering: Int? { member }

    func make(in draft: inout GraphDraft) {
        let organization = draft.input.organizations[member]
        let stated = organization.response?.containment
        let otherwise = draft.input.catalog.response.containment
        for (group, department) in zip(groups, organization.departments) {
            let address = Address(draft.slots.entity("containment", organization.id, department.id), .containment)
            let span: Lapse
            if let answer = stated?[department.id] ?? stated?["default"] {
                span = draft.answered(
                    answer, named: "\(organization.id)/response/containment/\(department.id)", otherwise: otherwise,
                    for: member, at: address)
            } else {
                draft.slots.assume("\(organization.id)/response/containment")
                span = draft.unknown(otherwise, named: "containment/\(organization.id)", for: member, at: address)
            }
            draft.description.groups[group].span = span
        }
    }

    func note(in parts: inout ReplacedParts) { parts.groups.formUnion(groups) }
}

// MARK: - Times of the response

extension GraphDraft {
    /// A stated distribution, or for "unknown" the catalog's lognormal with a median drawn per world.
    ///
    /// - Parameters:
    ///   - name: What the answer is called where it is open.
    ///   - member: Whose answer it is.
    ///   - hours: When somebody works on it; nil: round the clock.
    mutating func answered(
        _ answer: Answer<Distribution>, named name: String, otherwise: UnknownTime, for member: Int,
        at address: Address, within hours: Hours? = nil
    ) -> Lapse {
        switch answer {
        case .known(let distribution):
            return Lapse(quantile: distribution.quantile(), calendar: calendar(hours), address: address)
        case .unknown:
            slots.leaveOpen(name)
            var span = unknown(otherwise, named: "unknown/\(name)", for: member, at: address)
            span.calendar = calendar(hours)
            return span
        }
    }

    /// The catalog's lognormal with a median drawn per world.
    ///
    /// - Parameter name: What the median is called.
    mutating func unknown(
        _ time: UnknownTime, named name: String, for member: Int, at address: Address
    ) -> Lapse {
        let slot = slots.figure(.response(name), time.medianHours, for: member, lowIsGood: true)
        return Lapse(
            quantile: .makeLognormal(median: 1, p90: time.spread), modifiers: [Modifier(value: slot)], address: address)
    }
}
