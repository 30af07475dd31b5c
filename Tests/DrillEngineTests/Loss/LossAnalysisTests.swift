import DrillEngine
import DrillResults
import Scenarios
import Testing

/// Money by hand: exact amounts, outcomes that are certain, so that each loss can be worked out.
@Suite struct LossAnalysisTests {
    private func settings(trials: Int = 4000, worlds: Int = 1, threads: Int = 2) -> RunSettings {
        RunSettings(
            made(Simulation()) {
                $0.trials = trials
                $0.worlds = worlds
                $0.seed = 5
            }, threads: threads)
    }

    private func loaded(_ steps: [Step], _ organizations: [Organization], frequency: Estimate? = nil) -> LoadedExercise
    {
        var exercise = Exercise()
        exercise.id = "test"
        var scenario = Scenario.story(steps, [.step(steps.last?.id ?? "")])
        scenario.frequency = frequency
        return LoadedExercise(
            exercise: exercise, organizations: organizations, scenarios: [scenario], catalog: TestCatalog.catalog)
    }

    private func item(
        _ id: String, _ per: LossUnit, _ form: LossForm, _ amount: Double, _ change: (inout LossItem) -> Void = { _ in }
    ) -> LossItem {
        made(LossItem()) {
            ($0.id, $0.per, $0.form) = (id, per, form)
            $0.amount = Estimate(exactly: amount)
            change(&$0)
        }
    }

    private func organization(_ items: [LossItem]) -> Organization {
        .single([.database("db"), .named("server")]) {
            $0.loss = made(Loss()) {
                $0.currency = "EUR"
                $0.items = items
            }
        }
    }

    /// A database of 1,000 personal records leaves and says so; a server stands still for 2 + 3 + 10 hours.
    private var theft: [Step] {
        [
            .named("halt", on: .server) { $0.impact.destroys = true },
            .named("take", on: .database) {
                $0.impact.exposes = true
                $0.impact.alters = true
                $0.noticed = [.by(.announcement, from: .completion)]
            },
        ]
    }

    private func story(_ items: [LossItem], frequency: Estimate? = nil) async throws -> StoryLoss {
        let exercise = loaded(theft, [organization(items)], frequency: frequency)
        let report = try #require(try await LossAnalysis(exercise, settings: settings()).run().first ?? nil)
        #expect(report.currency == "EUR" && report.figures.count == items.count)
        return try #require(report.stories.first)
    }

    @Test func eachUnitHasItsPrice() async throws {
        let cases: [(LossItem, Double)] = [
            (item("a", .exposedRecord, .response, 2), 2000),
            (item("a", .exposedRecord, .response, 2) { $0.data = [.personal] }, 2000),
            (item("a", .exposedRecord, .response, 2) { $0.data = [.health] }, 0),
            (item("a", .alteredRecord, .replacement, 3), 3000),
            (item("a", .incident, .response, 700), 700),
            (item("a", .exposedRecord, .response, 2) { $0.atMost = 1234 }, 1234),
        ]
        for (item, expected) in cases {
            let story = try await story([item])
            #expect(abs(story.magnitude.mean - expected) < 0.01)
            #expect(story.vulnerability.value == (expected > 0 ? 1 : 0))
            #expect(story.secondaryMean == 0 && story.yearly == nil)
        }
    }

    /// An asset with a price of its own for a form of loss no longer counts at the general one.
    @Test func downtimeHasAPricePerAsset() async throws {
        let run = try await Drill(loaded(theft, [organization([])]), settings: settings()).run(
            documents: [], runID: "test")
        let hours = try #require(run.companies.first?.stories.first).downtimeHours.mean
        #expect(hours > 10)
        let general = item("general", .downtimeHour, .productivity, 10)
        func named(_ form: LossForm, _ asset: String) -> LossItem {
            item("named", .downtimeHour, form, 100) { $0.assets = [asset] }
        }
        let cases: [([LossItem], Double)] = [
            ([general], 10), ([general, named(.productivity, "server")], 100),
            ([general, named(.reputation, "server")], 110), ([general, named(.productivity, "db")], 10),
        ]
        for (items, price) in cases {
            let story = try await story(items)
            #expect(abs(story.magnitude.mean - price * hours) < 0.01 * price * hours)
        }
    }

