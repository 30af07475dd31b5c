import DrillResults
import Testing

/// How every figure is said, in tables: what is tried here is what the terminal and the pages print.
@Suite struct WordingTests {
    @Test(
        arguments: [
            (7_104, 10_000, "71 %", "7,104 of 10,000 trials: 71 %"),
            (1, 10_000, "0.01 %", "1 of 10,000 trials: 0.01 %"),
            (9_999, 10_000, "99.99 %", "9,999 of 10,000 trials: 99.99 %"),
            (9_949, 10_000, "99 %", "9,949 of 10,000 trials: 99 %"),
            (9_963, 10_000, "99.6 %", "9,963 of 10,000 trials: 99.6 %"),
            (704, 10_000, "7 %", "704 of 10,000 trials: 7 %"),
            (0, 10_000, "below 0.03 %", "none of 10,000 trials: below 0.03 %"),
            (10_000, 10_000, "above 99.97 %", "all of 10,000 trials: above 99.97 %"),
            (0, 7_000, "below 0.043 %", "none of 7,000 trials: below 0.043 %"),
            (7_000, 7_000, "above 99.957 %", "all of 7,000 trials: above 99.957 %"),
            (0, 100, "below 3 %", "none of 100 trials: below 3 %"),
            (0, 4, "below 75 %", "none of 4 trials: below 75 %"),
            (4, 4, "above 25 %", "all of 4 trials: above 25 %"),
            (0, 3, "none", "none of 3 trials"),
            (1, 1, "all", "all of 1 trial"),
            (0, 1_000_000_000, "below 0.0000003 %", "none of 1,000,000,000 trials: below 0.0000003 %"),
        ] as [(Int, Int, String, String)])
    func probabilities(count: Int, trials: Int, short: String, long: String) {
        let p = share(count, of: trials, notKnowing: 0...1)
        #expect(Wording.probability(p) == short)
        #expect(Wording.counted(p) == long)
    }

    @Test(
        arguments: [
            (0.0, "none"), (1.0, "all"), (-0.2, "none"), (1.5, "all"), (.nan, "unknown"), (0.5, "50 %"),
            (0.995, "99.5 %"),
            (0.9949, "99 %"), (0.99996, "99.996 %"), (0.999_999_9, "above 99.999 %"), (0.000_001, "below 0.001 %"),
            (0.000_97, "0.097 %"), (0.0996, "10 %"), (0.009_96, "1 %"),
        ] as [(Double, String)])
    func sharesAreNeverNoughtOrAHundredPercent(value: Double, text: String) {
        #expect(Wording.share(value) == text)
    }

    @Test(
        "progress: the rest is guessed from what was done, and is never said to be nothing",
        arguments: [
            (0.0, 0.0, "0 % done"), (0.01, 60, "1 % done"), (0.5, 0.4, "50 % done"),
            (0.42, 21, "42 % done, about 30 s left"),
            (0.999, 10, "99 % done, a few seconds left"), (0.999, 600_000, "99 % done, about 11 min left"),
            (0.25, 40, "25 % done, about 2 min left"), (0.02, 300, "2 % done, about 5 h left"),
            (1, 5, "100 % done, about to end"), (1, 0, "100 % done"), (-1, 5, "0 % done"),
            (7, 5, "100 % done, about to end"),
        ] as [(Double, Double, String)])
    func progress(share: Double, seconds: Double, text: String) {
        #expect(Wording.progress(share, after: seconds) == text)
    }

    @Test(arguments: [(0.0, "below 0.03 %"), (1.0, "above 99.97 %"), (0.83, "83 %")] as [(Double, String)])
    func sharesOfKnownTrials(value: Double, text: String) {
        #expect(Wording.probability(value, trials: 10_000) == text)
    }

    @Test(
        arguments: [
            (0.48, 0.86, "48–86 %"), (0.053, 0.42, "5.3–42 %"), (0.71, 0.712, "71 %"), (0, 0.3, "up to 30 %"),
            (0.0001, 0.3, "up to 30 %"), (0.48, 1, "48 % or more"), (0.48, 0.9999, "48 % or more"), (0, 1, "not known"),
            (0, 0.000_2, "below 0.03 %"), (0.999_9, 1, "above 99.97 %"),
        ] as [(Double, Double, String)])
    func rangesStayOpenWhereTrialsCannotTell(low: Double, high: Double, text: String) {
        #expect(Wording.range(Interval(low: low, high: high), trials: 10_000) == text)
    }

    @Test(
        arguments: [
            (0.0, "0 h"), (-1, "0 h"), (0.01, "under 1 min"), (0.75, "45 min"), (0.995, "1 h"), (1, "1 h"),
            (1.55, "1.6 h"),
            (6, "6 h"), (9.96, "10 h"), (36.4, "36 h"), (47.4, "47 h"), (48, "2 d"), (60, "2.5 d"), (19 * 24, "19 d"),
            (123 * 24, "120 d"), (9_000 * 24, "9,000 d"), (.infinity, "never"), (.nan, "never"),
        ] as [(Double, String)])
    func hours(value: Double, text: String) {
        #expect(Wording.hours(value) == text)
    }

