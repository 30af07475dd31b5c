#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Reads whole files from disk, looking at the size first.
package enum DiskReader {
    /// Bytes of the largest file that is read, 64 MB.
    package static let largestFile = 64 << 20

    /// The bytes of a regular file of at most 64 MB.
    package static func read(_ path: String) -> Result<[UInt8], ReadFailure> {
        // Not blocking: opening a pipe that nobody writes to must not wait.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return .failure(failure(errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(failure(errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: return .failure(.isFolder)
        default: return .failure(.notAFile)
        }
        guard status.st_size <= DiskReader.largestFile else { return .failure(.tooLarge(bytes: Int(status.st_size))) }
        return contents(of: file, expected: Int(status.st_size))
    }

    private static func contents(of file: Int32, expected: Int) -> Result<[UInt8], ReadFailure> {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected + 1)
        var chunk = [UInt8](repeating: 0, count: min(max(expected, 4096) + 1, 1 << 20))
        while true {
            let count = chunk.withUnsafeMutableBytes { readBytes(file, into: $0.baseAddress, count: $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(failure(errno)) }
            if count == 0 { return .success(bytes) }
            bytes.append(contentsOf: chunk[..<count])
            // A file that grows while it is read.
            guard bytes.count <= DiskReader.largestFile else { return .failure(.tooLarge(bytes: bytes.count)) }
        }
    }

    private static func failure(_ code: Int32) -> ReadFailure {
        switch code {
        case ENOENT, ENOTDIR: .notFound
        case EACCES, EPERM: .noPermission
        default: .system(code: code)
        }
    }
}

/// `read(2)`, whose name a method above shadows.
private func readBytes(_ file: Int32, into buffer: UnsafeMutableRawPointer?, count: Int) -> Int {
    read(file, buffer, count)
}
