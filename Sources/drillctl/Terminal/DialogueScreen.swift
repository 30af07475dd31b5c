import Intake

/// Shows the questionnaire at a terminal, one question at a time.
struct DialogueScreen {
    static let width = 78

    let context: Context
    let style: Style

    func greet(kept: String, isContinued: Bool) throws {
        let begin =
            isContinued ? "Continuing from \(kept.printable)." : "Answers are kept in \(kept.printable) as you go."
        try context.output.writeLine(style(.heading, "Your own company"))
        try context.output.writeLine(begin)
        for line in Dialogue.help.split(separator: "\n") { try context.output.writeLine(String(line)) }
    }

    /// A question out of a few that were chosen.
    struct Turn {
        var number: Int
        var of: Int
        /// What depends on the answer, in one sentence.
        var stake: String
    }

    /// Asks until the conversation has moved on.
    ///
    /// - Parameter turn: nil where the questionnaire itself is gone through.
    func ask(_ dialogue: inout Dialogue, _ turn: Turn? = nil) throws {
        guard var prompt = dialogue.prompt else { return }
        if let turn { (prompt.number, prompt.of) = (turn.number, turn.of) }
        try show(prompt, stake: turn?.stake)
        while true {
            try context.output.write(style(.command, "> "))
            guard let line = context.input.nextLine() else {
                try context.output.writeLine()
                return dialogue.end()
            }
            switch dialogue.respond(to: line) {
            case .taken: return
            case .told(let message): try context.output.writeLine(Self.wrapped(message.printable, indent: ""))
            }
        }
    }

    private func show(_ prompt: DialoguePrompt, stake: String?) throws {
        var lines: [String] = [""]
        if prompt.share == nil {
            let (section, progress) = prompt.heading
            let gap = Self.width - section.count - progress.count
            lines += [style(.aside, section + String(repeating: " ", count: max(2, gap)) + progress)]
        }
        lines.append(style(.heading, Self.wrapped(prompt.title, indent: "")))
        if let why = prompt.why { lines.append(style(.aside, Self.wrapped("Why: \(why).", indent: ""))) }
        if prompt.share == nil, let stake { lines.append(style(.aside, Self.wrapped(stake.printable, indent: ""))) }
        lines += prompt.options
        lines.append(style(.aside, prompt.hint))
        try context.output.writeLine(lines.joined(separator: "\n"))
    }

    /// Broken at blanks into lines of at most 78 columns.
    static func wrapped(_ text: String, indent: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            var lines: [String] = []
            for word in paragraph.split(separator: " ") {
                if let last = lines.last, last.count + 1 + word.count <= width {
                    lines[lines.count - 1] = last + " " + word
                } else {
                    lines.append(indent + word)
                }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
