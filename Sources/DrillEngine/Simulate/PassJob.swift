internal import DrillKernel
internal import Scenarios
internal import Synchronization

/// One scenario on one group of organizations in a pass: compiled when the first of its chunks is begun, let go when the
/// last is done.
final class PassJob<Reading: StoryReading>: Sendable {
    /// The story, ready to be simulated.
    struct Opened: Sendable {
        let drill: CompiledDrill
        /// The group's part of the graph.
        let graph: CompiledGraph
        /// Who is read: a place in the exercise, a member of the drill.
        let companies: [(place: Int, member: Int, reader: Reading.Reader?)]
        /// What customers need; nil where nobody does.
        let handing: HandedPart?

        /// Whether there is anything to simulate for.
        var isRead: Bool { handing != nil || companies.contains { $0.reader != nil } }
    }

    private struct State {
        var opened: Opened?
        /// By company.
        var tallies: [Reading.Reader.Tally?] = []
        /// By chunk.
        var handed: [HandedTimes?]
        var chunksLeft: Int
        var customersLeft: Int
    }

    let scenario: Int
    let group: SupplyOrder.Group
    /// The jobs whose times it hangs on.
    let suppliers: [Int]
    /// Whether anything hangs on it.
    let hasCustomers: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - scenario: By position in the exercise.
    ///   - suppliers: Numbers of jobs.
    ///   - customers: How many jobs hang on this one.
    init(scenario: Int, group: SupplyOrder.Group, suppliers: [Int], customers: Int, chunks: Int) {
        self.scenario = scenario
        self.group = group
        self.suppliers = suppliers
        hasCustomers = customers > 0
        state = Mutex(
            State(
                handed: Array(repeating: nil, count: hasCustomers ? chunks : 0), chunksLeft: chunks,
                customersLeft: customers))
    }

    /// The story, compiled by whoever comes first.
    func opened(_ compile: () throws -> Opened) throws -> Opened {
        try state.withLock { state in
            if let opened = state.opened { return opened }
            let opened = try compile()
            state.opened = opened
            state.tallies = opened.companies.map { $0.reader?.empty }
            return opened
        }
    }

    /// What a chunk's trials hand on to customers.
    func handed(_ chunk: Int) -> HandedTimes? { state.withLock { $0.handed[chunk] } }

    /// Takes a worker's counts of some chunks.
    ///
    /// - Returns: The story with all that has been counted, if these were the last chunks.
    func add(_ tallies: [Reading.Reader.Tally?], handed: [Int: HandedTimes], chunks: Int) -> (
        opened: Opened, tallies: [Reading.Reader.Tally?]
    )? {
        state.withLock { state in
            for (place, tally) in tallies.enumerated() { if let tally { state.tallies[place]?.merge(tally) } }
            for (chunk, times) in handed { state.handed[chunk] = times }
            state.chunksLeft -= chunks
            guard state.chunksLeft == 0, let opened = state.opened else { return nil }
            defer { (state.opened, state.tallies) = (nil, []) }
            return (opened, state.tallies)
        }
    }

    /// A customer is done: the last one lets the times go.
    func customerIsDone() {
        state.withLock { state in
            state.customersLeft -= 1
            if state.customersLeft == 0 { state.handed = [] }
        }
    }
}
