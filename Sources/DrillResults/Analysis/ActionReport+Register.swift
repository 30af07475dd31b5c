extension ActionReport {
    /// What became of a company's actions, as a run finds them.
    ///
    /// - Parameters:
    ///   - actions: Of one company, in the register's order.
    ///   - standings: How the actions with a lever stand in the run's documents, by the action's number; none where the
    ///     company takes no part in the run.
    ///   - today: ISO 8601 calendar date against which an action is overdue.
    ///   - warnings: See ``RunDifferences``.
    public init(
        actions: [RegisteredAction], standings: [Int: LeverStanding], today: String, warnings: [String] = []
    ) {
        self.init(
            previousRun: actions.last { $0.checkedBy != nil }?.checkedBy,
            actions: actions.map { $0.status(standings[$0.number], today: today) }, warnings: warnings)
    }
}

extension RegisteredAction {
    /// The action's state, given how its lever stands in a run's documents.
    public func status(_ standing: LeverStanding?, today: String) -> ActionStatus {
        let (state, why) = judged(standing)
        let isSettled = state == .closed || (state == .neverRetested && isDone)
        return ActionStatus(
            id: id, leverID: lever?.id, title: title, owner: owner, due: due, state: state,
            isOverdue: !isSettled && due.map { $0 < today } ?? false, why: why)
    }

    private func judged(_ standing: LeverStanding?) -> (ActionStatus.State, String) {
        let untested: ActionStatus.State = isDone ? .neverRetested : .open
        guard let lever else {
            return isDone
                ? (.neverRetested, "Said to be done; no simulation tests it, another meeting can.")
                : (.open, "No simulation tests it.")
        }
        guard let standing else { return (untested, "The company takes no part in this run.") }
        switch standing.level {
        case .gone:
            return (untested, "The documents no longer have \(lever.isEverywhere ? "it" : lever.scope).")
        case .unknown:
            return (closedBy == nil ? .open : .reopened, "The documents say that nobody knows how it stands.")
        case .below:
            let today = "The documents say: \(standing.now)."
            if closedBy != nil { return (.reopened, "It was closed once. \(today)") }
            return (.open, isDone ? "Said to be done, but not written down. \(today)" : today)
        case .reached where standing.isTested: return (.closed, "The documents say so, and this run has tested it.")
        case .reached where closedBy != nil:
            return (.closed, "An earlier run has tested it; this one does not ask for it.")
        case .reached: return (.neverRetested, "The documents say so, but no scenario of this run asks for it.")
        }
    }

    /// The action as it is kept after a run: who has checked it, and whether it was found closed.
    public func checked(_ status: ActionStatus, runID: String) -> RegisteredAction {
        var action = self
        action.checkedBy = runID
        if status.state == .closed { action.closedBy = runID }
        return action
    }
}