    @Test(
        arguments: [(365.0 * 24, "365 d"), (24, "1 d"), (36, "36 h"), (1, "1 h"), (1 / 6, "10 min"), (30.5, "31 h")]
            as [(Double, String)])
    func spans(hours: Double, text: String) {
        #expect(Wording.span(hours: hours) == text)
    }

    @Test func timesThatNeverCome() {
        #expect(Wording.hours(nil as Double?) == "never")
        #expect(Wording.median(never) == "never")
        #expect(Wording.median(time(0.3, mean: 5, 2, nil, nil)) == "mostly never")
        #expect(Wording.median(time(0.8, mean: 500, 20, 456, nil)) == "19 d")
    }

    @Test(
        arguments: [
            (0.0, "none"), (0.2, "0.2"), (0.5, "0.5"), (0.3, "0.3"), (0.0004, "under 0.001"), (0.6, "0.6"),
            (0.996, "1"), (42.4, "42"), (99.7, "100"), (960, "960"), (999, "1,000"),
            (9_960, "10,000"), (12_345, "12,000"),
            (994_000, "990,000"), (999_000, "1 million"), (1_400_000, "1.4 million"), (140e6, "140 million"),
            (3.2e9, "3.2 billion"), (7e12, "7 trillion"), (5e18, "5,000,000 trillion"), (.infinity, "unknown"),
            (.nan, "unknown"),
        ] as [(Double, String)])
    func quantities(value: Double, text: String) {
        #expect(Wording.count(value) == text)
    }

    @Test(
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (10_000, "10,000"), (1_234_567, "1,234,567"), (-4_000, "-4,000"),
        ] as [(Int, String)])
    func exactCounts(value: Int, text: String) {
        #expect(Wording.count(value) == text)
    }

    @Test(
        arguments: [
            (time(0.7, mean: 1, 1, 144, nil), time(0.8, mean: 1, 1, 456, nil), "lost 13 d before it is noticed"),
            (
                time(0.7, mean: 1, 1, 3.4, nil), time(1, mean: 1, 1, 1.1, 2),
                "noticed 2.3 h before, but lost all the same"
            ),
            (time(0.7, mean: 1, 1, 4, nil), time(1, mean: 1, 1, 4, 2), "noticed as it is lost"),
            (time(0.7, mean: 1, 1, 4, nil), time(0.4, mean: 1, 1, nil, nil), "lost, mostly unnoticed"),
            (time(0.7, mean: 1, 1, 4, nil), never, "lost, never noticed"),
            (time(0.2, mean: 1, 1, nil, nil), time(1, mean: 1, 1, 4, 2), "mostly not lost"),
            (time(0.2, mean: 1, 1, nil, nil), never, "mostly not lost, never noticed"),
            (never, time(1, mean: 1, 1, 4, 2), "not lost"),
        ] as [(TimeSummary, TimeSummary, String)])
    func races(lost: TimeSummary, noticed: TimeSummary, text: String) {
        #expect(Wording.race(lost: lost, noticed: noticed) == text)
    }

    @Test(
        arguments: [
            (
                Basis(figures: 61, judgement: 23, unknownAnswers: 4, assumedAnswers: 17),
                "Rests on 61 figures, 23 of them judgement; 4 answers unknown, 17 assumed."
            ),
            (
                Basis(figures: 1, judgement: 0, unknownAnswers: 1, assumedAnswers: 0),
                "Rests on 1 figure, 0 of them judgement; 1 answer unknown, 0 assumed."
            ),
        ] as [(Basis, String)])
    func bases(basis: Basis, text: String) {
        #expect(Wording.basis(basis) == text)
    }

    @Test func oneAndMany() {
        #expect(Wording.count(1, "action") == "1 action")
        #expect(Wording.count(0, "action") == "0 actions")
        #expect(Wording.count(1200, "trial") == "1,200 trials")
        #expect(Wording.count(2, "story", plural: "stories") == "2 stories")
    }

    @Test(
        arguments: [
            (0.0, "+0 min"), (0.999, "+59 min"), (1, "+1 h"), (5.34, "+5 h 20 min"), (24, "+1 d"), (76.9, "+3 d 4 h"),
            (.infinity, "never"),
        ])
    func elapsedTime(_ hours: Double, _ words: String) { #expect(Wording.elapsed(hours: hours) == words) }

    @Test func whatClocksShow() {
        #expect(Wording.local(LocalTime(date: nil, weekday: "Tuesday", clock: "14:20")) == "Tue 14:20")
        #expect(
            Wording.local(LocalTime(date: "2026-12-29", weekday: "Tuesday", clock: "14:20")) == "Tue 2026-12-29 14:20")
    }
}
