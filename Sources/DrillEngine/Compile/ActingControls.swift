package import Scenarios

/// Which controls of the catalog act on a step at all, by the scopes of their effects; what a company has set is another
/// question.
package struct ActingControls: Sendable {
    /// The story whose steps are asked about.
    package let scenario: Scenario
    /// The controls that may act.
    package let catalog: Catalog
    /// Tactics and mitigations of techniques.
    package let techniques: TechniqueTable

    package init(scenario: Scenario, catalog: Catalog, techniques: TechniqueTable) {
        self.scenario = scenario
        self.catalog = catalog
        self.techniques = techniques
    }

    /// A level's effects on a step on an asset; of the asset only its kind counts.
    package func effects(of level: ControlLevel, on step: Step, at asset: Asset) -> [Effect] {
        level.effects.filter {
            $0.on.concerns(step, on: asset, adversary: scenario.adversary, techniques: techniques)
        }
    }

    /// A level's effects on the ways over which a step on an asset may be come to, whether or not they cross departments.
    package func guards(of level: ControlLevel, to step: Step, at asset: Asset) -> [Effect] {
        let ways = step.requires?.references ?? []
        return level.effects.filter { effect in
            ways.contains {
                effect.on.guards(
                    $0.via, link: $0.link, to: step, on: asset, adversary: scenario.adversary, techniques: techniques)
            }
        }
    }

    /// Whether some level makes the step's tries fail or slow.
    package func hinders(_ control: Control, _ step: Step, at asset: Asset) -> Bool {
        control.levels.contains { level in
            effects(of: level, on: step, at: asset).contains { $0.success != nil || $0.duration != nil }
        }
    }

    /// Whether the step's door closes when the control arrives.
    package func closes(_ control: Control, _ step: Step) -> Bool {
        if case .control(let door)? = step.closes { door.control == control.id } else { false }
    }

    /// Whether some level keeps data unreadable that the step takes.
    package func protects(_ control: Control, _ step: Step) -> Bool {
        guard step.impact.exposes, control.family == .encryption, let way = step.through else { return false }
        return control.levels.contains { $0.effects.contains { $0.protects.contains(way) } }
    }

    /// Whether some level stands on a way to the step.
    package func guardsWay(_ control: Control, _ step: Step, at asset: Asset) -> Bool {
        control.levels.contains { !guards(of: $0, to: step, at: asset).isEmpty }
    }

    /// Whether some level may raise an alert of the step, through the control's own channel.
    package func watches(_ control: Control, _ step: Step, at asset: Asset) -> Bool {
        control.levels.contains { level in
            effects(of: level, on: step, at: asset).contains { $0.noticing != nil }
        }
    }

    /// Whether some level makes other controls' alerts of the step come sooner.
    package func hastens(_ control: Control, _ step: Step, at asset: Asset) -> Bool {
        control.levels.contains { level in
            effects(of: level, on: step, at: asset).contains { $0.noticeDelayFactor != nil }
        }
    }
}
