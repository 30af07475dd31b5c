import DrillKernel

/// What can happen in a trial. Nodes, organizations and cuts are indices of the description.
enum OracleHappening {
    case entry(node: Int)
    case tryStart(number: Int, of: OracleRun)
    case tryEnd(number: Int, of: OracleRun)
    case alert(organization: Int)
    case detection(organization: Int)
    case cut(Int)

    /// The order at equal times. (3 is for organizations that learn of another's detection.)
    var rank: Int {
        switch self {
        case .entry, .tryStart, .tryEnd: 0
        case .alert: 1
        case .detection: 2
        case .cut: 4
        }
    }
}

/// Tries at a node that begin from what has completed: of one parent, where any suffices.
struct OracleRun {
    var node: Int
    /// When the first try starts.
    var start: Float
    /// The passage over which it came, of the node's; nil: none.
    var passage: Passage?
}

/// Events by time, then by rank, then in an order that must not matter.
struct OracleQueue {
    struct Event {
        var time: Float
        var happening: OracleHappening
        /// Decides between events of one time and rank.
        var turn: UInt64
    }

    private let salt: UInt64
    private var events: [Event] = []
    private var added: UInt64 = 0
    private var now = (time: -Float.infinity, rank: 0)

    init(salt: UInt64) { self.salt = salt }

    /// What is never to happen is not kept.
    mutating func add(_ happening: OracleHappening, at time: Float) {
        if time == .infinity { return }
        precondition((time, happening.rank) >= now, "A cause would come after its effect.")
        added += 1
        // In the order of adding with salt 0, otherwise in some other order.
        let turn = salt == 0 ? added : (added &* 0x9E37_79B9_7F4A_7C15 ^ salt) &* 0xBF58_476D_1CE4_E5B9
        events.append(Event(time: time, happening: happening, turn: turn))
    }

    mutating func next() -> Event? {
        let earliest = events.indices.min {
            let a = events[$0]
            let b = events[$1]
            return (a.time, a.happening.rank, a.turn) < (b.time, b.happening.rank, b.turn)
        }
        guard let earliest else { return nil }
        let event = events[earliest]
        events.swapAt(earliest, events.count - 1)
        events.removeLast()
        now = (event.time, event.happening.rank)
        return event
    }
}
