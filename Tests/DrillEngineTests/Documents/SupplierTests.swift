import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// What comes in over supplier links, and what is one event in the world.
@Suite struct SupplierTests {
    private let tamper = Step.named("tamper", on: .buildSystem, hours: 5) {
        $0.at = .supplier
        $0.chance = 0.5
    }
    private let install = Step.named("install", on: .server, hours: 2) {
        $0.requires = .step(
            made(StepReference()) {
                $0.step = "tamper"
                $0.via = .supplier
                $0.link = .softwareUpdate
            })
    }
    private var vendor: Organization { .single([.named("forge", .buildSystem)], id: "vendor") }

    private func customer(_ id: String, link: LinkKind = .softwareUpdate) -> Organization {
        .single([.named("server")], id: id) { $0.suppliers = [.to("vendor", link)] }
    }

    @Test func aSuppliersStepOpensItsCustomers() throws {
        let play = Play(.story([tamper, install], [.step("install")]), vendor, customer("first"), customer("second"))
        let first = try play.times("first")
        #expect(Share(first.map { $0 < .infinity }).agrees(with: 0.5))
        #expect(first.allSatisfy { $0 == 7 || $0 == .infinity })
        // One supplier, one tampering: both fall in the same trials.
        #expect(try play.times("second") == first)
    }

    @Test func anExternalStubIsSharedByAllItsCustomers() throws {
        var play = Play(.story([tamper, install], [.step("install")]), customer("first"), customer("second"))
        play.external = ["vendor"]
        // The customers do not hang together otherwise, so they are simulated apart: the draws must still be the same.
        #expect(try play.drill().jobs().count == 2)
        let first = try play.times("first")
        #expect(Share(first.map { $0 < .infinity }).agrees(with: 0.5))
        #expect(try play.times("second") == first)
    }

    @Test func anotherKindOfLinkDoesNotCarryTheStep() async throws {
        let play = Play(
            .story([tamper, install], [.step("install")]), vendor, customer("first"),
            customer("second", link: .dataFeed))
        let result = try await play.result()
        let second = try #require(result.companies.first { $0.id == "second" })
        #expect(second.stories.isEmpty)
        #expect(second.notApplicable.first?.reason.contains("software-update") == true)
        #expect(result.companies.first { $0.id == "first" }?.stories.count == 1)
    }

    @Test func linksEndAndBeginWhereTheySay() throws {
        var target = customer("first")
        target.departments[0].assets.append(.named("twin"))
        target.suppliers[0].to = "twin"
        var play = Play(.story([tamper, install], [.step("install", atLeast: 2), .step("install")]), vendor, target)
        #expect(try play.times("first", objective: 0).allSatisfy { $0 == .infinity })
        #expect(try play.times("first", objective: 1).contains { $0 < .infinity })
        // From another asset of the supplier than the one that is tampered with.
        play.organizations[1].suppliers[0].from = made(AssetSelector()) { $0.kind = [.mailboxSystem] }
        #expect(try play.times("first", objective: 1).allSatisfy { $0 == .infinity })
    }

    @Test(arguments: [(Drawn.world, 0.3), (.organization, 0.09), (.asset, 0.09)])
    func whatIsOneEventInTheWorldFallsTogether(_ drawn: Drawn, _ expected: Double) throws {
        let step = Step.named("flaw", on: .server) {
            $0.chance = 0.3
            $0.drawn = drawn
        }
        let play = Play(
            .story([step], [.step("flaw")]), .single([.named("server")], id: "first"),
            .single([.named("server")], id: "second"))
        let both = zip(try play.times("first"), try play.times("second")).map { $0 < .infinity && $1 < .infinity }
        #expect(Share(both).agrees(with: expected))
    }

    @Test func whatIsOneEventInACompanyFallsTogether() throws {
        for (drawn, expected) in [(Drawn.organization, 0.3), (.asset, 0.09)] {
            let step = Step.named("flaw", on: .server) {
                $0.chance = 0.3
                $0.drawn = drawn
            }
            let play = Play(
                .story([step], [.step("flaw", atLeast: 2)]), .single([.named("one"), .named("two")]))
            #expect(Share(try play.times("acme").map { $0 < .infinity }).agrees(with: expected))
        }
    }

    @Test func theVendorZoneGuardsItsLinkAlone() throws {
        for (link, expected) in [(LinkKind.vendorAccess, 0.25), (.softwareUpdate, 1)] {
            var door = install
            door.requires = .step(
                made(StepReference()) {
                    $0.step = "tamper"
                    $0.via = .supplier
                    $0.link = link
                })
            var start = tamper
            start.chance = 1
            let play = Play(
                .story([start, door], [.step("install")]), vendor,
                made(customer("first", link: link)) { $0.controls["vendor-zone"] = .level("walled") })
            #expect(Share(try play.times("first").map { $0 < .infinity }).agrees(with: expected), "\(link)")
        }
    }

    @Test func aSuppliersDowntimeBecomesItsCustomers() async throws {
        let wipe = Step.named("wipe", on: .buildSystem, hours: 1) {
            $0.at = .supplier
            $0.impact.destroys = true
            $0.noticed = [.by(.announcement)]
        }
        let shop = Organization.single([.named("till")], id: "shop") {
            $0.suppliers = [
                .to("vendor", .logistics) {
                    $0.to = "till"
                    $0.carriesOutage = true
                }
            ]
        }
        let play = Play(.story([wipe], [.down(.buildSystem), .down(.server)]), vendor, shop)
        let drill = try play.drill()
        let timeline = try #require(try drill.timeline(organization: "shop", scenario: "story", trial: 0))
        // Down in hour 1; noticed, two hours of hand-offs, three of containment, ten of repair.
        #expect(timeline.events.contains { $0.hours == 1 && $0.text == "till is down with its supplier" })
        #expect(timeline.events.contains { $0.hours == 16 && $0.text == "till works again" })
        let vendor = try await play.story("vendor")
        #expect(vendor.downtimeHours.mean == 15 && vendor.supplierDowntimeHours.mean == 0)
    }
}
