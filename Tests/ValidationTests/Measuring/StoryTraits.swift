import Scenarios

/// What a story is to the statistics, read off its document so that new stories are counted without a change here.
struct StoryTraits {
    var scenario: Scenario
    var family: Family
    /// The attack comes over a supplier.
    var isOverSupplier: Bool
    /// Something is encrypted and a note announces it.
    var isRansom: Bool
    /// Some step exploits what faces the internet.
    var exploits: Bool
    /// Some step goes in through a flaw of a device at the edge.
    var fixesEdge: Bool
    /// When the fixes that the story waits for are published, in hours; the latest.
    var fixPublished: Float
    /// Steps after which the attacker has moved on from where they came in.
    var lateralSteps: Set<Int>
    /// Steps that begin the incident.
    var firstSteps: Set<Int>
    /// Highest severity among the objectives.
    var worst: Severity

    /// VCDB's actions, as far as stories can be told apart by them.
    enum Family: String, CaseIterable {
        case intrusion = "hacking, malware, social"
        case misuse, error, physical
    }

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let isPhysical = scenario.steps.allSatisfy { $0.action?.hasPrefix("physical.") == true }
        family =
            switch scenario.adversary.origin {
            case .error: .error
            case .insider: .misuse
            case .external, .supplier: isPhysical ? .physical : .intrusion
            }
        isOverSupplier = scenario.adversary.origin == .supplier
        isRansom = scenario.steps.contains { step in
            step.impact.encrypts && step.noticed?.contains { $0.by == .announcement } == true
        }
        exploits = scenario.steps.contains { $0.technique == "T1190" }
        let fixes = scenario.steps.compactMap { step -> ClosingControl? in
            guard case .control(let control)? = step.closes else { return nil }
            return control
        }
        fixesEdge = fixes.contains { $0.control == "edge-patching" }
        fixPublished = fixes.map { Float(scenario.hours($0.from)) }.max() ?? 0
        func steps(_ holds: (Step) -> Bool) -> Set<Int> {
            Set(scenario.steps.indices.filter { holds(scenario.steps[$0]) })
        }
        func tactics(_ step: Step) -> [String] {
            step.technique.flatMap { TechniqueTable.embedded[$0]?.tactics } ?? []
        }
        lateralSteps = steps { tactics($0).contains("lateral-movement") }
        var quiet: Set = ["reconnaissance", "resource-development"]
        // An insider who looks around has done nothing yet.
        if family == .misuse { quiet.insert("discovery") }
        firstSteps = steps { $0.at == .target && ($0.technique == nil || !quiet.isSuperset(of: tactics($0))) }
        let severities = scenario.objectives.map(\.severity)
        worst = Severity.allCases.first { severities.contains($0) } ?? .major
    }
}

extension Scenario {
    /// A time as written, or the default of the parameter that stands for it.
    fileprivate func hours(_ time: Parameterized<TimeAmount>) -> Double {
        switch time {
        case .value(let amount): return amount.hours(in: .hours)
        case .parameter(let name):
            guard case .duration(let amount)? = parameters[name]?.default else { return 0 }
            return amount.hours(in: .hours)
        }
    }
}
