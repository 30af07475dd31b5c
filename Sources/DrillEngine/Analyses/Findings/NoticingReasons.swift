internal import DrillKernel
internal import DrillResults
internal import Scenarios

/// Why a step is noticed by nobody, or too late, in plain sentences from the documents.
struct NoticingReasons {
    let story: CompanyStory
    let acting: ActingControls

    /// What could raise an alert of the step and does not.
    func blind(_ step: Step, _ places: [AssetReference]) -> String {
        if happensOutside(step) { return "It happens outside the company, where nobody of it looks." }
        let entries = step.noticings
        if entries.isEmpty { return "The story gives it no trace that anybody in the company could notice." }
        var sentences: [String] = []
        for channel in [Channel.monitoring, .people] where entries.contains(where: { $0.by == channel }) {
            let watchers = watching(step, places, channel: channel)
            // Without a line of its own a step can be noticed by people through their controls alone.
            let told = channel == .people && step.noticed == nil ? 1 : 2
            sentences += watchers.prefix(told).flatMap {
                standing($0, step, places: places, entry: entries.first { $0.by == channel })
            }
            if watchers.isEmpty, channel == .monitoring {
                sentences.append("No control of the catalog watches for it.")
            }
        }
        if sentences.isEmpty { sentences = ["Only outsiders can notice it, after it has succeeded."] }
        return sentences.joined(separator: " ")
    }

    /// Why most alerts of the step come after the loss.
    func late(_ step: Step, _ places: [AssetReference], after tally: Tally) -> String {
        let entries = step.noticings
        let median = tally.quantile(0.5, of: tally.count) ?? 0
        let gap =
            median < 0.5
            ? "Its alerts come with the loss, not before it."
            : "Half of its late alerts come \(Wording.hours(median)) or more after the loss."
        let own = entries.contains { $0.by == .monitoring || $0.by == .people }
        guard own else {
            return "\(gap) Nothing in the company looks for it: it is told by outsiders, or shows itself."
        }
        let watchers = watching(step, places, channel: .monitoring)
        let delays = watchers.prefix(1).flatMap { standing($0, step, places: places, entry: nil, withDelay: true) }
        return ([gap] + delays).joined(separator: " ")
    }

    /// Preparation touches nobody yet.
    private func happensOutside(_ step: Step) -> Bool {
        guard let technique = step.technique.flatMap({ acting.techniques[$0] }) else { return false }
        return !technique.tactics.isEmpty && technique.tactics.allSatisfy { $0 == "resource-development" }
    }

    private func watching(_ step: Step, _ places: [AssetReference], channel: Channel) -> [Control] {
        acting.catalog.controls.filter { control in
            control.alertChannel == channel
                && places.contains { acting.watches(control, step, at: story.drill.asset($0)) }
        }
    }

    /// "Monitoring of Payment API is “Logs are kept on each system”: 1 % of tries raise an alert."
    private func standing(
        _ control: Control, _ step: Step, places: [AssetReference], entry: Noticing?, withDelay: Bool = false
    ) -> [String] {
        let watched = places.filter { acting.watches(control, step, at: story.drill.asset($0)) }
        let groups = Dictionary(grouping: watched) { place in
            ControlStanding(
                control, in: story.organization, department: place.department, asset: place.asset
            ).words
        }
        let ranked = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let (words, places) = ranked.first, let place = places.first else { return [] }
        let standing = ControlStanding(
            control, in: story.organization, department: place.department, asset: place.asset)
        let names = Self.list(places.map { story.drill.asset($0).label })
        var sentence = "\(control.title) on \(names) is “\(words)”"
        if let level = standing.parts.first?.level {
            let effect = acting.effects(of: control.levels[level], on: step, at: story.drill.asset(place)).first {
                $0.noticing != nil
            }
            if let noticing = effect?.noticing, noticing.likely > 0 {
                sentence += ": about \(Wording.share(noticing.likely)) of tries raise an alert"
                if withDelay, let delay = effect?.noticeDelayHours {
                    sentence += ", half of them not before \(Wording.hours(delay.likely))"
                    if let hours = standing.parts.first?.setting?.hours, hours != .always {
                        let days = hours.days(of: delay.likely).map { ": \($0)" } ?? ""
                        sentence += " (\(hours.words)\(days))"
                    }
                }
            } else {
                sentence += ", which does not see it"
            }
        }
        if let entry, case .value(let share) = entry.probability, share.likely < 1, share != Estimate(exactly: 1) {
            sentence += "; the attacker's care leaves \(Wording.share(share.likely)) of that"
        }
        return [sentence + "."]
    }

    /// "Dispute portal, disputes-db and 2 more".
    static func list(_ names: [String]) -> String {
        switch names.count {
        case 0: "nothing"
        case 1: names[0]
        case 2: "\(names[0]) and \(names[1])"
        case 3: "\(names[0]), \(names[1]) and \(names[2])"
        default: "\(names[0]), \(names[1]) and \(names.count - 2) more"
        }
    }
}
