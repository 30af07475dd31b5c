import DrillKernel
import Testing

/// What oracle and kernel both take for granted: the generator and working hours.
@Suite struct OracleDrawsTests {
    /// `kat_vectors` of Random123 (D. E. Shaw Research), lines "philox4x32 10".
    @Test(
        arguments: [
            (
                [0, 0, 0, 0], [0, 0],
                [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]
            ),
            (
                [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], [0xFFFF_FFFF, 0xFFFF_FFFF],
                [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
            ),
            (
                [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], [0xA409_3822, 0x299F_31D0],
                [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
            ),
        ] as [([UInt32], [UInt32], [UInt32])])
    func publishedPhiloxVectors(counter: [UInt32], key: [UInt32], expected: [UInt32]) {
        #expect(OraclePhilox.block(counter: counter, key: key) == expected)
    }

    @Test func aWordIsAPlaceInABlock() {
        let draws = OracleDraws(
            description: GraphDescription(), values: WorldValues(), seed: 0x299F_31D0_A409_3822,
            trial: Int(0x243F_6A88 * 4 + 2))
        #expect(draws.word(Address(entity: 0x1319_8A2E_85A3_08D3, purpose: 0x0370_7344)) == 0x5001_E420)
    }

    /// Monday to Friday, 9 to 17; hours since Monday 00:00.
    @Test(
        arguments: [
            (10, 2, 12),  // within a day
            (16, 2, 34),  // over night: Tuesday 10:00
            (112, 2, 178),  // over the weekend
            (132, 1, 178),  // from Saturday
            (0, 0, 0),  // no work takes no time
            (12, 0, 12),
            (17, 0, 17),
            (9, 8, 17),  // a whole day ends when it closes
            (9, 40, 113),  // and so does a whole week
            (10, 40, 178),  // a whole week
            (10, 400, 1690),
            (178, 2, 180),
            (never, 1, never), (1, never, never),
        ] as [(Float, Float, Float)])
    func workingHours(time: Float, hours: Float, expected: Float) {
        let office = Calendar(days: 5, opens: 9, closes: 17)
        #expect(OracleWorkingHours.after(time, hours, calendar: office, phase: 0) == expected)
        // The same with the week counted from another hour.
        if time >= 100 {
            #expect(OracleWorkingHours.after(time - 100, hours, calendar: office, phase: 100) == expected - 100)
        }
    }

    @Test func roundTheClockIsPlainAddition() {
        let always = Calendar(days: 7, opens: 0, closes: 24)
        for hours in stride(from: Float(0), to: 1000, by: 12.25) {
            #expect(OracleWorkingHours.after(3.5, hours, calendar: always, phase: 0) == 3.5 + hours)
        }
    }

    @Test func phasesStayWithinAWeek() {
        var description = GraphDescription()
        description.organizations = [ResponseOrganization(), ResponseOrganization()]
        description.organizations[0].phase = 170
        description.organizations[1].phase = 160
        description.organizations[1].phaseAddress = Address(entity: 1, purpose: 1)
        var highest: Float = 0
        for trial in 0..<200 {
            let draws = OracleDraws(description: description, values: WorldValues(), seed: 5, trial: trial)
            #expect(draws.phase(organization: 0) == 2)
            highest = max(highest, draws.phase(organization: 1))
            #expect(draws.phase(organization: 1) >= 0)
        }
        #expect(highest > 160 && highest < 168)
    }
}
