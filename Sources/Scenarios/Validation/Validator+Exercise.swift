extension Validator {
    func check(_ exercise: Exercise) {
        unique(exercise.external.enumerated().map { Located($1.id, ["external", .index($0), "id"]) }, "organization")
        unique(
            exercise.sharing.enumerated().map { Located($1.group, ["sharing", .index($0), "group"]) }, "sharing group")
        for (index, group) in exercise.sharing.enumerated() {
            warnOfRepetition(in: group.members, at: ["sharing", .index(index), "members"])
        }
        if !exercise.sharing.isEmpty {
            warning(.notSimulated, "sharing between companies is checked but not simulated yet", at: ["sharing"])
        }
        let simulation = exercise.simulation
        if simulation.trials < simulation.worlds {
            error(
                .contradiction, "\(simulation.trials) trials cannot be dealt over \(simulation.worlds) worlds",
                at: ["simulation"],
                fix: "write at least as many trials as worlds")
        } else if simulation.trials % simulation.worlds != 0 {
            warning(
                .contradiction, "\(simulation.trials) trials do not divide evenly over \(simulation.worlds) worlds",
                at: ["simulation"],
                fix:
                    "write a multiple of \(simulation.worlds), such as \((simulation.trials / simulation.worlds + 1) * simulation.worlds)"
            )
        }
        checkDate(of: exercise)
        if let from = exercise.schedule?.from, let until = exercise.schedule?.until, until < from {
            error(.contradiction, "the schedule ends before it begins", at: ["schedule", "until"])
        }
    }
    /// A time of day that clocks skip is no time at which a story could begin.
    private func checkDate(of exercise: Exercise) {
        guard let date = exercise.date.flatMap(LocalMoment.init), date.minute != nil, let zone = exercise.zone,
            let offsets = loader.zones(zone, date.day), offsets.moment(showing: date.minutes) == nil
        else { return }
        let moment = offsets.moment(of: date.minutes)
        let shown = LocalMoment(minutes: moment + offsets.offset(at: moment))
        error(
            .contradiction, "clocks in \(zone) never show \(date.text.quoted): they are put forward", at: ["date"],
            fix: "write \(shown.text.quoted)")
    }
}
