/// A time of a company's response: whose, and which.
package struct ResponseKey: Hashable, Sendable {
    /// What takes the time.
    package enum Part: Hashable, Sendable {
        /// The whole chain from the first alert to acting.
        case chain
        /// A stage of the chain, by id.
        case handOff(String)
        /// Cutting off any department; one, by id.
        case containment(department: String?)
        /// Setting up an asset again.
        case repair
    }

    /// Id of the organization that responds.
    package var organization: String
    /// What takes the time.
    package var part: Part

    /// What is drawn for an unknown answer hangs on this text.
    package var text: String {
        let part =
            switch part {
            case .chain: ""
            case .handOff(let stage): "/\(stage)"
            case .containment(nil): "/containment"
            case .containment(let department?): "/containment/\(department)"
            case .repair: "/repair"
            }
        return "\(organization)/response\(part)"
    }
}

extension ResponseKey {
    /// What a text stands for; nil: nothing. A stage that is called as a part of its own is taken for that part.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, parts[1] == "response" else { return nil }
        let part: Part
        switch (parts.count, parts.last) {
        case (2, _): part = .chain
        case (3, "containment"): part = .containment(department: nil)
        case (3, "repair"): part = .repair
        case (3, let stage?): part = .handOff(stage)
        case (4, let department) where parts[2] == "containment": part = .containment(department: department)
        default: return nil
        }
        self.init(organization: parts[0], part: part)
    }
}
