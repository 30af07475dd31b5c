internal import DrillResults

// What one company gets is made of its own part of a run: no other company, no document, no digest, no run id, no count of
// the exercise.

extension RunResult {
    /// The run as one company may know it.
    func handOut(of company: CompanyResult) -> RunResult {
        var own = self
        own.companies = [company]
        own.documents = []
        own.leftOut = nil
        // The run's id is a digest over everybody's documents.
        own.runID = ""
        own.basis = company.basis ?? Basis(figures: 0, judgement: 0, unknownAnswers: 0, assumedAnswers: 0)
        return own
    }
}

extension RunAnalysis {
    /// The analysis as one company may know it.
    func handOut(of company: String) -> RunAnalysis {
        var own = self
        own.companies = companies.filter { $0.organization == company }
        own.runID = ""
        return own
    }
}

extension ReportOptions {
    /// One company's surroundings.
    func handOut(of company: String) -> ReportOptions {
        ReportOptions(date: date, companies: companies.filter { $0.key == company })
    }
}
