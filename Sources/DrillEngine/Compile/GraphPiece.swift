internal import DrillKernel

/// A part of the graph that depends on how controls stand somewhere, or on the response, with all that it takes to make it
/// again when the answers are others. Which nodes, notices, clocks and repairs there are does not depend on answers.
protocol GraphPiece {
    /// The member in whose part of the graph it is.
    var member: Int { get }
    /// The member on whose response it depends; nil: on nobody's.
    var answering: Int? { get }
    /// Makes it for the answers as the draft's input has them.
    func make(in draft: inout GraphDraft)
    /// Names what it makes.
    func note(in parts: inout ReplacedParts)
}

extension GraphPiece {
    var answering: Int? { nil }
}