    @Test func aSecondaryLossComesWithItsProbability() async throws {
        let own = item("own", .incident, .response, 500)
        let fine = item("fine", .exposedRecord, .finesAndJudgements, 3) {
            $0.probability = Estimate(exactly: 0.25)
            $0.atMost = 2000
        }
        let story = try await story([own, fine])
        #expect(abs(story.primaryMean - 500) < 0.01)
        let share = story.secondaryMean / 2000
        #expect(abs(share - 0.25) < 4 * (0.25 * 0.75 / 4000).squareRoot())
        #expect(story.magnitude.p50 == 500 && story.magnitude.p90 == 2500 && story.magnitude.p95 == 2500)
        #expect(story.exceedance.first == ExceedancePoint(loss: 500, probability: 1))
        let beyond = try #require(story.exceedance.first { $0.loss == 1000 })
        #expect(abs(beyond.probability - share) < 1e-9)
        for (one, next) in zip(story.exceedance, story.exceedance.dropFirst()) {
            #expect(one.loss < next.loss && one.probability >= next.probability)
        }
        // Another item moves no draw.
        let more = try await self.story([item("more", .incident, .response, 1), own, fine])
        #expect(more.secondaryMean == story.secondaryMean)
    }

    @Test func noMoneyNoReport() async throws {
        let silent = Organization.single([.database("db")], id: "silent")
        let reports = try await LossAnalysis(
            loaded(theft, [silent, organization([item("a", .incident, .response, 1)])]), settings: settings()
        ).run()
        #expect(reports.map { $0 == nil } == [true, false])
    }

    /// pyfair's README, model 1: 20 to 900 loss events a year, likely 100, each 3 to 5 million, likely 3.5, and 3.5
    /// million of secondary loss. The closed form is the product of the means.
    @Test func pyfairModelOne() async throws {
        let items = [
            made(item("primary", .incident, .response, 0)) {
                $0.amount = Estimate(low: 3_000_000, likely: 3_500_000, high: 5_000_000, source: "pyfair")
            }, item("secondary", .incident, .reputation, 3_500_000),
        ]
        let frequency = Estimate(low: 20, likely: 100, high: 900, source: "pyfair")
        let exercise = loaded(theft, [organization(items)], frequency: frequency)
        let worlds = 2500
        let report = try #require(
            try await LossAnalysis(exercise, settings: settings(trials: worlds, worlds: worlds)).run().first ?? nil)
        let year = try #require(report.stories.first?.yearly)
        let (mean, deviation) = (1_576_666_666.67, 1_003_237_842.09)
        #expect(abs(year.expected - mean) < 4 * deviation / Double(worlds).squareRoot())
        #expect(abs(year.lossEventFrequency - year.frequency) < 1e-6)
        #expect(year.frequencySource == "pyfair")
        #expect(year.p95 > year.expected && year.exceedance.count > 5)
    }

    /// A judgement is no frequency, even where a document could not have said so.
    @Test func noYearOnJudgement() async throws {
        let judged = Estimate(low: 1, likely: 2, high: 3, source: "judgement")
        let story = try await story([item("a", .incident, .response, 1)], frequency: judged)
        #expect(story.yearly == nil)
    }

    @Test func threadsChangeNothing() async throws {
        let exercise = try Library.sample()
        let small = settings(trials: 400, worlds: 4, threads: 1)
        let one = try await LossAnalysis(exercise, settings: small).run()
        let eight = try await LossAnalysis(exercise, settings: settings(trials: 400, worlds: 4, threads: 8)).run()
        #expect(one == eight)
        #expect(one.count == exercise.organizations.count && one.contains { $0 != nil })
        for report in one.compactMap(\.self) { #expect(!report.stories.isEmpty) }
    }
}
