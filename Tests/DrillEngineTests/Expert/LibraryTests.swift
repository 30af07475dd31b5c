import DrillEngine
import DrillResults
import Foundation
import Scenarios
import Testing

/// Every story on every sample company gives a result or says why not.
@Suite struct LibraryTests {
    @Test func everyStoryRunsOnEveryCompanyOrSaysWhyNot() async throws {
        let (stories, companies) = (try Library.stories(), try Library.companies())
        #expect(stories.count >= 9 && companies.count >= 6)
        for story in stories {
            var applies = 0
            for company in companies {
                let place = Comment(rawValue: "\(story.id) on \(company.id)")
                var stage = Stage(story, on: company)
                stage.trials = 64
                stage.worlds = 4
                let result = try #require(
                    try await stage.drill().run(documents: [], runID: "library").companies.first, place)
                #expect(result.stories.count + result.notApplicable.count == 1, place)
                if let reason = result.notApplicable.first?.reason {
                    #expect(reason.contains(" "), place)
                } else {
                    applies += 1
                    #expect(result.stories.first?.objectives.contains { $0.reached.trials == 64 } == true, place)
                }
            }
            // A story that fits hardly anybody does not belong into a library.
            #expect(applies * 2 >= companies.count, "\(story.id) applies to \(applies) of \(companies.count)")
        }
    }

    /// What a meeting needs: signs over all acts, hard choices, something to look for.
    @Test func everyStoryIsWorthAMeeting() throws {
        for story in try Library.stories() {
            let place = Comment(rawValue: story.id)
            #expect(story.injects.count >= 6 && story.decisions.count >= 3 && story.evaluation.count >= 3, place)
            #expect(!story.retells.isEmpty && story.retells.allSatisfy { $0.year != nil }, place)
            for inject in story.injects {
                let name = Comment(rawValue: "\(story.id) \(inject.id)")
                #expect(!inject.expect.isEmpty && inject.expect.allSatisfy { $0.within != nil }, name)
            }
            for decision in story.decisions {
                let name = Comment(rawValue: "\(story.id) \(decision.id)")
                #expect(decision.options.count >= 2, name)
                #expect(decision.options.contains { !$0.does.isEmpty }, name)
            }
            let criteria = Set(story.evaluation.map(\.id)).union(story.objectives.map(\.id))
            let aims = story.injects.flatMap(\.expect).compactMap(\.objective)
            #expect(Set(aims).isSubset(of: criteria), place)
            #expect(story.evaluation.allSatisfy { criterion in aims.contains(criterion.id) }, place)
        }
    }

    /// Each story has a file that says what an expert would expect, and the library's page lists it.
    @Test func everyStoryHasItsExpectations() throws {
        let page = try text("README.md")
        for story in try Library.stories() {
            let expectations = try text("expectations/\(story.id).md")
            #expect(expectations.contains(story.title), "\(story.id)")
            #expect(page.contains("expectations/\(story.id).md") && page.contains(story.title), "\(story.id)")
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Library.folder.appending(path: path), encoding: .utf8)
    }
}
