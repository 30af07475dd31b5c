/// What can go wrong with stored runs, each with a sentence for people.
public enum StoreError: Error, Sendable, Equatable {
    /// The file or its folder could not be made, opened or written.
    case cannotOpen(path: String, reason: String)
    /// A database, but not one of this program.
    case notAStore(path: String)
    /// No database at all, a damaged one, or a run in it that cannot be read.
    case corrupt(path: String, reason: String)
    /// No room was left on the disk; nothing of the run was written.
    case full(path: String)
    /// Another program kept the file for itself for longer than the store waits.
    case busy(path: String)
    /// A later version of the program has changed the file; `migrations` are those that this one does not know.
    case newerSchema(path: String, migrations: [String])
    /// No stored run goes by that name.
    case notFound(reference: String)
    /// Several different runs begin like that; `runIDs` are theirs, in order.
    case ambiguous(reference: String, runIDs: [String])
    /// The action register has no such action.
    case noAction(id: String)
    /// The result holds something that no file can keep, such as a number that is not finite.
    case notStorable(reason: String)
}

extension StoreError {
    /// Whether waiting would help: another program has the file.
    public var isBusy: Bool { if case .busy = self { true } else { false } }
}

extension StoreError: CustomStringConvertible {
    /// One or two sentences: what happened, and what to do.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "Cannot open the stored runs at \(path): \(reason)."
        case .notAStore(let path):
            "\(path) is a database of another program; it was left as it is. Name another file."
        case .corrupt(let path, let reason):
            "The stored runs at \(path) are damaged: \(reason). Move the file away and run again; a new one is made."
        case .full(let path):
            "The disk is full: nothing was added to the stored runs at \(path)."
        case .busy(let path):
            "The stored runs at \(path) are in use by another program. Try again when it is done."
        case .newerSchema(let path, let migrations):
            "The stored runs at \(path) were written by a later version of this program "
                + "(\(migrations.joined(separator: ", "))). Update it, or name another file."
        case .notFound(let reference):
            "There is no stored run \"\(reference)\". Say \"last\", a run's number, or at least "
                + "\(RunReference.shortestPrefix) first digits of its id."
        case .ambiguous(let reference, let runIDs):
            "\"\(reference)\" fits \(runIDs.count) runs: \(runIDs.map { $0.prefix(16) }.joined(separator: ", ")). "
                + "Give more digits."
        case .noAction(let id):
            "There is no action \(id) in the register; \"actions list\" shows them all."
        case .notStorable(let reason):
            "The result cannot be stored: \(reason)."
        }
    }
}
