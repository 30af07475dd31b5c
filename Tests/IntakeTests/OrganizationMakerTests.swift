import Intake
import Scenarios
import Testing

/// Templates with answers.
@Suite struct OrganizationMakerTests {
    private static func made(_ answers: [String: AnswerValue], in sector: Sector = .retail) throws -> Organization {
        var all = Answers()
        all.values = answers
        let template = try #require(SectorTemplate.template(sector))
        return OrganizationMaker(template: template, answers: all, catalog: .embedded).organization()
    }

    private static func choice(_ answer: String, _ share: AnswerShare = .everywhere) -> AnswerValue {
        .choice(answer, share: share)
    }

    private static func setting(_ organization: Organization, _ control: String) -> ControlSetting? {
        if case .known(let setting)? = organization.controls[control] { setting } else { nil }
    }

    @Test("without answers it is the template")
    func template() throws {
        #expect(try Self.made([:]) == SectorTemplate.template(.retail)?.organization(catalog: .embedded))
    }

    @Test("every single answer gives a valid document without a finding", arguments: SectorTemplate.all.map(\.sector))
    func valid(sector: Sector) throws {
        for question in Questionnaire.questions where question.id != "sector" {
            var values = question.choices.map {
                Self.choice($0.answer, question.mayBePartial && $0 != question.choices.first ? .some : .everywhere)
            }
            if case .count = question.kind { values = [.count(7), .count(2_000_000)] }
            for value in values {
                let organization = try Self.made([question.id: value], in: sector)
                let text = DocumentText.text(OrganizationTree.tree(organization, schema: nil))
                let found = Library.loader(["/o.json": text]).lint("/o.json").map(\.text)
                #expect(found == [], "\(question.id): \(value.text)")
            }
        }
    }

    @Test("levels, shares, hours, keys, tests")
    func controls() throws {
        let organization = try Self.made([
            "sign-in": Self.choice("phone prompt", .most), "keys": Self.choice("hardware module"),
            "restore-test": Self.choice("last month"), "alarms": Self.choice("logs in one place"),
            "watch-hours": Self.choice("round the clock"),
        ])
        #expect(Self.setting(organization, "mfa")?.level == .known("push"))
        #expect(Self.setting(organization, "mfa")?.coverage == .known(0.8))
        #expect(Self.setting(organization, "encryption-at-rest")?.level == .unknown)
        #expect(Self.setting(organization, "encryption-at-rest")?.keys == .hsm)
        #expect(Self.setting(organization, "backup")?.restoreTested == .hours(480))
        #expect(Self.setting(organization, "monitoring")?.level == .known("central-logs"))
        #expect(organization.response?.chain.first { $0.id == "notice" }?.hours == .always)
        #expect(organization.controls["patching"] == .unknown)
    }

