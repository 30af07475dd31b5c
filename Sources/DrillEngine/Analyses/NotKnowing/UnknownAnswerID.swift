/// What drivers that are open answers are called, so that whoever asks finds the answer that settles one.
public enum UnknownAnswerID {
    /// Which level of a control the whole company has.
    public static func level(of control: String, in organization: String) -> String {
        level(AnswerKey(organization: organization, scope: .company, control: control))
    }

    /// How much of the company a control covers.
    public static func coverage(of control: String, in organization: String) -> String {
        coverage(AnswerKey(organization: organization, scope: .company, control: control))
    }

    /// How long a stage of the response chain takes.
    public static func handOff(_ stage: String) -> String { response("hand-off/\(stage)") }

    /// How long it takes to cut off a department.
    public static let containment = response("containment")

    /// How long it takes to set up an asset again.
    public static let repair = response("repair")

    // MARK: Parts

    static func level(_ key: AnswerKey) -> String { "level/\(key.text)" }

    static func coverage(_ key: AnswerKey) -> String { "coverage/\(key.text)" }

    static func response(_ part: String) -> String { "response/\(part)" }
}
