internal import Foundation
internal import Scenarios

extension Organization {
    /// Whether this machine's time zone database has the organization's zone, if it has one.
    ///
    /// - Throws: `CompileError.unknownZone`.
    func checkZone() throws(CompileError) {
        if let timeZone, TimeZone(identifier: timeZone) == nil { throw .unknownZone(timeZone) }
    }
}
