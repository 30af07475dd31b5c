import DrillEngine
import DrillResults
import Scenarios
import Testing

/// What is listed as "cannot be prevented" is something that an adversary does to the company.
@Suite struct UnpreventableTests {
    /// Every story on every sample company.
    @Test func nothingOutsideTheCompanyIsListed() async throws {
        var listed: Set<String> = []
        for story in try Library.stories() {
            for company in try Library.companies() {
                var stage = Stage(story, on: company)
                (stage.trials, stage.worlds) = (64, 4)
                let found = try await FindingsAnalysis(stage.loaded, settings: stage.settings).run()
                for step in found.flatMap(\.stories).flatMap(\.noticeOnly) {
                    let place = Comment(rawValue: "\(story.id) on \(company.id): \(step.step)")
                    let name = try #require(step.technique, place)
                    #expect(!name.hasPrefix("unknown"), place)
                    let tactics = Set(TechniqueTable.embedded[name]?.tactics ?? [])
                    #expect(!tactics.contains("resource-development"), place)
                    listed.insert("\(story.id) \(step.step)")
                }
            }
        }
        for outside in ["unpatched-portal publish", "edge-sessions publish", "push-fatigue buy-password"] {
            #expect(!listed.contains(outside), "\(outside)")
        }
        #expect(listed.contains("university-ransomware prepare"), "switching off defences is the company's own trouble")
    }

    /// A wait, a working exploit that becomes public, what a stranger does with a file: none is the company's to prevent.
    @Test func waitsAndEventsAreNone() async throws {
        let wait = Step.named("wait", on: .server)
        let publish = Step.named("publish", on: .server) { $0.technique = "T1588.005" }
        let read = Step.named("read", on: .server) { $0.action = "unknown.Unknown" }
        let list = Step.named("list", on: .server) { $0.technique = "T1057" }
        let story = Scenario.story([wait, publish, read, list], [.step("list")])
        var stage = Stage(story, on: .single([.named("server")]))
        (stage.trials, stage.worlds) = (64, 4)
        let found = try await FindingsAnalysis(stage.loaded, settings: stage.settings).run().first
        #expect(found?.stories.first?.noticeOnly.map(\.step) == ["list"])
    }
}
