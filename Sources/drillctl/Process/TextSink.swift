import Foundation

/// An open file descriptor that takes text.
struct TextSink: Sendable {
    let descriptor: Int32
    /// As people call it, for messages: "standard output".
    let name: String

    /// Whether a person is likely to look at it as it is written.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal, nil when it is none.
    var columns: Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes all of the text, or throws.
    func write(_ text: String) throws(SinkError) {
        var remaining = Array(text.utf8)[...]
        while !remaining.isEmpty {
            let count = remaining.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                remaining = remaining.dropFirst(count)
            } else if errno == EPIPE {
                throw .closed
            } else if errno != EINTR {
                throw .cannotWrite(name: name, code: errno)
            }
        }
    }

    /// Writes the text and ends the line.
    func writeLine(_ text: String = "") throws(SinkError) { try write(text + "\n") }
}

/// Why text could not be written.
enum SinkError: Error, Equatable {
    /// The reader has gone (`drillctl … | head`).
    case closed
    case cannotWrite(name: String, code: Int32)
}
