import Reports
import Testing

@Suite struct TimeAxisTests {
    @Test(
        arguments: [
            (120.0 * 24, 60.0, [0, 1, 6, 24, 168, 720, 2880]),
            (14 * 24, 0.1, [0, 1 / 6, 1, 6, 24, 168, 336]),
            (14 * 24, 3, [0, 1, 6, 24, 72, 168, 336]),
            (2, 1.5, [0, 1, 2]),
            (0, 1, [0, 1]),
            (.nan, 1, [0, 1]),
        ] as [(Double, Double, [Double])])
    func ticks(horizon: Double, earliest: Double, expected: [Double]) {
        #expect(TimeAxis(horizon: horizon, earliest: earliest).ticks == expected)
    }

    @Test func neighbouringTicksLieEquallyFarApart() {
        let axis = TimeAxis(horizon: 120 * 24, earliest: nil)
        let places = axis.ticks.map { axis.place(of: $0).percent }
        for (index, place) in places.enumerated() {
            #expect(abs(place - 100 * Double(index) / Double(places.count - 1)) < 1e-9)
        }
    }

    @Test func placesKeepTheOrderOfTimesAndStayInside() {
        let axis = TimeAxis(horizon: 336, earliest: 0.2)
        let hours = [-3, 0, 0.05, 0.5, 1, 2, 30, 100, 335, 336, 1e9]
        let places = hours.map(axis.place(of:))
        #expect(places == places.sorted())
        #expect(places.first == Coordinate(0))
        #expect(places.last == Coordinate(100))
    }

    @Test(
        arguments: [(0, "0%"), (100, "100%"), (37.25, "37.25%"), (5.049, "5.05%"), (200, "100%"), (.nan, "0%")]
            as [(Double, String)])
    func coordinatesAreRounded(percent: Double, attribute: String) {
        #expect(Coordinate(percent).attribute == attribute)
    }
}
