internal import DrillResults
internal import Scenarios

/// The levers of the response: each hand-off and the whole chain twice as fast, round the clock, and containment twice
/// as fast, by department and in all of them. Answers that are unknown have nothing to be halved.
struct ResponseLevers {
    let organization: Organization

    var all: [CompanyLever] {
        guard let response = organization.response else { return [] }
        return handOffs(response) + chain(response) + containment(response)
    }

    private func handOffs(_ response: Response) -> [CompanyLever] {
        response.chain.indices.flatMap { index -> [CompanyLever] in
            let handOff = response.chain[index]
            let scope = department(handOff.by)
            var changes: [CompanyLever] = []
            if case .known(let today) = handOff.duration {
                changes.append(
                    change(
                        .handOff(.one(handOff.id), to: .faster), title: "Hand-off “\(handOff.id)”", scope: scope,
                        now: today.words(in: handOff.hours),
                        target: "Twice as fast", effort: ResponseEffort.faster
                    ) { $0.response?.chain[index].duration = .known(today.scaled(by: 0.5)) })
            }
            if let hours = handOff.hours, hours != .always {
                changes.append(
                    change(
                        .handOff(.one(handOff.id), to: .roundTheClock), title: "Hand-off “\(handOff.id)”", scope: scope,
                        now: hours.words,
                        target: "Round the clock", effort: ResponseEffort.roundTheClock
                    ) { $0.response?.chain[index].hours = .always })
            }
            return changes
        }
    }

    private func chain(_ response: Response) -> [CompanyLever] {
        guard response.chain.count > 1 else { return [] }
        let whole = ("whole company", String?.none)
        let targets: [(LeverID.HandOffTarget, factor: Double, words: String)] = [
            (.faster, 0.5, "Twice as fast"), (.tenfold, 0.1, "Ten times as fast"),
        ]
        return targets.map { target, factor, words in
            change(
                .handOff(.all, to: target), title: "All hand-offs, round the clock", scope: whole,
                now: "\(response.chain.count) hand-offs", target: words,
                effort: ResponseEffort.chain(of: response.chain.count, tenfold: target == .tenfold)
            ) { organization in
                for index in response.chain.indices {
                    if case .known(let today) = response.chain[index].duration {
                        organization.response?.chain[index].duration = .known(today.scaled(by: factor))
                    }
                    organization.response?.chain[index].hours = .always
                }
            }
        }
    }

    private func containment(_ response: Response) -> [CompanyLever] {
        let known = response.containment.compactMapValues { answer in
            if case .known(let distribution) = answer { distribution } else { nil }
        }
        var changes: [CompanyLever] = known.sorted { $0.key < $1.key }.compactMap { id, today in
            guard id != "default" else { return nil }
            return change(
                .containment(.one(id)), title: "Containment", scope: department(id), now: today.words,
                target: "Twice as fast", effort: ResponseEffort.containment
            ) { $0.response?.containment[id] = .known(today.scaled(by: 0.5)) }
        }
        if !known.isEmpty {
            changes.append(
                change(
                    .containment(.all), title: "Containment", scope: ("all departments", nil),
                    now: known["default"]?.words ?? "\(known.count) departments", target: "Twice as fast",
                    effort: ResponseEffort.containment(departments: organization.departments.count)
                ) { organization in
                    for (id, today) in known {
                        organization.response?.containment[id] = .known(today.scaled(by: 0.5))
                    }
                })
        }
        return changes
    }

    private func department(_ id: String) -> (name: String, id: String?) {
        let department = organization.departments.first { $0.id == id }
        return (department?.name ?? id, department?.id)
    }

    private func change(
        _ id: LeverID, title: String, scope: (name: String, id: String?), now: String,
        target: String, effort: Effort, apply: @escaping @Sendable (inout Organization) -> Void
    ) -> CompanyLever {
        CompanyLever(
            lever: Lever(
                id: id, family: "response", title: title, scope: scope.name,
                department: scope.id, departmentName: scope.id.map { _ in scope.name }, now: now, target: target,
                action: "\(title), \(scope.name): \(target.lowercased()).", effort: effort, mitigations: [],
                nist: id.kind == .containment ? ["IR-4"] : ["IR-4", "IR-6"], twoWay: nil),
            apply: apply)
    }
}