    @Test("size: people and computers, records")
    func size() throws {
        let organization = try Self.made(["headcount": .count(520), "records": .count(123_456)])
        #expect(organization.headcount == 520)
        #expect(organization.departments.first { $0.id == "shops" }?.headcount == 410)
        let assets = organization.departments.flatMap(\.assets)
        #expect(assets.first { $0.id == "shop-computers" }?.count == 43)
        #expect(assets.first { $0.id == "loyalty-db" }?.data?.records == 123_456, "the number itself is kept")
        #expect(assets.first { $0.id == "orders-db" }?.data?.records == 57_000)
        #expect(assets.first { $0.id == "mail" }?.data?.records == 110)
        #expect(
            try Self.made(["records": .count(0)]).departments.flatMap(\.assets).first { $0.id == "orders-db" }?.data?
                .records == 0)
        #expect(try Self.made(["headcount": .count(1)]).departments.allSatisfy { $0.headcount ?? 0 >= 1 })
    }

    @Test("names and ids")
    func names() throws {
        let organization = try Self.made(["company-name": .name("Nil Märkte")])
        #expect(organization.name == "Nil Märkte" && organization.id == "nil-markte")
        let maker = OrganizationMaker(template: try #require(SectorTemplate.template(.retail)), catalog: .embedded)
        #expect(maker.organization(name: "Other").id == "other")
        #expect(maker.organization(name: "Other", id: "mine").id == "mine")
        #expect(maker.organization(name: "日本").id == "our-shops")
    }

    @Test("what a company has not is gone, with all that points to it; what it has is there")
    func parts() throws {
        let without = try Self.made([
            "tills": Self.choice("no"), "portal": Self.choice("no"), "machines": Self.choice("no"),
        ])
        let assets = without.departments.flatMap(\.assets)
        #expect(!assets.contains { [.paymentTerminal, .webApplication, .ot].contains($0.kind) })
        let ids = Set(assets.map(\.id))
        #expect(assets.allSatisfy { $0.reaches.allSatisfy(ids.contains) })
        #expect(without.suppliers.allSatisfy { $0.to.map(ids.contains) ?? true })
        let with = try Self.made(
            ["tills": Self.choice("yes"), "machines": Self.choice("yes"), "own-software": Self.choice("yes")],
            in: .finance)
        let added = with.departments.flatMap(\.assets).map(\.kind)
        #expect(added.contains(.paymentTerminal) && added.contains(.ot) && added.contains(.buildSystem))
        #expect(try Self.made(["tills": Self.choice("yes")]) == Self.made([:]))
    }

    @Test("where mail runs, who comes in from outside, what administrators show, which copies leave the house")
    func places() throws {
        func assets(_ answers: [String: AnswerValue], in sector: Sector = .finance) throws -> [Asset] {
            try Self.made(answers, in: sector).departments.flatMap(\.assets)
        }
        func mail(_ assets: [Asset]) -> Hosting? { assets.first { $0.kind == .mailboxSystem }?.hosted }
        #expect(try mail(assets([:])) == nil && mail(assets([:], in: .retail)) == .cloud)
        #expect(try mail(assets(["mail-place": Self.choice("in a cloud service")])) == .cloud)
        #expect(try mail(assets(["mail-place": Self.choice("on servers of our own")], in: .retail)) == .own)
        let remote = try assets(["remote-access": Self.choice("through a gateway of ours")])
        #expect(remote.contains { $0.kind == .networkDevice && $0.exposure == .internet })
        let virtual = try assets(["hypervisors": Self.choice("yes")])
        #expect(virtual.contains { $0.software == ["hypervisor"] })
        let keys = try assets(["administrator-factor": Self.choice("security key")])
        let directory = try #require(keys.first { $0.kind == .identityProvider })
        guard case .known(let setting)? = directory.controls["mfa"] else {
            Issue.record("no factor of its own")
            return
        }
        #expect(setting.level == .known("fido2"))
        #expect(try assets([:]).contains(where: \.copiesTravel))
        #expect(try !assets(["copies-away": Self.choice("no")]).contains(where: \.copiesTravel))
        let carried = try assets(["copies-away": Self.choice("yes")], in: .retail).filter(\.copiesTravel)
        #expect(!carried.isEmpty && carried.allSatisfy { $0.data != nil && $0.hosted != .cloud })
        let hosted = try assets(["hosted-systems": Self.choice("applications and their data")])
        #expect(hosted.allSatisfy { $0.kind != .database || $0.hosted == .cloud })
    }

    @Test("who watches")
    func watchers() throws {
        let own = try Self.made(["watchers": Self.choice("own security team")])
        #expect(own.departments.last?.roles == [.security])
        #expect(own.response?.chain.first?.by == "security")
        #expect(own.departments.count { $0.roles.contains(.security) } == 1)
        let side = try Self.made(["watchers": Self.choice("IT on the side")], in: .finance)
        #expect(!side.departments.contains { $0.id == "security" })
        #expect(side.response?.chain.first?.by == "it")
        #expect(side.departments.first { $0.id == "it" }?.roles.contains(.security) == true)
    }

    @Test("firms with access")
    func vendors() throws {
        func count(_ answer: String) throws -> Int {
            try Self.made(["vendors": Self.choice(answer)]).suppliers.count { $0.link == .vendorAccess }
        }
        #expect(try [count("none"), count("one"), count("several")] == [0, 1, 2])
    }

    @Test("times of the response")
    func times() throws {
        let organization = try Self.made([
            "first-look": Self.choice("minutes"), "decision": Self.choice("a day"),
            "reachable": Self.choice("early to late"),
            "cut-off": Self.choice("hours"), "repair": Self.choice("weeks"),
        ])
        let response = try #require(organization.response)
        #expect(response.chain[0].duration == .known(.lognormal(median: .hours(0.25), p90: .hours(1))))
        #expect(response.chain[1].duration == .known(.lognormal(median: .hours(10), p90: .hours(48))))
        #expect(response.chain[1].hours == .extended)
        #expect(response.containment["default"] == .known(.lognormal(median: .hours(3), p90: .hours(12))))
        #expect(response.repair == .known(.lognormal(median: .hours(336), p90: .hours(1080))))
    }

    @Test("an answer to a question without meaning does nothing")
    func meaningless() throws {
        let one = try Self.made(["stored-data": Self.choice("not encrypted"), "keys": Self.choice("same machine")])
        #expect(Self.setting(one, "encryption-at-rest")?.keys == nil)
    }
}
