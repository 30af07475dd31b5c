/// An expected end of a command that did not do what was asked.
struct CommandFailure: Error, Equatable {
    var status: ExitStatus
    /// For people, on standard error, without the leading `error: `; nil when the command has said it already.
    var message: String?

    /// A plain failure.
    init(_ message: String) { self.init(.failure, message) }

    /// A failure that says why.
    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    /// An end after everything has been said.
    init(silently status: ExitStatus) {
        self.status = status
        self.message = nil
    }
}
