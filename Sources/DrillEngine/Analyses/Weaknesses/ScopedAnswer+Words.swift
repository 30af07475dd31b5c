internal import Scenarios

extension ScopedAnswer {
    /// "Prompt on the phone, for 70 %".
    ///
    /// - Parameter control: What was answered about.
    func words(_ control: Control) -> String {
        var words = level.map { control.levels[$0].title } ?? "Unknown"
        if isAssumed { words += " (assumed)" }
        switch coverage {
        case nil: words += ", for an unknown share"
        case .some(let share) where share < 1: words += ", for \(Int((share * 100).rounded())) %"
        default: break
        }
        return words
    }
}
