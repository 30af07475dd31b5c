/// All questions, in the order in which they are asked.
public enum Questionnaire {
    /// The questions, section by section.
    public static let questions: [Question] =
        company + encryption + access + systems + people + watching + recovery + suppliers

    /// The question of an id; nil where there is none.
    public static func question(_ id: String) -> Question? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0) })

    /// Controls of the catalog that no question asks for, and why; they stay `"unknown"` and can be written by hand.
    public static let notAsked: [String: String] = [
        "hardening": "hardly anybody can answer it for a whole company; set it by hand where a baseline is enforced"
    ]
}
