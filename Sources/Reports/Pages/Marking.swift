internal import DrillResults

/// The exercise and TLP markings that head and close every page, printed ones too.
struct Marking {
    let frame: RunFrame

    var top: Markup {
        """
        <aside class="marking" aria-label="Marking"><span class="exercise">\(Wording.exercise)</span>\
        \(label)</aside>

        """
    }

    var bottom: Markup {
        """
        <footer>
        <div class="foot">
        \(frame.run.exercise.retainUntil.map { "<p>\(Wording.retention($0))</p>\n" } ?? .empty)\
        <p>\(Wording.disclaimer)</p>
        <p>\(Wording.attackNotice)</p>
        </div>
        <div class="marking"><span class="exercise">\(Wording.exercise)</span>\(label)</div>
        </footer>

        """
    }

    /// Style rules that print the markings on every sheet, in its margins.
    var sheets: Markup {
        let (exercise, marking) = (Self.styleString(Wording.exercise), Self.styleString(frame.run.exercise.marking))
        return Markup(
            trusted: """
                @page {
                  @top-left { content: \(exercise); font: 600 8pt system-ui, sans-serif; }
                  @top-right { content: \(marking); font: 700 8pt system-ui, sans-serif; }
                  @bottom-left { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; }
                  @bottom-right { content: \(marking); font: 700 8pt system-ui, sans-serif; }
                }

                """)
    }

    /// A quoted string of CSS in which everything but letters and digits is an escape, so that no text can end it.
    static func styleString(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
            case "\u{0}": ""
            default: "\\\(String(scalar.value, radix: 16)) "
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// Colours as in TLP 2.0 (FIRST, 2022): the label's own colour on black; the word carries the meaning.
    private var label: Markup {
        "<strong class=\"tlp \(style)\">\(frame.run.exercise.marking)</strong>"
    }

    private var style: Markup {
        switch frame.run.exercise.marking {
        case "TLP:RED": "tlp-red"
        case "TLP:AMBER", "TLP:AMBER+STRICT": "tlp-amber"
        case "TLP:GREEN": "tlp-green"
        default: "tlp-clear"
        }
    }
}
