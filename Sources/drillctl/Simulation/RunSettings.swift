import Scenarios

/// How an exercise is simulated: what its document says, unless the command line says otherwise.
struct RunSettings: Sendable, Equatable {
    /// In all, for each company and scenario.
    var trials: Int
    var worlds: Int
    var seed: UInt64
    var preset: Preset
    /// Decides how long it takes, never what comes out.
    var threads: Int
}
