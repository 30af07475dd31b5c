import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Hardening never lowers a prevention or family score, faster or more noticing never lowers a response score: over
/// seeded random upgrades of the library's companies in the library's stories. Only declared two-way controls may.
@Suite struct ScoreMonotoneTests {
    static func library(_ exercise: String) throws -> LoadedExercise {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = package.appending(path: "scenarios/exercises/\(exercise).json").path(percentEncoded: false)
        return try #require(DocumentLoader.disk.loadExercise(path).exercise)
    }

    private static let settings = ScoreTests.settings(trials: 320, worlds: 4)

    private func card(_ loaded: LoadedExercise, _ id: String) async throws -> Scorecard {
        try #require(try await ScoreAnalysis(loaded, settings: Self.settings).run(organizations: [id]).first ?? nil)
    }

    /// Compares two cards; what got worse, in words.
    private func falls(_ before: Scorecard, _ after: Scorecard, _ kinds: Set<Kind>) -> [String] {
        var found: [String] = []
        func check(_ kind: Kind, _ name: String, _ old: Score?, _ new: Score?) {
            guard kinds.contains(kind) else { return }
            if (old == nil) != (new == nil) { found.append("\(name) is there or not") }
            if let old, let new, new.value < old.value - 1e-9 { found.append("\(name): \(old.value) → \(new.value)") }
        }
        check(.prevention, "prevention", before.prevention, after.prevention)
        check(.response, "response", before.response, after.response)
        check(.overall, "overall", before.overall, after.overall)
        for (old, new) in zip(before.families, after.families) { check(.family, old.family, old.score, new.score) }
        for (old, new) in zip(before.objectives, after.objectives) {
            let name = "\(old.scenario)/\(old.objective)"
            check(.prevention, "prevention of \(name)", old.prevention, new.prevention)
            check(.response, "response of \(name)", old.response, new.response)
            check(.overall, "overall of \(name)", old.overall, new.overall)
        }
        return found
    }

    private enum Kind: CaseIterable { case prevention, response, overall, family }

    /// Six upgrades a step, each on top of those before it: upgrades together are an upgrade.
    @Test(arguments: [("autumn-drill", 6, 5), ("all-stories", 2, 4)])
    func hardeningLowersNothing(_ exercise: String, companies: Int, steps: Int) async throws {
        let loaded = try Self.library(exercise)
        let controls = loaded.catalog.controls.filter { $0.twoWay == nil }
        var random = SplitMix(state: exercise == "autumn-drill" ? 1 : 2)
        var moved = 0
        for place in loaded.organizations.indices.prefix(companies) {
            let id = loaded.organizations[place].id
            var before = try await card(loaded, id)
            var upgraded = loaded
            for _ in 0..<steps {
                let what = (0..<6).map { _ in
                    Upgrade.control(controls[random.below(controls.count)], in: &upgraded.organizations[place], &random)
                }
                let after = try await card(upgraded, id)
                let falls = falls(before, after, Set(Kind.allCases))
                #expect(falls.isEmpty, "\(id): \(what): \(falls)")
                if before != after { moved += 1 }
                before = after
            }
        }
        #expect(moved * 3 > companies * steps, "\(moved) steps moved a score: too few to say anything")
    }

    @Test func fasterAndMoreNoticingLowersNothing() async throws {
        let loaded = try Self.library("autumn-drill")
        var random = SplitMix(state: 3)
        var moved = 0
        for place in loaded.organizations.indices {
            let id = loaded.organizations[place].id
            var before = try await card(loaded, id)
            var upgraded = loaded
            for _ in 0..<4 {
                let what = (0..<3).map { _ in
                    Upgrade.response(in: &upgraded.organizations[place], loaded.catalog, &random)
                }
                let after = try await card(upgraded, id)
                let falls = falls(before, after, Set(Kind.allCases))
                #expect(falls.isEmpty, "\(id): \(what): \(falls)")
                // Faster hand-offs and containment prevent nothing.
                let isPure = !what.contains { $0.hasPrefix("control") }
                #expect(!isPure || before.prevention == after.prevention, "\(id): \(what)")
                if before.objectives.map(\.response) != after.objectives.map(\.response) { moved += 1 }
                before = after
            }
        }
        #expect(moved > 8, "\(moved) steps moved a response score: too few to say anything")
    }

    /// The comparison above sees what gets worse.
    @Test func whatGetsWorseIsSeen() async throws {
        let loaded = try Self.library("autumn-drill")
        let id = "harbor-credit"
        let place = try #require(loaded.organizations.firstIndex { $0.id == id })
        let before = try await card(loaded, id)
        var slow = loaded
        for index in slow.organizations[place].response?.chain.indices ?? 0..<0 {
            slow.organizations[place].response?.chain[index].duration = .known(.constant(.hours(2000)))
        }
        let late = falls(before, try await card(slow, id), [.prevention, .response])
        #expect(late.contains { $0.hasPrefix("response") } && !late.contains { $0.hasPrefix("prevention") }, "\(late)")
        var open = loaded
        open.organizations[place].controls["privileges"] = .level("broad")
        open.organizations[place].departments[1].controls["privileges"] = nil
        let weak = falls(before, try await card(open, id), Set(Kind.allCases))
        #expect(weak.contains { $0.hasPrefix("prevention") } && weak.contains { $0.hasPrefix("access") }, "\(weak)")
        #expect(!weak.contains { $0.hasPrefix("response") }, "\(weak)")
    }

