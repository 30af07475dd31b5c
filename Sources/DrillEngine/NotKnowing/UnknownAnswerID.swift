/// What drivers that are open answers are called, so that whoever asks finds the answer that settles one.
public enum UnknownAnswerID {
    /// Which level of a control the whole company has.
    public static func level(of control: String, in organization: String) -> String {
        level(key(control, in: organization, scope: ""))
    }

    /// How much of the company a control covers.
    public static func coverage(of control: String, in organization: String) -> String {
        coverage(key(control, in: organization, scope: ""))
    }

    /// How long a stage of the response chain takes.
    public static func handOff(_ stage: String) -> String { response("hand-off/\(stage)") }

    /// How long it takes to cut off a department.
    public static let containment = response("containment")

    /// How long it takes to set up an asset again.
    public static let repair = response("repair")

    // MARK: Parts

    /// An answer about a control, as the compiler names it.
    ///
    /// - Parameter scope: an asset's id, `department` and a department's; empty for the whole company.
    static func key(_ control: String, in organization: String, scope: String) -> String {
        "\(organization)/\(scope)/\(control)"
    }

    static func level(_ key: String) -> String { "level/\(key)" }

    static func coverage(_ key: String) -> String { "coverage/\(key)" }

    static func response(_ part: String) -> String { "response/\(part)" }
}
