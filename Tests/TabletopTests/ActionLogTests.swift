import Foundation
import Scenarios
import Tabletop
import Testing

@Suite struct ActionLogTests {
    static let logs = SampleSession.fixtures.appending(path: "Logs")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: logs.path)) ?? []
        return files.filter { $0.hasSuffix(".csv") }.sorted()
    }()

    private func read(_ bytes: [UInt8], _ file: String = "actions.csv") -> ActionLogReader.Reading {
        ActionLogReader.read(bytes, file: file, for: SampleSession.session)
    }

    private func read(_ text: String) -> ActionLogReader.Reading { read(Array(text.utf8)) }

    @Test func thereAreFixtures() { #expect(Self.names.count >= 10) }

    /// Every log has its expected diagnostics beside it, one a line; a sound one has an empty file.
    @Test(arguments: names)
    func reportsWhatIsExpected(name: String) throws {
        let bytes = try Array(Data(contentsOf: Self.logs.appending(path: name)))
        let found = read(bytes, name).diagnostics.map { $0.text + "\n" }.joined()
        let expected = Self.logs.appending(path: name.replacingOccurrences(of: ".csv", with: ".diagnostics"))
        guard let wanted = try? String(contentsOf: expected, encoding: .utf8) else {
            try Data(found.utf8).write(to: expected)
            Issue.record("recorded \(expected.lastPathComponent); read it before you commit it")
            return
        }
        #expect(found == wanted)
    }

    /// However a spreadsheet writes it, the same is read.
    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func separatorsAndLineEnds(separator: String, end: String) throws {
        let lines = [
            ["Done", "INJECT", " Rating", "team", "Time", "Note"],
            ["ja", "missing/search", "s", "it", "10:40", "\"a\(separator)b\""],
            ["", "", "", "", "", ""], ["NO", "Somebody calls", "u", "legal", "10.55", ""],
        ]
        let text = lines.map { $0.joined(separator: separator) }.joined(separator: end)
        let log = try #require(read(text).log)
        #expect(log.entries.map(\.subject) == [.action(inject: "missing", action: "search"), .inject("who-called")])
        #expect(log.entries.map(\.done) == [.done, .notDone])
        #expect(log.entries.map(\.rating) == [.someChallenges, .unable])
        #expect(log.entries.map(\.minutes) == [0, 15])
        #expect(log.entries.map(\.line) == [2, 4])
        #expect(log.entries[0].note == "a\(separator)b")
        #expect(log.entries[0].teams == ["IT & networks"])
    }

    /// Words and marks of the column "done".
    @Test(arguments: [
        ("\u{2714}\u{FE0F}", ActionLog.Completion.done), ("\u{2705}", .done), ("Completed", .done), ("WAHR", .done),
        ("TRUE", .done), ("\u{274C}", .notDone), ("\u{2717}", .notDone), ("FALSCH", .notDone), ("Partially", .partly),
        ("teilweise", .partly), ("later", .postponed), ("Put off", .postponed), ("Skipped", .skipped), ("n/a", nil),
    ])
    func doneWords(word: String, done: ActionLog.Completion?) throws {
        let log = try #require(read("Timestamp,team,inject,Status,Notes\n10:40,it,missing/search,\(word),\n").log)
        #expect(log.entries.map(\.done) == [done])
        #expect(log.entries.map(\.note) == [""])
    }

    /// Where no outcome says it, the word stays with the note.
    @Test func wordsThatSayMoreThanDone() throws {
        let log = try #require(
            read(
                "time,team,inject,done,note\n,it,stop-courier/stop,half,two vans\n,it,missing,Later,\n,it,new: a storm,skipped,\n"
            ).log)
        #expect(log.entries.map(\.note) == ["two vans [stop: half]", "[done: Later]", "[done: skipped]"])
    }

    @Test(arguments: [
        ("partly", "P", "rated P but partly done: P means without challenges"),
        ("skipped", "U", "rated U but skipped: what was left out is not evaluated"),
        ("later", "S", "rated S but put off: S means that it was done"),
        ("no", "M", "rated M but not done: M means that it was done"),
        ("yes", "U", "rated U but done: U means that it could not be done"), ("partly", "S", nil), ("partly", "U", nil),
        ("later", "U", nil),
    ])
    func ratingsThatContradict(done: String, rating: String, message: String?) {
        let found = read("time,team,inject,done,rating\n,it,missing/search,\(done),\(rating)\n").diagnostics
        #expect(found.map(\.message) == (message.map { [$0] } ?? []))
    }

    /// Above the header people keep what the meeting was; injects are called by the number that the events list prints.
    @Test func titleLinesAndNumbers() throws {
        let log = try #require(
            read(
                "Exercise: Autumn\nDate: 24 Nov\n\nTime;Team;Inject;Done;Notes\n10:40;;1;;=x\n10:50;it;Inject 2;yes;'=x\n"
            ).log)
        let ids = SampleSession.session.events.map(\.inject.id)
        #expect(log.entries.map(\.subject) == [.inject(ids[0]), .inject(ids[1])])
        #expect(log.entries.map(\.note) == ["=x", "=x"])
    }

    @Test func overMidnight() throws {
        let log = try #require(read("time,team,inject,done\n23:50,it,missing,\n0:20,it,missing/search,yes\n").log)
        #expect(log.entries.map(\.minutes) == [0, 30])
    }

    @Test func encodings() throws {
        let text = "time,team,inject,done,note\n10:40,it,missing/search,x,Größe"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let little: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), latin, little] {
            #expect(read(bytes).log?.entries.first?.note == "Größe")
        }
        #expect(read(latin).diagnostics.map(\.severity) == [.warning])
    }

    @Test func twoEncodingsInOneFile() {
        var bytes = Array(
            "time,team,inject,done,note\n10:40,it,missing/search,x,Größe\n10:41,it,missing/contents,x,M".utf8)
        bytes += [0xFC] + Array("ll\n10:99,it,missing/tell,x,".utf8)
        let found = read(bytes).diagnostics
        #expect(found.map(\.rule) == ["text-encoding", "log-time"])
        #expect(found.map(\.line) == [3, 4])
        #expect(found[0].column == 30)
    }

    @Test func nothingIsDropped() throws {
        let log = try #require(
            read(
                "time,team,inject,done,weather\n,it,missing/search,yes,rain\n,,missing/contents,,\n,it,missing/tell,no,\n"
            ).log)
        #expect(log.entries.count == 3)
        #expect(log.entries[0].note == "[weather: rain]")
    }

    @Test func personsAreNoTeams() {
        let found = read("time,team,inject,done\n,Anna Schmidt,missing/search,yes\n").diagnostics
        #expect(found.count == 1)
        #expect(found[0].message.contains("teams are rated, never persons"))
    }

    /// What people type is no id.
    @Test(arguments: [
        ("IT", "IT & networks"), ("it dept.", "IT & networks"), ("The networks team", "IT & networks"),
        ("IT and networks", "IT & networks"), ("Security Desk", "Security desk"), ("guard", "Security desk"),
        ("sec", "Security desk"), ("SD", "Security desk"), ("Legal dept.", "legal"), ("HR", "human resources"),
        ("Comms", "communications"), ("Buchhaltung", "finance"), ("Operations", "operations"),
    ])
    func everydayNames(typed: String, meant: String) throws {
        let reading = read("time,team,inject,done\n,\(typed),missing/search,yes\n")
        #expect(reading.log?.entries.map(\.teams) == [[meant]], "\(reading.diagnostics.map(\.text))")
    }

    @Test func everydayNamesOfSeveralDepartments() {
        var session = SampleSession.session
        session.organization.departments[2].name = "IT purchasing"
        let text =
            "time,team,inject,done\n,it desk,missing/search,yes\n,purchasing; I.T.,missing/tell,yes\n,IT,missing/contents,yes\n"
        let reading = ActionLogReader.read(Array(text.utf8), file: "a.csv", for: session)
        // The id is exact.
        #expect(reading.diagnostics.map(\.message).allSatisfy { $0.contains("it desk") })
        session.organization.departments[0].id = "networks"
        let open = ActionLogReader.read(Array(text.utf8), file: "a.csv", for: session)
        #expect(open.diagnostics.last?.message == "\"IT\" can be several departments")
        #expect(open.diagnostics.last?.fix == "write \"IT & networks\" or \"IT purchasing\"")
    }

    @Test func severalTeams() throws {
        let log = try #require(
            read(
                "time,team,inject,done\n,\"IT & networks; security desk\",missing/search,yes\n,it + security,missing/tell,yes\n"
            ).log)
        #expect(log.entries.map(\.teams) == [["IT & networks", "Security desk"], ["IT & networks", "security"]])
    }

    @Test func apostropheBeforeAFormulaGoesAway() throws {
        let log = try #require(read("time,team,inject,done,note\n'+1:20,it,missing/search,yes,'=1+1\n").log)
        #expect(log.entries[0].minutes == 80)
        #expect(log.entries[0].note == "=1+1")
    }

    /// No bytes crash the reader.
    @Test(arguments: 0..<300)
    func brokenBytes(number: Int) {
        var bytes = Array("time;team;inject;done;rating;note\n10:40;it;missing/search;yes;P;\"note\"\n".utf8)
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<6 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int(state >> 33) % bytes.count
            switch state >> 20 & 3 {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: state >> 40)
            case 1: bytes.insert(UInt8(truncatingIfNeeded: state >> 40), at: place)
            case 2: bytes.remove(at: place)
            default: bytes.insert(contentsOf: Array(";\"\n\r,".utf8), at: place)
            }
        }
        let reading = read(bytes)
        #expect(reading.log != nil || !reading.diagnostics.isEmpty)
    }
}
