/// Paths in documents: relative to the document that holds them.
package enum RelativePath {
    /// The path of a reference, seen from where `base` itself is seen; `.` and `..` are folded away where possible.
    package static func resolve(_ reference: String, from base: String) -> String {
        if reference.hasPrefix("/") { return normalized(reference) }
        return normalized(folder(of: base) + reference)
    }

    /// The folder of a path with its slash; empty when the path has none.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }

    /// The path without its folder.
    package static func name(of path: String) -> String { String(path.dropFirst(folder(of: path).count)) }

    /// The path as seen from the folder, with `..` where it lies outside; the path itself where no way is known, which
    /// is so between an absolute and a relative one.
    package static func path(_ path: String, seenFrom folder: String) -> String {
        guard path.hasPrefix("/") == folder.hasPrefix("/") else { return path }
        let target = normalized(path).split(separator: "/")
        let start = normalized(folder).split(separator: "/")
        let shared = zip(target, start).prefix { $0 == $1 }.count
        let up = start.dropFirst(shared)
        // Where a folder above the start lies cannot be told from the text.
        guard !up.contains("..") else { return path }
        return (up.map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
    }

    /// The path without `.`, without `folder/..`, without doubled slashes.
    package static func normalized(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part == "..", path.hasPrefix("/") {
                continue
            } else {
                parts.append(part)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
