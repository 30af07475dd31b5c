import Scenarios

/// How an organization responds: with a plan, or as it comes. All times are judgement; size sets the hours worked.
struct ResponseTemplate {
    let draws: UniformDraws
    let size: Size
    let hasPlan: Bool

    /// Median and tenth-slowest hours of one stage.
    struct Stage {
        var id: String
        var planned: (median: Double, slow: Double)
        var improvised: (median: Double, slow: Double)
    }

    static let stages = [
        Stage(id: "notice", planned: (2, 12), improvised: (8, 72)),
        Stage(id: "decide", planned: (3, 16), improvised: (12, 96)),
        Stage(id: "act", planned: (2, 12), improvised: (8, 48)),
        Stage(id: "contain a department", planned: (12, 72), improvised: (48, 336)),
    ]
    /// Repair of one asset without a backup, by size.
    static let repair = [(30.0, 120.0), (24, 96), (18, 72)]

    /// - Parameters:
    ///   - security: The department that takes up alerts and acts.
    ///   - management: The department that decides.
    func response(security: String, management: String) -> Response {
        // Every organization is somewhat faster or slower than its class.
        let pace = draws.between(0.5, 1.5, "pace")
        func time(_ stage: Stage) -> Distribution {
            let (median, slow) = hasPlan ? stage.planned : stage.improvised
            return .lognormal(median: .hours(median * pace), p90: .hours(slow * pace))
        }
        var response = Response()
        response.chain = Self.stages.prefix(3).map { stage in
            var handOff = HandOff()
            handOff.id = stage.id
            handOff.by = stage.id == "decide" ? management : security
            handOff.duration = .known(time(stage))
            handOff.hours = hours(of: stage)
            return handOff
        }
        response.containment = ["default": .known(time(Self.stages[3]))]
        let (median, slow) = Self.repair[size.rawValue]
        response.repair = .known(.lognormal(median: .hours(median), p90: .hours(slow)))
        return response
    }

    private func hours(of stage: Stage) -> Hours {
        switch (size, hasPlan) {
        case (.large, true): stage.id == "decide" ? .extended : .always
        case (.large, false), (.medium, true): stage.id == "decide" ? .business : .extended
        default: .business
        }
    }
}
