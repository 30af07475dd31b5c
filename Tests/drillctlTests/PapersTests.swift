import Foundation
import Testing

/// `drillctl papers` and `drillctl record`: from the exercise to paper, from a typed log to the report.
@Suite struct PapersTests {
    static let exercise = RunTests.exercise
    static let one = ["--scenario", "unpatched-portal", "--organization", "harbor-credit", "--trials", "200"]

    private func papers(_ flags: [String], in scratch: Scratch) throws -> Binary.Outcome {
        try Binary.run(["papers", Self.exercise] + Self.one + flags, in: scratch.url)
    }

    @Test("papers: an index, a folder a session, readable by nobody else")
    func folder() throws {
        let scratch = try Scratch()
        let outcome = try papers(["--out", "p"], in: scratch)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.hasPrefix("EXERCISE"))
        #expect(outcome.output.contains("Papers   p/index.html"))
        let inner = scratch.url.appending(path: "p/scenario-1/harbor-credit")
        let names = try FileManager.default.contentsOfDirectory(atPath: inner.path).sorted()
        for name in [
            "actions.csv", "agenda.docx", "agenda.html", "evaluation-guide.csv", "evaluation-guide.docx",
            "evaluation-guide.html", "events-list.csv", "facilitator-guide.docx", "facilitator-guide.html",
            "feedback.html",
            "players-security.html", "situation-manual.html",
        ] { #expect(names.contains(name), "\(name)") }
        for path in ["p", "p/scenario-1", "p/scenario-1/harbor-credit"] { #expect(try mode(scratch, path) == 0o700) }
        for name in names { #expect(try mode(scratch, "p/scenario-1/harbor-credit/" + name) == 0o600) }
        let guide = try scratch.text("p/scenario-1/harbor-credit/facilitator-guide.html")
        #expect(guide.contains("trials") && guide.contains("→"))
        let index = try scratch.text("p/index.html")
        for link in index.matches(of: #/href="([^"]+)"/#) {
            #expect(FileManager.default.fileExists(atPath: scratch.url.appending(path: "p/" + String(link.1)).path))
        }
        // Written again in place, with fewer formats.
        #expect(try papers(["--out", "p", "--format", "html"], in: scratch).status == 0)
        #expect(!FileManager.default.fileExists(atPath: inner.appending(path: "agenda.docx").path))
        // Other people's files stay.
        _ = try scratch.write("mine", as: "p/scenario-1/harbor-credit/notes.txt")
        let refused = try papers(["--out", "p"], in: scratch)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("notes.txt"))
        #expect(try scratch.text("p/scenario-1/harbor-credit/notes.txt") == "mine")
    }

    private func mode(_ scratch: Scratch, _ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.url.appending(path: path).path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("the same bytes each time")
    func reproducible() throws {
        let scratch = try Scratch()
        for (folder, threads) in [("a", "1"), ("b", "3")] {
            #expect(try papers(["--out", folder, "--threads", threads], in: scratch).status == 0)
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: scratch.url.appending(path: "a").path)
        #expect(names.count > 20)
        for name in names {
            let files = ["a", "b"].map {
                FileManager.default.contents(atPath: scratch.url.appending(path: "\($0)/\(name)").path)
            }
            #expect(files[0] == files[1], "\(name)")
        }
    }

    @Test("an unknown scenario or organization is wrong usage")
    func unknown() throws {
        let scratch = try Scratch()
        let outcome = try Binary.run(["papers", Self.exercise, "--organization", "harbour-credit"], in: scratch.url)
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("did you mean \"harbor-credit\"?"))
        #expect(try scratch.contents.isEmpty)
    }

    @Test("a catalog of one's own stands behind the figures in the guide")
    func ownCatalog() throws {
        let scratch = try Scratch()
        let document = Data(try Binary.run(["catalog", "--format", "document"]).output.utf8)
        var catalog = try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
        var controls = try #require(catalog["controls"] as? [[String: Any]])
        let place = try #require(controls.firstIndex { $0["id"] as? String == "monitoring" })
        var levels = try #require(controls[place]["levels"] as? [[String: Any]])
        for level in levels.indices {
            levels[level]["effects"] = (levels[level]["effects"] as? [[String: Any]])?.map { effect in
                var watchful = effect
                if effect["noticing"] != nil {
                    watchful["noticing"] = ["low": 0.6, "likely": 0.7, "high": 0.8, "source": "judgement"]
                }
                return watchful
            }
        }
        controls[place]["levels"] = levels
        catalog["controls"] = controls
        let path = try scratch.write(try JSONSerialization.data(withJSONObject: catalog), as: "own.json")
        #expect(try papers(["--out", "a", "--format", "html"], in: scratch).status == 0)
        let own = try papers(["--out", "b", "--format", "html", "--catalog", path], in: scratch)
        #expect(own.status == 0, "\(own.messages)")
        let guides = try ["a", "b"].map { try scratch.text("\($0)/scenario-1/harbor-credit/facilitator-guide.html") }
        #expect(guides[0] != guides[1])
        let missing = try papers(["--out", "c", "--attack", "missing.json"], in: scratch)
        #expect(missing.status == 65 && missing.messages.contains("missing.json"))
    }

    @Test("record: from the template of papers to the report")
    func record() throws {
        let scratch = try Scratch()
        #expect(try papers(["--out", "p", "--format", "csv"], in: scratch).status == 0)
        var lines = try scratch.text("p/scenario-1/harbor-credit/actions.csv").components(separatedBy: "\r\n")
        // Filled in as a spreadsheet in Germany would save it: the blank cells of some rows.
        func fill(_ key: String, _ time: String, _ done: String, _ rating: String) throws {
            let index = try #require(lines.firstIndex { $0.contains(",\(key),") })
            lines[index] = lines[index].replacingOccurrences(of: ",\(key),,,", with: ",\(key),\(done),\(rating),")
            lines[index] = time + lines[index]
        }
        try fill("advisory", "10:00", "", "")
        try fill("advisory/inventory", "10:20", "yes", "S")
        try fill("advisory/owner-told", "", "no", "")
        try fill("emergency-fix/at-once", "10:30", "yes", "")
        try fill("evaluation/fix-race", "", "", "M")
        let log = try scratch.write(lines.joined(separator: "\r\n"), as: "actions.csv")
        let outcome = try Binary.run(["record", Self.exercise, log] + Self.one + ["--out", "r"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.messages == "")
        let report = try scratch.text("r/after-action-report.html")
        for words in [
            "Improvement plan", "Performed with Major Challenges", "Tell the owner of each, and hear back",
            "done, nobody said when", "not evaluated",
        ] {
            #expect(report.contains(words), "\(words)")
        }
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(scratch.text("r/record.json").utf8)) as? [String: Any])
        #expect(json["schemaVersion"] as? Int == 1)
        #expect(json["trials"] as? Int == 200)
        let human = try #require(json["human"] as? [String: Any])
        #expect((human["improvements"] as? [Any])?.count == 2)
        for name in [
            "after-action-report.docx", "evaluation-guide-completed.csv", "improvement-plan.csv", "index.html",
        ] {
            #expect(FileManager.default.fileExists(atPath: scratch.url.appending(path: "r/" + name).path), "\(name)")
        }
        try pages(withRecord: "r/record.json", log, in: scratch)
    }

