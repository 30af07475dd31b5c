import ArgumentParser

/// A subcommand that gets its surroundings handed in.
protocol DrillCommand: ParsableCommand {
    /// Does the work; throws `CommandFailure` for every expected end but success.
    func run(in context: Context) async throws
}
