internal import DrillKernel
internal import Scenarios

/// One way in which a step on an asset may be noticed.
struct NoticeWatch {
    var entry: Noticing
    /// The channel; a step's second entry of a channel has a number, so that it draws for itself.
    var tag: String
    /// The step's place in the story.
    var step: Int
    var place: AssetReference
    var node: Int32

    /// How likely the scenario says that a try is noticed.
    func share(in input: CompileInput) -> NamedFigure {
        NamedFigure(
            name: .noticed(scenario: input.scenario.id, step: input.scenario.steps[step].id, by: tag),
            estimate: input.parameters.estimate(entry.probability))
    }

    /// The notice without its chance.
    ///
    /// - Parameter control: That raises the alert, by id; nil: the scenario itself says so.
    func notice(by control: String?, in draft: inout GraphDraft) -> Notice {
        let input = draft.input
        let (organization, asset) = (input.organizations[place.organization].id, input.asset(place).id)
        var notice = Notice()
        notice.channel = Int32(Channel.allCases.firstIndex(of: entry.by) ?? 0)
        notice.organization = Int32(place.organization)
        notice.moment = moment
        // Outsiders and announcements tell of the story as a whole; who watches, of tries one by one, and of what is one
        // event on several assets once.
        let isOnce = entry.by == .outsider || entry.by == .announcement || input.scenario.steps[step].drawn != .asset
        let entity = draft.slots.entity(
            "notice", input.scenario.id, input.scenario.steps[step].id, organization, isOnce ? "" : asset, tag,
            control ?? "")
        notice.address = Address(entity, .notice)
        // How long a control's alert takes is one thing for all assets.
        let delayed = control.map { draft.slots.entity("alert", organization, $0, technique(in: input)) } ?? entity
        notice.delay = Lapse(
            quantile: input.parameters.distribution(entry.delay).quantile(),
            address: Address(delayed, .notice, offset: 1))
        if let blind = entry.blindUntil, let control = input.control(blind) {
            let entity = draft.slots.entity("delay", control.id, organization, asset)
            notice.notBefore = draft.clock(Clock(otherwise: 0), of: control, at: place, drawnAs: entity)
        }
        return notice
    }

    /// What a control has or has not a rule for.
    func technique(in input: CompileInput) -> String {
        let step = input.scenario.steps[step]
        return step.technique ?? step.action ?? step.id
    }

    private var moment: Notice.Moment {
        switch (entry.by, entry.from) {
        case (.outsider, _), (.announcement, _), (_, .completion): .completion
        case (_, .start): .tryStart
        case (_, .end): .tryEnd
        }
    }
}
