import DrillEngine
import DrillKernel
import Scenarios
import Testing

/// What must not move a figure: how finely a company is written down, and what nobody is after. Every story of the library
/// on every sample company.
///
/// Two points either way, beyond what chance explains: where parts have names of their own, their draws are others.
@Suite struct InvarianceTests {
    private static let points = 0.02

    /// How often each objective is reached by itself and with a change; nil: it cannot be lost.
    private struct Pair {
        var objective: Objective
        var before: [Float]
        var after: [Float]

        var change: Double {
            Double(after.count { $0 < .infinity } - before.count { $0 < .infinity }) / Double(before.count)
        }
        /// Three standard errors of the difference.
        var chance: Double {
            let moved = zip(before, after).count { ($0.0 < .infinity) != ($0.1 < .infinity) }
            return 3 * (Double(moved) / Double(before.count * before.count)).squareRoot()
        }
    }

    private func stage(_ story: Scenario, _ company: Organization) -> Stage {
        var stage = Stage(story, on: company)
        (stage.trials, stage.worlds) = (2400, 12)
        return stage
    }

    private func pairs(_ story: Scenario, _ company: Organization, _ changed: Organization) throws -> [Pair] {
        let (before, after) = (
            try stage(story, company).outcomes().trials.map(\.objectives),
            try stage(story, changed).outcomes().trials.map(\.objectives)
        )
        return story.objectives.enumerated().map { place, objective in
            Pair(objective: objective, before: before.map { $0[place] }, after: after.map { $0[place] })
        }
    }

    /// Expects that no objective moves by more than two points.
    private func expectNothing(
        _ pairs: [Pair], _ what: String, where counts: (Pair) -> Bool = { _ in true }
    ) {
        for pair in pairs where counts(pair) {
            #expect(abs(pair.change) <= Self.points + pair.chance, "\(what): \(pair.objective.id) \(pair.change)")
        }
    }

    private static var stories: [String] { get throws { try Library.stories().map(\.id) } }

    /// Twenty servers that nobody has a use for raise no alarm that one would not: from them no objective can be reached.
    @Test(arguments: try stories) func idleAssets(_ id: String) throws {
        let story = try Library.story(id)
        for company in try Library.companies() {
            let idle = (1...20).map { Asset.named("idle-\($0)") }
            let larger = made(company) { $0.departments[0].assets += idle }
            let useful = try objectives(of: story, led: idle.map(\.id), in: larger)
            expectNothing(try pairs(story, company, larger), "\(id) at \(company.id)") {
                !useful.contains($0.objective.id)
            }
        }
    }

    /// Objectives that can be reached from some assets.
    private func objectives(of story: Scenario, led ids: [String], in company: Organization) throws -> Set<String> {
        let drill = try stage(story, company).drill()
        let (job, member) = try #require(try drill.story(scenario: story.id, organization: company.id))
        var children = [[Int]](repeating: [], count: job.nodes.count)
        for (node, record) in job.description.nodes.enumerated() {
            for parent in record.parents { children[Int(parent)].append(node) }
        }
        var led: Set<Int> = []
        var open = job.nodes.indices.filter { node in
            if case .step(_, let place) = job.nodes[node] { ids.contains(job.asset(place).id) } else { false }
        }
        while let node = open.popLast() {
            if led.insert(node).inserted { open += children[node] }
        }
        return Set(
            zip(story.objectives, job.members[member].objectives).compactMap { objective, node in
                node.map { led.contains(Int($0)) } ?? false ? objective.id : nil
            })
    }

    /// One asset written down as ten, with a tenth of its members and records each.
    ///
    /// Left out is what by its nature is another thing for ten: what an answer covers for a share of the assets only is
    /// there or not for each of them, so shares are whole here; a worm gives each machine a chance of its own; and minor
    /// objectives are those of the first machine that is taken, which is drawn among all that there are.
    @Test(arguments: try stories.filter { $0 != "self-spreading-destruction" }) func splitAssets(_ id: String) throws {
        let story = try Library.story(id)
        for company in try Library.companies().map(\.coveredWhole) {
            for department in company.departments.indices {
                for asset in company.departments[department].assets {
                    let split = company.splitting(asset.id, into: 10)
                    expectNothing(try pairs(story, company, split), "\(id) at \(company.id), \(asset.id)") {
                        $0.objective.severity != .minor
                    }
                }
            }
        }
    }

