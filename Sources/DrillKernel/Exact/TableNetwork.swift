/// Events as tables over at most three variables each, and an order in which to sum the variables out.
///
/// A gate counts its inputs one after the other, so that no table grows with the number of inputs. Which inputs come
/// first decides how far the tables spread; several ways are tried.
struct TableNetwork {
    /// A function of a few variables; the first of the scope varies fastest.
    struct Table {
        var scope: [Int]
        var values: [Double]
    }

    /// Where a node's own chance enters.
    struct Switch {
        var node: Int
        var table: Int
        /// The table's values if the node happens whenever its gate holds, blocked or not.
        var on: [Double]
        /// The table's values if it never happens.
        var off: [Double]
    }

    /// How many values each variable has; the first variables are the events.
    private(set) var cardinalities: [Int]
    private(set) var tables: [Table] = []
    private(set) var switches: [Switch] = []
    /// A good order, and its cost.
    private(set) var plan = EliminationOrder.hopeless

    /// Finds the cheapest network and order among several attempts; stops where the work is below `enough`, or hopeless.
    static func cheapest(for events: [EventNetwork.Event], attempts: Int, enough: Double) -> TableNetwork {
        var best = TableNetwork(events, ranks: ranks(events.count, 0))
        var looksLeft = looks
        for attempt in 0..<attempts {
            if attempt >= 4, best.plan.work < enough || best.plan.work > mostWork { break }
            var candidate = TableNetwork(events, ranks: ranks(events.count, attempt))
            for rule in EliminationOrder.Rule.allCases {
                candidate.plan = EliminationOrder.greedy(
                    cardinalities: candidate.cardinalities, scopes: candidate.tables.map(\.scope), rule,
                    seed: attempt, giveUpAbove: min(best.plan.work, mostWork), looksLeft: &looksLeft)
                if candidate.plan.work < best.plan.work { best = candidate }
            }
        }
        return best
    }

    /// Work beyond any that could be done.
    private static let mostWork = 1e20
    /// Words that may be looked at in search of an order, all attempts together: a few seconds' worth.
    private static let looks = 2_000_000_000

    /// In which order gates count their inputs: causes first, effects first, or at random.
    private static func ranks(_ count: Int, _ attempt: Int) -> [Int] {
        switch attempt % 3 {
        case 0: return Array(0..<count)
        case 1: return (0..<count).map { -$0 }
        default:
            var random = Xorshift(seed: attempt)
            return (0..<count).map { _ in Int(random.next() & 0xFFFF_FFFF) }
        }
    }

    private init(_ events: [EventNetwork.Event], ranks: [Int], hopeless: Bool = false) {
        if hopeless { plan = EliminationOrder(work: .infinity, entries: .infinity) }
        cardinalities = events.map { _ in 2 }
        for (index, event) in events.enumerated() {
            let inputs = event.inputs.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
            if inputs.count <= 1 {
                close(event, index, over: inputs + (event.blocked.map { [$0] } ?? []), low: 0)
                continue
            }
            let (counter, low) = chain(inputs.dropLast(), event)
            close(event, index, over: [counter, inputs[inputs.count - 1]], low: low)
        }
    }

    /// Adds a table over one variable, to observe it or to ask for its derivative; returns the table's index.
    mutating func observe(_ variable: Int, values: [Double]) -> Int {
        tables.append(Table(scope: [variable], values: values))
        return tables.count - 1
    }

    /// Counts the first inputs of an event one after the other: the variable's value + `low` is the count.
    ///
    /// Counts that already decide the event, or from which it cannot be reached any more, are each one value.
    private mutating func chain(_ inputs: ArraySlice<Int>, _ event: EventNetwork.Event) -> (variable: Int, low: Int) {
        var (variable, low) = (inputs[0], 0)
        for (place, input) in inputs.enumerated().dropFirst() {
            let least = max(0, event.need - (event.inputs.count - place - 1) - 1)
            let most = min(place + 1, event.need)
            let sum = cardinalities.count
            cardinalities.append(most - least + 1)
            var values: [Double] = []
            forEachValue(of: [variable, input]) { assignment in
                let count = min(max(low + assignment[0] + assignment[1], least), most)
                values += (least...most).map { $0 == count ? 1 : 0 }
            }
            tables.append(Table(scope: [sum, variable, input], values: values))
            (variable, low) = (sum, least)
        }
        return (variable, low)
    }

    /// Adds the table P(event | scope); what blocks the event, if anything does, is the last of the scope.
    private mutating func close(_ event: EventNetwork.Event, _ index: Int, over scope: [Int], low: Int) {
        var (values, on, off) = ([Double](), [Double](), [Double]())
        forEachValue(of: scope) { assignment in
            let isBlocked = event.blocked != nil && assignment[assignment.count - 1] == 1
            let count = low + assignment.dropLast(event.blocked == nil ? 0 : 1).reduce(0, +)
            let happens = count >= event.need && !isBlocked ? event.chance : 0
            values += [1 - happens, happens]
            on += count >= event.need ? [0, 1] : [1, 0]
            off += [1, 0]
        }
        tables.append(Table(scope: [index] + scope, values: values))
        if let node = event.node { switches.append(Switch(node: node, table: tables.count - 1, on: on, off: off)) }
    }

    private func forEachValue(of scope: [Int], _ body: ([Int]) -> Void) {
        var assignment = scope.map { _ in 0 }
        while true {
            body(assignment)
            var place = 0
            while place < scope.count {
                assignment[place] += 1
                if assignment[place] < cardinalities[scope[place]] { break }
                assignment[place] = 0
                place += 1
            }
            if place == scope.count { return }
        }
    }
}
