internal import Scenarios

/// The questionnaire as one HTML page: works offline and without JavaScript as a form to print; a little script saves
/// the answers as the same CSV that the blank sheet has. No request leaves the page.
public enum QuestionnaireForm {
    /// The page, with answers that are known already filled in.
    public static func html(_ answers: Answers = Answers(), extent: QuestionnaireExtent = .core) -> String {
        let questions = extent.questions(beside: answers)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <meta name="robots" content="noindex, nofollow">
            <meta name="color-scheme" content="light dark">
            <title>Questionnaire: your own company</title>
            <style>
            \(FormStyle.sheet)</style>
            </head>
            <body>
            <a class="skip" href="#questions">Skip to the questions</a>
            <header>
            <h1>Your own company</h1>
            <p class="lead">\(questions.count) questions\(extent == .core ? ", half an hour" : ""). Answer what you know and leave the rest open: the drill
            then tries every possibility, and its results show wider ranges.</p>
            <ul class="notes">
            <li>Nothing is sent anywhere: this page makes no request. Your answers stay in this window until you save them.</li>
            <li>Where something holds for a part of the company only, choose the answer and then <em>most</em> (taken as about
            80 %) or <em>some</em> (about 40 %).</li>
            <li>Answers describe where you are weak: filled in, this page is TLP:AMBER. Keep the saved file as you keep a list of
            keys.</li>
            </ul>
            <p class="print-only">Filled in by ______________________________ &nbsp; Date ________________ &nbsp; TLP:AMBER</p>
            </header>
            <main id="questions">
            \(sections(questions, answers))\(more(extent.left(beside: answers)))</main>
            <div id="bar" hidden>
            <p id="count" role="status">0 of \(questions.count) answered</p>
            <button type="button" id="save">Save answers (CSV)</button>
            </div>
            <footer>
            <noscript><p>Saving needs JavaScript. Without it, print the page, or fill in the blank sheet of
            <code>drillctl questionnaire --format csv</code>.</p></noscript>
            <p class="screen-only">Then: <code>drillctl init organization --answers answers.csv --out my-company.json</code></p>
            </footer>
            <script>
            \(FormScript.text)</script>
            </body>
            </html>

            """
    }

    private static func sections(_ questions: [Question], _ answers: Answers) -> String {
        QuestionSection.allCases.enumerated().map { number, section in
            let fields = questions.filter { $0.section == section }.map {
                field($0, value: answers[$0.id], note: answers.notes[$0.id])
            }
            guard !fields.isEmpty else { return "" }
            return """
                <section aria-labelledby="section-\(number + 1)">
                <h2 id="section-\(number + 1)">\(escape(section.rawValue))</h2>
                \(fields.joined())</section>

                """
        }.joined()
    }

    /// What the form leaves out.
    private static func more(_ left: Int) -> String {
        guard left > 0 else { return "" }
        return """
            <p class="more">\(left) more questions go into detail; without them their answers are unknown. A form with all of
            them: <code>drillctl questionnaire --all --format html</code></p>

            """
    }

    // MARK: Fields

    private static func field(_ question: Question, value: AnswerValue, note: String?) -> String {
        let isChoice = !question.choices.isEmpty
        // A group of radio buttons is named by its legend, a single field by its label.
        let (open, close) = isChoice ? ("fieldset", "fieldset") : ("div", "div")
        let title =
            isChoice
            ? "<legend>\(escape(question.text))</legend>"
            : "<label class=\"title\" for=\"\(question.id)\">\(escape(question.text))</label>"
        let condition = question.onlyIf.map { condition in
            " data-unless=\"\(condition.question)\" data-is=\"\(escape(condition.isNot.joined(separator: "|")))\""
        }
        return """
            <\(open) class="question" data-id="\(question.id)" data-section="\(escape(question.section.rawValue))" \
            data-allowed="\(escape(AnswerSheet.allowed(question)))"\(condition ?? "")>
            \(title)
            <p class="why" id="why-\(question.id)">Why: \(escape(question.why)).</p>
            \(isChoice ? choices(question, value) : input(question, value))\(noteField(question, note))</\(close)>

            """
    }

    private static func choices(_ question: Question, _ value: AnswerValue) -> String {
        // A blank form has nothing ticked: it is printed, and pens do not erase.
        var chosen: String?
        var share: AnswerShare?
        if case .choice(let answer, let part) = value { (chosen, share) = (answer, part) }
        let rows = (question.choices.map { ($0.answer, $0.meaning) } + [("unknown", nil)]).map { answer, meaning in
            let isChecked = answer == chosen
            let detail = meaning.map { " <span class=\"meaning\">\(escape($0))</span>" } ?? ""
            return """
                <label class="choice"><input type="radio" name="\(question.id)" value="\(escape(answer))"\
                \(isChecked ? " checked" : "")> <span>\(escape(answer))\(detail)</span></label>

                """
        }
        return "<div class=\"choices\">\n\(rows.joined())</div>\n"
            + (question.mayBePartial ? shares(question, share) : "")
    }

    private static func shares(_ question: Question, _ share: AnswerShare?) -> String {
        let options = AnswerShare.allCases.map { option in
            """
            <label><input type="radio" name="\(question.id)-share" value="\(option.rawValue)"\
            \(option == share ? " checked" : "")> \(option.rawValue)</label>

            """
        }
        return """
            <div class="shares" role="radiogroup" aria-label="Where does this hold?"><span aria-hidden="true">holds</span>
            \(options.joined())</div>

            """
    }

    private static func input(_ question: Question, _ value: AnswerValue) -> String {
        let isCount = if case .count = question.kind { true } else { false }
        let filled: String =
            switch value {
            case .count, .name: value.text
            case .unknown, .choice: ""
            }
        return """
            <input type="text" id="\(question.id)" class="\(isCount ? "number" : "name")" value="\(escape(filled))" \
            \(isCount ? "inputmode=\"numeric\" " : "")autocomplete="off" placeholder="unknown" \
            aria-describedby="why-\(question.id)">

            """
    }

    private static func noteField(_ question: Question, _ note: String?) -> String {
        """
        <label class="note"><span>Note</span> <input type="text" value="\(escape(note ?? ""))" autocomplete="off" \
        aria-label="Note on: \(escape(question.text))"></label>

        """
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
