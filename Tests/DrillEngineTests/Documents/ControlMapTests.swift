import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Which controls touch which step, on which way in, before any run.
@Suite struct ControlMapTests {
    private let mapper = ControlMapper(catalog: .embedded, techniques: .embedded)

    private func touches(_ step: StepControls, _ control: String) -> [ControlTouch] {
        step.touches.filter { $0.control == control }
    }

    @Test("what prevents, slows, notices, and what stands before a step")
    func acts() throws {
        let enter = Step.named("enter", on: .server) {
            $0.technique = "T1190"
            $0.noticed = nil
        }
        let move = Step.named("move", on: .server, after: [("enter", .organization)]) {
            $0.technique = "T1021"
            $0.through = .identity
            $0.noticed = nil
        }
        let map = mapper.map(.story([enter, move], [.step("move")]))
        #expect(map.steps.map(\.step) == ["enter", "move"] && map.steps.allSatisfy { $0.apart == nil })
        #expect(touches(map.steps[0], "edge-protection").map(\.acts) == [[.prevents]])
        #expect(touches(map.steps[0], "monitoring").map(\.acts) == [[.notices]])
        #expect(touches(map.steps[0], "mfa").isEmpty)
        let walls = touches(map.steps[1], "segmentation")
        #expect(walls.map(\.acts) == [[.slows], [.prevents]])
        #expect(walls.map(\.way) == [.itself("identity"), .before("organization", link: nil)])
        #expect(map.steps.flatMap(\.touches).allSatisfy { $0.kinds.isEmpty })
    }

    @Test("a control that acts on some kinds of asset says on which, and a company's own kinds narrow them down")
    func kinds() throws {
        let sign = Step.named("sign-in") {
            $0.on.kind = [.cloudTenant, .database]
            $0.technique = "T1078.004"
        }
        let story = Scenario.story([sign], [.step("sign-in")])
        let open = mapper.map(story)
        #expect(touches(open.steps[0], "conditional-access").map(\.kinds) == [["cloud-tenant"]])
        let company = Organization.single([.named("db", .database)])
        #expect(touches(mapper.map(story, on: [company]).steps[0], "conditional-access").isEmpty)
    }

    @Test("alerts count only where the story leaves a trace for their channel")
    func channels() throws {
        let lure = Step.named("lure", on: .endpointFleet) {
            $0.technique = "T1204"
            $0.noticed = [.by(.people)]
        }
        let step = mapper.map(.story([lure], [.step("lure")])).steps[0]
        #expect(touches(step, "reporting").map(\.acts) == [[.notices]])
        #expect(touches(step, "monitoring").isEmpty)
    }

    @Test("a step that nothing touches is told, unless it is outside or the story says that nobody inside sees it")
    func untouched() throws {
        let odd = Step.named("odd", on: .server) {
            $0.action = "physical.Tampering"
            $0.noticed = nil
        }
        let unseen = Step.named("unseen", on: .server) { $0.action = "physical.Tampering" }
        let wait = Step.named("wait", on: .server) { $0.noticed = nil }
        let steps = mapper.map(.story([odd, unseen, wait], [.step("odd")])).steps
        #expect(steps.map(\.apart) == [nil, .unseen, .outside])
        #expect(steps.map(\.isUntouched) == [true, false, false])
    }

    @Test("the library has no step without a control that it does not account for")
    func library() throws {
        for story in try Library.stories() {
            for step in mapper.map(story).steps {
                #expect(!step.isUntouched, "\(story.id) \(step.step)")
            }
        }
    }
}
