public import DrillResults
public import Scenarios

/// Finds which controls touch which steps of a story, on which way in; nothing is simulated.
public struct ControlMapper: Sendable {
    private let catalog: Catalog
    private let techniques: TechniqueTable

    /// - Parameter techniques: ATT&CK's, for tactics.
    public init(catalog: Catalog, techniques: TechniqueTable) {
        (self.catalog, self.techniques) = (catalog, techniques)
    }

    /// The story's table, step by step.
    ///
    /// - Parameter organizations: Only kinds of asset on which these companies have the step tried; without any of them, or
    ///   where none has such an asset, every kind that the step may be tried on.
    public func map(_ scenario: Scenario, on organizations: [Organization] = []) -> ControlMap {
        let acting = ActingControls(scenario: scenario, catalog: catalog, techniques: techniques)
        return ControlMap(
            scenario: scenario.id, title: scenario.title,
            steps: scenario.steps.map { step in
                let assets = kinds(of: step, in: scenario, on: organizations).map(Self.asset)
                return StepControls(
                    step: step.id, title: step.title, technique: step.technique ?? step.action,
                    touches: catalog.controls.flatMap { touches(of: $0, on: step, at: assets, acting) },
                    apart: acting.isOutside(step) ? .outside : Self.isUnseen(step) ? .unseen : nil)
            })
    }

    /// Whether the story itself says that no control's channel leads to the step.
    private static func isUnseen(_ step: Step) -> Bool {
        guard let noticed = step.noticed else { return false }
        return !noticed.contains { $0.by == .monitoring || $0.by == .people }
    }

    /// Of an asset only its kind counts.
    private static func asset(of kind: AssetKind) -> Asset {
        var asset = Asset()
        asset.kind = kind
        return asset
    }

    private func kinds(of step: Step, in scenario: Scenario, on organizations: [Organization]) -> [AssetKind] {
        let named = step.on.kind.isEmpty ? AssetKind.allCases : step.on.kind
        let held = Set(
            organizations.flatMap { organization in
                organization.departments.flatMap { department in
                    department.assets.filter {
                        step.on.matches($0, of: department, in: organization, persona: scenario.adversary.persona)
                    }.map(\.kind)
                }
            })
        return held.isEmpty ? named : named.filter(held.contains)
    }

    private func touches(
        of control: Control, on step: Step, at assets: [Asset], _ acting: ActingControls
    ) -> [ControlTouch] {
        let own = touch(control, at: assets, on: .itself(step.through?.rawValue)) { asset in
            acts(of: control, on: step, at: asset, acting)
        }
        var ways: [ControlTouch.Way] = []
        let guarding = (step.requires?.references ?? []).flatMap { reference -> [ControlTouch] in
            let way = ControlTouch.Way.before(reference.via.rawValue, link: reference.link?.rawValue)
            guard !ways.contains(way) else { return [] }
            ways.append(way)
            return touch(control, at: assets, on: way) { asset in
                acting.guards(control, reference, to: step, at: asset) ? [.prevents] : []
            }
        }
        return own + guarding
    }

    private func acts(
        of control: Control, on step: Step, at asset: Asset, _ acting: ActingControls
    ) -> [ControlTouch.Act] {
        let effects = control.levels.flatMap { acting.effects(of: $0, on: step, at: asset) }
        return ControlTouch.Act.allCases.filter { act in
            switch act {
            case .prevents: effects.contains { $0.success != nil }
            case .slows: effects.contains { $0.duration != nil }
            case .closes: acting.closes(control, step)
            case .keepsUnreadable: acting.protects(control, step)
            case .notices:
                effects.contains { $0.noticing != nil }
                    && step.noticings.contains { $0.by == control.alertChannel }
            }
        }
    }

    /// One line for each set of acts, with the kinds of asset on which the control does just that.
    private func touch(
        _ control: Control, at assets: [Asset], on way: ControlTouch.Way, acts: (Asset) -> [ControlTouch.Act]
    ) -> [ControlTouch] {
        var found: [ControlTouch] = []
        for asset in assets {
            let acts = acts(asset)
            guard !acts.isEmpty else { continue }
            if let index = found.firstIndex(where: { $0.acts == acts }) {
                found[index].kinds.append(asset.kind.rawValue)
            } else {
                found.append(ControlTouch(control: control.id, acts: acts, way: way, kinds: [asset.kind.rawValue]))
            }
        }
        if found.count == 1, found[0].kinds.count == assets.count { found[0].kinds = [] }
        return found
    }
}

extension ActingControls {
    /// Whether some level makes this way to the step fail, where it crosses departments.
    fileprivate func guards(_ control: Control, _ reference: StepReference, to step: Step, at asset: Asset) -> Bool {
        control.levels.flatMap(\.effects).contains { effect in
            effect.success != nil
                && effect.on.guards(
                    reference.via, link: reference.link, to: step, on: asset, adversary: scenario.adversary,
                    techniques: techniques)
        }
    }
}
