import DrillKernel

/// The model of one trial in one world as a simulation of events in time: slow, and written to be read.
///
/// It shares nothing with the kernel but the draws. The kernel sweeps over nodes and repeats passes over cuts; the oracle
/// takes one event after the other and never looks ahead, so their agreement checks the argument that passes rest on.
///
/// **Why one solution, zero delays included.** Everything that happens has its causes at earlier times, or at the same time in
/// an earlier class of: tries and completions, alerts, detections, (learning,) cuts. A cut at *c* stops only what would end
/// after *c*, so it never reaches back into its own time: without this rule a node that completes, alerts and has itself cut,
/// all at one time, would complete if and only if it does not. Inside the first class a node begins once enough parents have
/// completed, which is monotone, so the order of taking equal events does not matter, and a circle of zero-duration nodes does
/// not start itself: nothing in it is ever queued. By induction over (time, class) the outcome is unique, provided that times
/// do not fall: `after`, `+` and `max` round monotonically and never return less than the time they are given. The loop asserts it.
///
/// **Rules decided here, where the description leaves them open:**
/// - a node without parents starts at 0 whatever its gate (`vote` too); a parent listed twice counts twice;
/// - the first try starts at *s* itself, later ones at `s + Float(i − 1) × D`: no `0 × ∞` when a pace is infinite;
/// - a constant may be infinite (never) and is not clamped as samples are; then it has no factor 0, since `0 × ∞` is no number,
///   and no factor is infinite; paces and clocks ignore their calendars;
/// - an entry's notices see one try, at 0, whatever `tries`, `starts`, `closes` and `cuts` say;
/// - tries after the horizon make no noise, since alerts after it do not count; a try that starts within it still does;
/// - a detection trigger is the earliest alert itself, an intervention trigger the time of the other one's cut;
/// - a node that tells of an outage, and what hangs on it, is worked out after repair; the simulation never begins it;
/// - an item that waits for a containment that never comes does not keep the repair crew from the others.
struct Oracle {
    /// In which order to take events of one class at one time: any salt must give the same outcome.
    var salt: UInt64 = 0

    func trial(world: Int, trial: Int, seed: UInt64, description: GraphDescription) -> OracleOutcome {
        let draws = OracleDraws(
            description: description, values: description.worlds[world], seed: seed, trial: trial)
        var simulation = OracleSimulation(draws: draws, salt: salt)
        simulation.run()
        return OracleOutcome(simulation: simulation, repairs: OracleRepairs(draws: draws, settled: simulation))
    }
}

/// What one trial came to; "never" is infinite, an outage that never was has an infinite `from`.
struct OracleOutcome: Equatable {
    /// Of each node.
    var completion: [Float]
    /// Of each notice, nodes in order.
    var alert: [Float]
    /// Of each organization.
    var detection: [Float]
    var chainEnd: [Float]
    /// Of each group, then of each intervention.
    var cut: [Float]
    /// Of each repair item: its own, and with what it shares of its suppliers'.
    var ownOutage: [Outage]
    var sharedOutage: [Outage]
    /// Of each node that is measured, how much of its successful try took place; nodes in order.
    var part: [Float]

    struct Outage: Equatable {
        var from = Float.infinity
        var to = Float.infinity
    }

    init(simulation: OracleSimulation, repairs: OracleRepairs) {
        completion = OracleLateNodes(settled: simulation, outages: repairs.shared).completion
        alert = simulation.alert
        detection = simulation.detection
        chainEnd = simulation.chainEnd
        cut = simulation.cut
        ownOutage = repairs.own
        sharedOutage = repairs.shared
        let nodes = simulation.description.nodes
        part = nodes.indices.filter { nodes[$0].isMeasured }.map(simulation.part)
    }
}
