/// What the process says to its caller when it ends.
enum ExitStatus: Int32, Sendable {
    case done = 0
    case failure = 1
    /// The condition of `--fail-if` holds.
    case conditionHolds = 2
    /// `EX_USAGE` of sysexits(3).
    case wrongUsage = 64
    /// `EX_DATAERR` of sysexits(3).
    case invalidDocument = 65
    /// 128 + SIGINT, as shells report it.
    case interrupted = 130
}
