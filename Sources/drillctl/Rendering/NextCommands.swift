/// Commands to type next, as they would have to be typed.
struct NextCommands {
    var program: String
    /// The store that was named on the command line, if one was.
    var store: String?

    func replay(_ organization: String, trial: Int) -> String {
        command("replay last --organization \(organization) --trial \(trial)")
    }

    func show() -> String { command("runs show last") }

    private func command(_ text: String) -> String {
        let store = store.map { " --store " + ($0.contains(where: Self.needsQuotes) ? "'\($0)'" : $0) } ?? ""
        return "\(program) \(text)\(store)"
    }

    private static func needsQuotes(_ character: Character) -> Bool {
        !(character.isLetter || character.isNumber || "/._-+".contains(character))
    }
}
