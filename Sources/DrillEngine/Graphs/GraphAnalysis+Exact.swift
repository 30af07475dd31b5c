internal import DrillKernel
internal import DrillResults

/// Why a graph has no exact answer here.
public enum ExactFailure: Error, Equatable {
    /// What depends on time, by node or part of the document.
    case dependsOnTime(String)
    /// The decision diagrams outgrew their bound.
    case tooLarge(reached: Int)
}

extension GraphAnalysis {
    func exactResult() throws -> GraphResult {
        throw ExactFailure.tooLarge(reached: 0)
    }
}
