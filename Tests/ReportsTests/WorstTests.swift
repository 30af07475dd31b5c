import DrillResults
import Testing

/// Which objective is a story's goal, and which story is a company's worst.
@Suite struct WorstTests {
    private let harbor = SampleCompanies.all[0]

    @Test func severityComesBeforeFrequencyWithinAStory() {
        let destruction = harbor.stories[2]
        // The laptops are lost far more often, but that is minor.
        #expect(destruction.goal(in: SampleStories.destruction)?.id == "standstill")
        #expect(destruction.goal(in: nil)?.id == "laptops")
    }

    @Test func theMoreFrequentOfEquallySevereIsTheGoal() {
        var story = harbor.stories[2]
        story.objectives[1].reached = share(9_000, notKnowing: 0.8...0.95)
        #expect(story.goal(in: SampleStories.destruction)?.id == "backups")
    }

    @Test func frequencyDecidesBetweenStories() {
        #expect(harbor.worst(of: SampleStories.all)?.story.scenario == "unpatched-portal")
        #expect(harbor.worst(of: SampleStories.all)?.objective.id == "personal-data")
    }

    @Test func nothingComesOfNothing() {
        var company = harbor
        company.stories = []
        #expect(company.worst(of: SampleStories.all) == nil)
        company.stories = [harbor.stories[0]]
        company.stories[0].objectives = []
        #expect(company.worst(of: SampleStories.all) == nil)
    }
}
