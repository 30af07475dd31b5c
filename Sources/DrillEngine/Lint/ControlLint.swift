internal import DrillResults
public import Scenarios

/// Warns where no control of the catalog touches a step, at whatever level: nobody could do anything about it.
public struct ControlLint: Sendable {
    private let mapper: ControlMapper

    /// - Parameter techniques: ATT&CK's, for tactics.
    public init(catalog: Catalog, techniques: TechniqueTable) {
        mapper = ControlMapper(catalog: catalog, techniques: techniques)
    }

    /// The findings in a story, at its steps. What happens outside the company, and what the story says leaves no trace, is
    /// meant so.
    ///
    /// - Parameter source: The file that the story was read from.
    public func diagnostics(_ scenario: Scenario, in source: SourceFile) -> [Diagnostic] {
        mapper.map(scenario).steps.enumerated().filter { $1.isUntouched }.map { index, step in
            source.diagnostic(
                as: .warning, .untouchedStep,
                "no control of the catalog prevents, slows or notices the step \"\(step.step)\", at any level",
                at: ["steps", .index(index)],
                fix: "name its technique and how it may be noticed; \"noticed\": [] says that nobody can")
        }
    }
}
