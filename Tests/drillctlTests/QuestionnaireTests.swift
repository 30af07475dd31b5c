import Foundation
import Testing

/// The questionnaire's three forms, end to end.
@Suite struct QuestionnaireTests {
    @Test("the blank sheet goes in as it came out")
    func sheet() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["questionnaire", "--format", "csv", "--out", "a.csv"], in: scratch.url)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("fill in the column"))
        #expect(outcome.output.contains("18 questions go into detail: "))
        #expect(outcome.output.contains("questionnaire --all --format csv\n"))
        #expect(try scratch.text("a.csv").hasPrefix("\u{FEFF}id,section,question,\"answers allowed\",answer,note\r\n"))
        let made = try Binary.run(
            ["init", "organization", "--template", "education", "--answers", "a.csv"], in: scratch.url)
        #expect(made.status == 0, "\(made.messages)")
        #expect(
            try made.output == Binary.run(["init", "organization", "--template", "education"], in: scratch.url).output)
        #expect(try Binary.run(["questionnaire", "--format", "csv", "--out", "a.csv"], in: scratch.url).status == 1)
    }

    @Test("the form asks everything, labels everything, and requests nothing", arguments: [[], ["--all"]])
    func form(extent: [String]) throws {
        let outcome = try Binary.run(["questionnaire", "--format", "html"] + extent)
        #expect(outcome.status == 0)
        let page = outcome.output
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.contains("default-src 'none'"))
        for address in ["http:", "https:", "src=", "@import", "url(", "<form", "fetch("] {
            #expect(!page.contains(address))
        }
        let isWhole = extent == ["--all"]
        #expect(page.contains("18 more questions go into detail") != isWhole)
        #expect(page.contains(">In more detail</h2>") == isWhole)
        let sheet = try Binary.run(["questionnaire", "--format", "csv"] + extent).output
        // Without a row that names no question.
        let rows = sheet.split(separator: "\r\n").dropFirst().filter { !$0.hasPrefix(",") }
        let count = rows.count
        #expect(count == (isWhole ? 54 : 36))
        #expect(page.components(separatedBy: "class=\"question\"").count - 1 == count)
        #expect(
            page.components(separatedBy: "<legend>").count
                + page.components(separatedBy: "<label class=\"title\"").count - 2 == count)
        // As many rows as the sheet, under the same ids.
        for row in rows {
            let id = row.prefix { $0 != "," }
            #expect(page.contains("data-id=\"\(id)\""))
        }
    }

    @Test("answers that are known are filled in, whatever they contain")
    func filled() throws {
        let scratch = try Scratch()
        _ = try scratch.write(
            "id,answer,note\ncompany-name,\"<script>alert(1)</script>\",\"a \"\"b\"\" <b>\"\nrights,\"what the role needs, some\",\n",
            as: "a.csv")
        let page = try Binary.run(["questionnaire", "--format", "html", "--answers", "a.csv"], in: scratch.url).output
        #expect(page.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""))
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("name=\"rights\" value=\"what the role needs\" checked"))
        #expect(page.contains("name=\"rights-share\" value=\"some\" checked"))
        let sheet = try Binary.run(["questionnaire", "--format", "csv", "--answers", "a.csv"], in: scratch.url).output
        #expect(sheet.contains("\"what the role needs, some\""))
    }

    @Test("the dialogue: stopped, continued, finished, the same as from its sheet")
    func dialogue() throws {
        let scratch = try Scratch()
        let arguments = ["questionnaire", "--out", "own.json"]
        let (status, shown) = try Self.talk(arguments, in: scratch, "retail\nNil\n2600\n\nquit\n")
        #expect(status == 0)
        #expect(shown.contains("How many people work there?"))
        #expect(shown.contains("Continue "))
        #expect(try scratch.contents == ["own.answers.csv"])
        #expect(try scratch.text("own.answers.csv").contains("2600"))

        let rest = String(repeating: "\n", count: 60)
        let (end, second) = try Self.talk(arguments, in: scratch, rest)
        #expect(end == 0, "\(second)")
        #expect(second.contains("Continuing from own.answers.csv"))
        #expect(second.contains("Wrote    own.json"))
        let document = try scratch.text("own.json")
        #expect(document.contains(#""name": "Nil""#) && document.contains(#""headcount": 2600"#))
        let again = try Binary.run(["init", "organization", "--answers", "own.answers.csv"], in: scratch.url)
        #expect(again.output == document)
        #expect(try Binary.run(["validate", "own.json"], in: scratch.url).status == 0)
    }

    @Test("the dialogue asks the core, tells of the rest, and goes on with it")
    func detail() throws {
        let scratch = try Scratch()
        let (status, shown) = try Self.talk(
            ["questionnaire", "--out", "own.json"], in: scratch, "retail\n" + String(repeating: "\n", count: 60))
        #expect(status == 0, "\(shown)")
        #expect(shown.contains("1 of 36"))
        #expect(!shown.contains("In more detail"))
        #expect(shown.contains("18 more questions go into detail"))
        #expect(shown.contains("drillctl questionnaire --all --out own.json --force"))

        let (left, begun) = try Self.talk(
            ["questionnaire", "--all", "--out", "own.json", "--force"], in: scratch, "inside as well\n\nquit\n")
        #expect(left == 0, "\(begun)")
        #expect(begun.contains("In more detail") && begun.contains("37 of 54"))
        #expect(begun.contains("Continue ") && begun.contains("questionnaire --all --out own.json --force"))
        #expect(try scratch.text("own.answers.csv").contains("inside as well"))
    }

    @Test("a file that is there is not lost, nor half an hour of answers")
    func exists() throws {
        let scratch = try Scratch()
        _ = try scratch.write("mine", as: "own.json")
        let (status, shown) = try Self.talk(["questionnaire", "--out", "own.json"], in: scratch, "")
        #expect(status == 1)
        #expect(shown.contains("exists already"))
        #expect(try scratch.contents == ["own.json"])
    }

    /// Types the lines at a terminal and returns all that was shown.
    private static func talk(
        _ arguments: [String], in scratch: Scratch, _ lines: String
    ) throws -> (status: Int32, shown: String) {
        let terminal = try PseudoTerminal()
        let process = try terminal.start(arguments, in: scratch.url, environment: ["NO_COLOR": "1"])
        terminal.type(lines)
        var shown = ""
        while let more = terminal.read() { shown += more }
        process.waitUntilExit()
        return (process.terminationStatus, shown)
    }
}
