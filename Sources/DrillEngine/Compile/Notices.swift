internal import DrillKernel
internal import Scenarios

/// Everything by which a step may be noticed.
struct Notices {
    private var meanings: [NoticeMeaning] = []

    init(_ nodes: NodeTable, in draft: inout GraphDraft) {
        let input = draft.input
        for (index, step) in input.scenario.steps.enumerated() {
            for member in input.settled {
                for place in nodes.places(of: index, in: member) {
                    guard let node = nodes.node(of: index, on: place) else { continue }
                    var seen: [Channel: Int] = [:]
                    for entry in step.noticings {
                        seen[entry.by, default: 0] += 1
                        let count = seen[entry.by, default: 1]
                        let tag = count == 1 ? entry.by.rawValue : "\(entry.by.rawValue)-\(count)"
                        add(NoticeWatch(entry: entry, tag: tag, step: index, place: place, node: node), in: &draft)
                    }
                }
            }
        }
    }

    /// What each notice stands for, in the order in which the kernel counts them: through all nodes.
    func inOrder(of nodes: Range<Int>, with tidings: Tidings) -> [NoticeMeaning] {
        // They were collected watch by watch.
        let byNode = Dictionary(grouping: meanings + tidings.meanings, by: \.node)
        return nodes.flatMap { byNode[Int32($0)] ?? [] }
    }

    private mutating func add(_ watch: NoticeWatch, in draft: inout GraphDraft) {
        switch watch.entry.by {
        case .monitoring: addControlNotices(watch, in: &draft)
        case .people:
            let before = meanings.count
            addControlNotices(watch, in: &draft)
            let isStated = draft.input.scenario.steps[watch.step].noticed != nil
            if meanings.count == before && isStated { addOwnNotice(watch, in: &draft) }
        case .outsider, .announcement: addOwnNotice(watch, in: &draft)
        }
    }

    /// One notice per control that watches the step through the entry's channel.
    private mutating func addControlNotices(_ watch: NoticeWatch, in draft: inout GraphDraft) {
        let input = draft.input
        for effects in input.effects(on: input.scenario.steps[watch.step], at: watch.place) {
            let control = effects.control
            guard effects.contains(where: { $0.noticing != nil }), control.alertChannel == watch.entry.by else {
                continue
            }
            let notice = watch.notice(by: control.id, in: &draft)
            let number = append(notice, of: watch, by: control.id, in: &draft)
            draft.make(ControlNotice(watch: watch, number: number, effects: effects, delay: notice.delay))
        }
    }

    /// A notice whose chance the scenario states itself.
    private mutating func addOwnNotice(_ watch: NoticeWatch, in draft: inout GraphDraft) {
        var notice = watch.notice(by: nil, in: &draft)
        let slot = draft.slots.hazard(watch.share(in: draft.input), for: watch.place.organization)
        notice.chance = .hazard([Modifier(value: slot)])
        _ = append(notice, of: watch, by: nil, in: &draft)
    }

    /// - Returns: The notice's place among those of its node.
    private mutating func append(
        _ notice: Notice, of watch: NoticeWatch, by control: String?, in draft: inout GraphDraft
    ) -> Int {
        draft.description.nodes[Int(watch.node)].notices.append(notice)
        meanings.append(NoticeMeaning(node: watch.node, channel: watch.entry.by, control: control))
        return draft.description.nodes[Int(watch.node)].notices.count - 1
    }
}

extension Control {
    /// Through which channel its alerts come.
    var alertChannel: Channel { noticedBy ?? (family == .people ? .people : .monitoring) }
}