    /// A department written down as two, with flat networks, the same controls and the same containment.
    @Test(arguments: try stories) func finerDepartments(_ id: String) throws {
        let story = try Library.story(id)
        for company in try Library.companies().map({ $0.with("segmentation", "flat") }) {
            for department in company.departments where department.assets.count > 1 {
                expectNothing(
                    try pairs(story, company, company.halving(department.id)),
                    "\(id) at \(company.id), \(department.id)")
            }
        }
    }

    /// The order in which departments, assets and links stand in the document changes no trial.
    @Test(arguments: try stories) func order(_ id: String) throws {
        let story = try Library.story(id)
        for company in try Library.companies() {
            let turned = made(company) {
                $0.departments.reverse()
                for department in $0.departments.indices { $0.departments[department].assets.reverse() }
                $0.suppliers.reverse()
            }
            for pair in try pairs(story, company, turned) {
                #expect(pair.before == pair.after, "\(id) at \(company.id): \(pair.objective.id)")
            }
        }
    }

    /// What is blocked still knocks: zero trust raises no critical objective.
    @Test(arguments: try stories) func zeroTrust(_ id: String) throws {
        let story = try Library.story(id)
        for company in try Library.companies() {
            let walled = company.with("segmentation", "zero-trust")
            for pair in try pairs(story, company, walled) where pair.objective.severity == .critical {
                #expect(
                    pair.change <= Self.points + pair.chance,
                    "\(id) at \(company.id): \(pair.objective.id) \(pair.change)")
            }
        }
    }
}

extension Answer<ControlSetting> {
    fileprivate var whole: Self {
        guard case .known(var setting) = self else { return self }
        setting.coverage = .known(1)
        return .known(setting)
    }
}

extension Organization {
    /// With answers that cover all they are about.
    fileprivate var coveredWhole: Organization {
        made(self) {
            $0.controls = $0.controls.mapValues(\.whole)
            for department in $0.departments.indices {
                $0.departments[department].controls = $0.departments[department].controls.mapValues(\.whole)
                for asset in $0.departments[department].assets.indices {
                    let controls = $0.departments[department].assets[asset].controls
                    $0.departments[department].assets[asset].controls = controls.mapValues(\.whole)
                }
            }
        }
    }

    /// An asset as several, each with its share of members and records; what reached it reaches all.
    fileprivate func splitting(_ id: String, into parts: Int) -> Organization {
        made(self) { organization in
            let others = (2...parts).map { "\(id)-\($0)" }
            for department in organization.departments.indices {
                for asset in organization.departments[department].assets.indices {
                    let reaches = organization.departments[department].assets[asset].reaches
                    if reaches.contains(id) { organization.departments[department].assets[asset].reaches += others }
                }
                guard let place = organization.departments[department].assets.firstIndex(where: { $0.id == id }) else {
                    continue
                }
                let part = made(organization.departments[department].assets[place]) {
                    $0.count = max($0.count / parts, 1)
                    if let records = $0.data?.records { $0.data?.records = max(records / parts, 1) }
                }
                organization.departments[department].assets[place] = part
                organization.departments[department].assets.insert(
                    contentsOf: others.map { other in made(part) { $0.id = other } }, at: place + 1)
            }
            organization.suppliers += organization.suppliers.filter { $0.to == id }.flatMap { link in
                others.map { other in made(link) { $0.to = other } }
            }
        }
    }

    /// A department as two, its assets and people dealt out.
    fileprivate func halving(_ id: String) -> Organization {
        made(self) { organization in
            guard let place = organization.departments.firstIndex(where: { $0.id == id }) else { return }
            let whole = organization.departments[place]
            let half = whole.assets.count / 2
            organization.departments[place].assets = Array(whole.assets.prefix(half))
            organization.departments[place].headcount = whole.headcount.map { $0 - $0 / 2 }
            organization.departments.insert(
                made(whole) {
                    $0.id = "\(id)-b"
                    $0.assets = Array(whole.assets.dropFirst(half))
                    $0.headcount = whole.headcount.map { $0 / 2 }
                }, at: place + 1)
            if let time = organization.response?.containment[id] {
                organization.response?.containment["\(id)-b"] = time
            }
        }
    }
}
