/// Where the chains of successors of revoked techniques end. Each link is followed once, however many chains run over it.
package struct SuccessorChains {
    /// Where a chain ends.
    package enum End: Equatable {
        /// At the technique in force with this ATT&CK id.
        case inForce(String)
        /// In a circle, which is closed after so many techniques.
        case circle(steps: Int)
        /// At a technique that the bundle does not hold, or that nothing replaces.
        case unknown
    }

    /// The STIX id of what replaces a technique, by the STIX id of the technique.
    private let successors: [String: String]
    /// STIX id to ATT&CK id, of techniques in force.
    private let inForce: [String: String]
    private var ends: [String: End] = [:]
    /// Links looked at so far.
    package private(set) var linksFollowed = 0

    /// - Parameters:
    ///   - successors: STIX ids, of what is replaced and of what replaces it.
    ///   - inForce: STIX id to ATT&CK id, of techniques that are not revoked.
    package init(successors: [String: String], inForce: [String: String]) {
        (self.successors, self.inForce) = (successors, inForce)
    }

    /// Where the chain from a revoked technique ends.
    package mutating func end(of stix: String) -> End {
        var path: [String] = []
        var places: [String: Int] = [:]
        var current = stix
        while ends[current] == nil, places[current] == nil {
            (places[current], linksFollowed) = (path.count, linksFollowed + 1)
            path.append(current)
            guard let next = successors[current] else {
                ends[current] = .unknown
                break
            }
            if let id = inForce[next] {
                ends[current] = .inForce(id)
                break
            }
            current = next
        }
        if ends[current] == nil, let first = places[current] {
            for member in path[first...] { ends[member] = .circle(steps: path.count - first) }
        }
        var end = ends[current] ?? .unknown
        for member in path.reversed() where ends[member] == nil {
            if case .circle(let steps) = end { end = .circle(steps: steps + 1) }
            ends[member] = end
        }
        return ends[stix] ?? .unknown
    }
}