    /// The exception is declared, and the test above would see it: prompt patching installs a poisoned update sooner.
    @Test func aTwoWayControlLowersPrevention() async throws {
        let install = Step.named("install", on: .server) {
            $0.technique = "T1195.002"
            $0.duration = .value(.exponential(mean: .hours(500)))
        }
        var loaded = ScoreTests.loaded(.story([install], [.step("install")]), [.single([.named("server")])])
        loaded.catalog = .embedded
        loaded.scenarios[0].horizon = .hours(200)
        let before = try await card(loaded, "acme")
        loaded.organizations[0].controls["patching"] = .level("prompt")
        let after = try await card(loaded, "acme")
        #expect(!falls(before, after, [.prevention]).isEmpty)
        #expect(Catalog.embedded.control("patching")?.twoWay != nil)
    }
}

/// Random upgrades that are upgrades for sure.
private enum Upgrade {
    /// Raises a control somewhere to its present level or above, everywhere in that scope; says what it did.
    static func control(_ control: Control, in organization: inout Organization, _ random: inout SplitMix) -> String {
        let department = random.below(organization.departments.count + 1) - 1
        let assets = department < 0 ? [] : organization.departments[department].assets
        let asset = random.below(assets.count + 1) - 1
        var answers: [Answer<ControlSetting>?] = []
        if asset >= 0 { answers.append(assets[asset].controls[control.id]) }
        if department >= 0 { answers.append(organization.departments[department].controls[control.id]) }
        answers.append(organization.controls[control.id])
        // Whatever holds in the scope today, by the nearest answer and all that it falls back on.
        var setting = ControlSetting()
        var floor = control.levels.firstIndex { $0.id == control.assumed } ?? 0
        var isNearest = true
        for case let answer? in answers {
            guard case .known(let stated) = answer else {
                floor = control.levels.count - 1
                break
            }
            if isNearest { (setting, floor) = (stated, 0) }
            isNearest = false
            switch stated.level {
            case .unknown: floor = control.levels.count - 1
            case .known(let id): floor = max(floor, control.levels.firstIndex { $0.id == id } ?? 0)
            case nil: floor = max(floor, control.levels.firstIndex { $0.id == control.assumed } ?? 0)
            }
            if stated.coverage == .known(1) { break }
        }
        let level = floor + random.below(control.levels.count - floor)
        // Another level has the catalog's delay; the same level keeps what was stated.
        if setting.level != .known(control.levels[level].id) { setting.delay = nil }
        setting.level = .known(control.levels[level].id)
        setting.coverage = .known(1)
        if asset >= 0 {
            organization.departments[department].assets[asset].controls[control.id] = .known(setting)
        } else if department >= 0 {
            organization.departments[department].controls[control.id] = .known(setting)
        } else {
            organization.controls[control.id] = .known(setting)
        }
        let place = asset >= 0 ? assets[asset].id : department >= 0 ? organization.departments[department].id : "all"
        return "control \(control.id) to \(control.levels[level].id) in \(place)"
    }

    /// Faster hand-offs or containment, longer hours, or better monitoring or reporting.
    static func response(
        in organization: inout Organization, _ catalog: Catalog, _ random: inout SplitMix
    ) -> String {
        let factor = [0.8, 0.5, 0.2][random.below(3)]
        let chain = organization.response?.chain ?? []
        switch random.below(4) {
        case 0 where !chain.isEmpty:
            let index = random.below(chain.count)
            if case .known(let today) = chain[index].duration {
                organization.response?.chain[index].duration = .known(today.times(factor))
            }
            return "hand-off \(chain[index].id) × \(factor)"
        case 1 where !chain.isEmpty:
            let index = random.below(chain.count)
            organization.response?.chain[index].hours = chain[index].hours == .business ? .extended : .always
            return "hand-off \(chain[index].id) in longer hours"
        case 2 where organization.response?.containment.isEmpty == false:
            for (id, answer) in organization.response?.containment ?? [:] {
                if case .known(let today) = answer {
                    organization.response?.containment[id] = .known(today.times(factor))
                }
            }
            return "containment × \(factor)"
        default:
            let noticing = catalog.controls.filter { control in
                control.twoWay == nil
                    && control.levels.contains {
                        $0.effects.contains { $0.noticing != nil || $0.noticeDelayFactor != nil }
                    }
            }
            return Self.control(noticing[random.below(noticing.count)], in: &organization, &random)
        }
    }
}

extension Distribution {
    /// Every time multiplied; only for the kinds that the library uses.
    fileprivate func times(_ factor: Double) -> Distribution {
        func scaled(_ time: TimeAmount) -> TimeAmount { .hours(time.hours(in: .hours) * factor) }
        return switch self {
        case .constant(let value): .constant(scaled(value))
        case .exponential(let mean): .exponential(mean: scaled(mean))
        case .lognormal(let median, let p90): .lognormal(median: scaled(median), p90: scaled(p90))
        default: self
        }
    }
}

/// A small seeded generator (SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) >> 33) % count
    }
}