    /// The session goes on the manager's page of the company that played, and on no other.
    private func pages(withRecord record: String, _ log: String, in scratch: Scratch) throws {
        func run(_ flags: [String]) throws -> Binary.Outcome {
            try Binary.run(["run", Self.exercise] + RunTests.few + flags, in: scratch.url)
        }
        let done = try run(["--record", record, "--date", "2026-11-25", "--out", "s"])
        #expect(done.status == 0, "\(done.messages)")
        let page = try scratch.text("s/companies/harbor-credit/harbor-credit-2026-11-25-manager.html")
        #expect(page.contains("At the tabletop “"))
        #expect(page.contains("How people acted") && page.contains("<strong>0 in time</strong>"))
        #expect(page.contains("<dd>2026-11-25</dd>"))
        #expect(
            !(try scratch.text("s/companies/meridian-bank/meridian-bank-2026-11-25-manager.html")).contains(
                "How people acted"))
        let twice = try run(["--record", record, "--record", record])
        #expect(twice.status == 64 && twice.messages.contains("second record"), "\(twice.messages)")
        let wrong = try run(["--record", log])
        #expect(wrong.status == 65 && wrong.messages.contains("no record of a session"), "\(wrong.messages)")
        let never = try run(["--date", "2026-02-30"])
        #expect(never.status == 64 && never.messages.contains("--date"), "\(never.messages)")
    }

    @Test("record: all mistakes in one run, and nothing is written")
    func mistakes() throws {
        let scratch = try Scratch()
        let log = try scratch.write(
            "time;team;inject;done;rating;note\n25:00;Securty;advisory;no;P;x\n10:00;security;advisry;yes;80 %;\n",
            as: "actions.csv")
        let outcome = try Binary.run(["record", Self.exercise, log] + Self.one, in: scratch.url)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        for words in [
            ":2:1: error: \"25:00\" is no time", ":2:7: error: Harbor Credit", "did you mean \"Security\"?",
            ":2:27: error: rated P but not done", "did you mean \"advisory\"?", ":3:28: error: \"80 %\"",
            "1 document: 5 errors",
        ] { #expect(outcome.messages.contains(words), "\(words)\n\(outcome.messages)") }
        #expect(try scratch.contents == ["actions.csv"])
    }

    /// Trial by trial: where one decision ends the next begins, and the last ends where all together end.
    @Test("record: decisions are measured on the path that was played")
    func path() throws {
        let scratch = try Scratch()
        let scenario = try #require(
            try JSONSerialization.jsonObject(
                with: Data(
                    contentsOf: URL(filePath: Self.exercise).deletingLastPathComponent()
                        .deletingLastPathComponent().appending(path: "unpatched-portal.json")))
                as? [String: Any])
        let decisions = try #require(scenario["decisions"] as? [[String: Any]])
        var taken: [String: String] = [:]
        for decision in decisions {
            let id = try #require(decision["id"] as? String)
            let options = try #require(decision["options"] as? [[String: Any]]).compactMap { $0["id"] as? String }
            taken[id] = options.first { $0 != decision["default"] as? String }
        }
        #expect(taken.count > 1)
        let rows = taken.sorted { $0.key < $1.key }.map { ",,\($0.key)/\($0.value),yes\n" }.joined()
        let log = try scratch.write("time,team,inject,done\n" + rows, as: "actions.csv")
        let outcome = try Binary.run(["record", Self.exercise, log] + Self.one + ["--out", "r"], in: scratch.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(scratch.text("r/record.json").utf8)) as? [String: Any])
        let played = try #require(json["played"] as? [String: Any])
        let order = try #require((json["human"] as? [String: Any])?["decisions"] as? [[String: Any]])
            .compactMap { $0["decision"] as? String }
        let options = try #require(played["options"] as? [[String: Any]])
        func counts(_ comparison: Any?, _ side: String) -> [Int] {
            let objectives = (comparison as? [String: Any])?["objectives"] as? [[String: Any]] ?? []
            return objectives.compactMap { ($0[side] as? [String: Any])?["count"] as? Int }
        }
        let steps = order.map { id in
            options.first { $0["decision"] as? String == id && $0["option"] as? String == taken[id] }?["comparison"]
        }
        for (one, next) in zip(steps, steps.dropFirst()) {
            #expect(!counts(one, "after").isEmpty && counts(one, "after") == counts(next, "before"))
        }
        #expect(counts(steps.first ?? nil, "before") == counts(played["joint"], "before"))
        #expect(counts(steps.last ?? nil, "after") == counts(played["joint"], "after"))
        #expect(counts(played["joint"], "before") != counts(played["joint"], "after"))
    }

    /// The same as with documents in which what was taken before is the default, every count of it.
    @Test("record: effects on the path are those of documents with the options played as defaults")
    func pathAsDefaults() throws {
        let scratch = try Scratch()
        try Library.copy(in: scratch)
        let (story, exercise) = ("copy/unpatched-portal.json", "copy/exercises/autumn-drill.json")
        let head = "time,team,inject,done\n"
        func record(_ rows: String, _ folder: String) throws -> [String: Any] {
            let log = try scratch.write(head + rows, as: "\(folder).csv")
            let outcome = try Binary.run(
                ["record", exercise, log] + Self.one + ["--format", "csv", "--out", folder], in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            let json = try JSONSerialization.jsonObject(with: Data(scratch.text("\(folder)/record.json").utf8))
            return try #require(json as? [String: Any])
        }
        func options(_ part: Any?, of decision: String) -> NSArray {
            let all = (part as? [String: Any])?["options"] as? [[String: Any]] ?? []
            return all.filter { $0["decision"] as? String == decision } as NSArray
        }
        let played = try record(
            ",,emergency-fix/at-once,yes\n,,isolate-portal/isolate,yes\n,,change-passwords/all-now,yes\n", "played")
        let path: [(decision: String, option: String)] = [
            ("emergency-fix", "at-once"), ("isolate-portal", "isolate"), ("change-passwords", "all-now"),
        ]
        for (number, step) in path.enumerated() {
            // Nothing is taken in this log, so its forecast is that of the documents alone.
            let plain = try record("", "plain-\(number)")
            let expected = options(plain["simulated"], of: step.decision)
            #expect(expected.count > 0)
            #expect(options(played["played"], of: step.decision) == expected, "\(step.decision)")
            var document = try #require(
                try JSONSerialization.jsonObject(with: Data(scratch.text(story).utf8)) as? [String: Any])
            var decisions = try #require(document["decisions"] as? [[String: Any]])
            let place = try #require(decisions.firstIndex { $0["id"] as? String == step.decision })
            decisions[place]["default"] = step.option
            document["decisions"] = decisions
            _ = try scratch.write(JSONSerialization.data(withJSONObject: document), as: story)
        }
    }

    /// What people, forms and spreadsheets make of a log, each read end to end with the right value.
    @Test("record: times, numbers, title lines and words as people type them")
    func asTyped() throws {
        let scratch = try Scratch()
        func record(_ text: String) throws -> (messages: String, actions: [[String: Any]], times: [String: String]) {
            let log = try scratch.write(text, as: "log.csv")
            let outcome = try Binary.run(
                ["record", Self.exercise, log] + Self.one + ["--format", "csv", "--out", "r"], in: scratch.url)
            #expect(outcome.status == 0, "\(outcome.messages)")
            let json =
                try JSONSerialization.jsonObject(with: Data(scratch.text("r/record.json").utf8)) as? [String: Any]
            let human = try #require(json?["human"] as? [String: Any])
            return (
                outcome.messages, try #require(human["actions"] as? [[String: Any]]),
                human["injectTimes"] as? [String: String] ?? [:]
            )
        }
        func outcome(_ action: String, in actions: [[String: Any]]) -> String? {
            actions.first { $0["action"] as? String == action }?["outcome"] as? String
        }
        let times = [
            "0910", "0915 hrs", "11/24/2026 9:20:05 AM", "24/11/2026 09:25", "2026-11-24 09:30:12.57", "15:09h", "10.4",
            "0.604", "H+1",
        ]
        let actions = [
            "advisory/inventory", "advisory/owner-told", "exploit-posted/shield", "odd-queries/second-look",
            "blind-inspection/renew", "blind-inspection/look-back", "first-alert/incident-lead", "first-alert/evidence",
            "which-records/scope",
        ]
        let rows = zip(times, actions).map { "\($0),Security,\($1),yes\n" }.joined()
        let typed = try record("time,team,inject,done\n" + rows)
        #expect(typed.actions.count { $0["outcome"] as? String == "done" } == times.count)
        #expect(typed.actions.flatMap { $0["times"] as? [String] ?? [] }.sorted() == times.sorted())

        let zones = try record(
            "time,team,inject,done\n09:55:00.000Z,Security,advisory/inventory,yes\n10:57 UTC+1,IT,advisory/owner-told,yes\n"
        )
        #expect(zones.messages == "")
        #expect(zones.actions.compactMap { ($0["teams"] as? [String])?.first } == ["Security", "IT operations"])

        let words = try record(
            """
            Drill: autumn,,,
            Date: 24 Nov,,,
            ,,,
            Timestamp,Team,Inject,Status
            10:40,,1,
            10:41,security,advisory/inventory,✔️
            10:42,Legal dept.,advisory/owner-told,Partly
            10:43,security,exploit-posted/shield,Skipped
            10:44,security,first-alert/evidence,later
            """)
        #expect(words.times == ["advisory": "10:40"])
        #expect(outcome("inventory", in: words.actions) == "done")
        #expect(outcome("owner-told", in: words.actions) == "partly-done")
        #expect(outcome("shield", in: words.actions) == "skipped")
        #expect(outcome("evidence", in: words.actions) == "postponed")
    }

    @Test("record: whose log it is must be said where several could be meant")
    func ambiguous() throws {
        let scratch = try Scratch()
        let log = try scratch.write("time,team,inject,done\n", as: "actions.csv")
        let outcome = try Binary.run(["record", Self.exercise, log], in: scratch.url)
        #expect(outcome.status == 64)
        #expect(outcome.messages.contains("--scenario"))
    }
}
