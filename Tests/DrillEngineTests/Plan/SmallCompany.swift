import DrillEngine
import DrillResults
import Scenarios

/// A company with a handful of controls that have efforts, and a story with several routes, from a seed; small enough to
/// try everything.
struct SmallCompany {
    var loaded: LoadedExercise
    /// What can be raised: control, scope (nil: whole company), levels with the effort from the level below.
    var choices: [Choice] = []

    struct Choice {
        var control: String
        var isDepartments: Bool
        /// Efforts of the levels above today's.
        var efforts: [Double]
    }

    static let trials = 320

    static var settings: RunSettings { settings(trials: trials) }

    static func settings(trials: Int, worlds: Int = 1, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 3
            }, threads: threads)
    }

    private static let techniques = ["T1190", "T1210", "T1003", "T1486", "T1566", "T1059"]

    init(seed: UInt64) {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        let count = 4
        var catalog = TestCatalog.catalog
        catalog.controls = []
        for index in 0..<count {
            let efforts = [Double(dice.roll(9) + 1), Double(dice.roll(9) + 1)]
            catalog.controls.append(Self.control(index, efforts, dice: &dice))
            choices.append(Choice(control: "c\(index)", isDepartments: index == 1, efforts: efforts))
        }
        let steps = (0..<6).map { index -> Step in
            let earlier = (0..<min(index, 4)).filter { _ in dice.roll(3) == 0 }
            return made(Step.named("s\(index)", on: .server, hours: Double(dice.roll(20) + 1))) {
                $0.technique = Self.techniques[index % count]
                $0.chance = 0.5 + Double(dice.roll(50)) / 100
                let references = earlier.map { before in
                    Requirement.step(
                        made(StepReference()) {
                            $0.step = "s\(before)"
                            $0.via = .sameAsset
                        })
                }
                if !references.isEmpty { $0.requires = dice.roll(2) == 0 ? .any(references) : .all(references) }
                if dice.roll(2) == 0 { $0.noticed = [.by(.monitoring, Double(dice.roll(80)) / 100, hours: 2)] }
            }
        }
        let organization = Organization.single([.named("server")]) {
            // Without a response of its own there is no lever but the controls.
            $0.response = nil
            // The company's own setting of this control reaches nothing: the department says otherwise.
            $0.departments[0].controls = ["c1": .level("none")]
        }
        loaded = LoadedExercise(
            exercise: made(Exercise()) { $0.id = "small" }, organizations: [organization],
            scenarios: [.story(steps, [.step("s4"), .step("s5")])], catalog: catalog)
    }

    private static func control(_ index: Int, _ efforts: [Double], dice: inout Dice) -> Control {
        made(Control()) {
            $0.id = "c\(index)"
            $0.title = "Control \(index)"
            $0.family = .access
            $0.assumed = "none"
            $0.reference = "none"
            let factors = [1, Double(dice.roll(50) + 30) / 100, Double(dice.roll(25)) / 100]
            $0.levels = zip(["none", "some", "strong"], factors).enumerated().map { place, level in
                made(ControlLevel()) {
                    $0.id = level.0
                    $0.title = level.0
                    if place > 0 {
                        $0.effort = Estimate(exactly: efforts[place - 1])
                        $0.effects = [
                            made(Effect()) {
                                $0.on.techniques = [techniques[index]]
                                $0.success = Estimate(exactly: level.1)
                            }
                        ]
                    }
                }
            }
        }
    }

    /// Everything that can be done, each with its effort and how many trials reach the goal then.
    func everything(_ settings: RunSettings = Self.settings) async throws -> [(effort: Double, count: Int)] {
        let whatIf = try WhatIf(loaded, settings: settings)
        var found: [(Double, Int)] = []
        for number in 0..<81 {
            var (rest, effort) = (number, 0.0)
            var changed = loaded
            for choice in choices {
                let level = rest % 3
                rest /= 3
                guard level > 0 else { continue }
                effort += choice.efforts.prefix(level).reduce(0, +)
                let setting = Answer<ControlSetting>.level(["none", "some", "strong"][level])
                if choice.isDepartments {
                    changed.organizations[0].departments[0].controls[choice.control] = setting
                } else {
                    changed.organizations[0].controls[choice.control] = setting
                }
            }
            let comparison = try await whatIf.compare(changed)[0]
            let goal = comparison.objectives.max { ($0.before.value, $1.id) < ($1.before.value, $0.id) }
            found.append((effort, goal?.after.count ?? 0))
        }
        return found
    }
}

/// SplitMix64.
struct Dice {
    var state: UInt64

    /// 0 to `sides` − 1.
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}
