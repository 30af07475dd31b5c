import Scenarios

/// The changes to sample companies that the expert tests state.
extension Organization {
    /// The control at this level everywhere, whatever the company's scopes and coverages said.
    func with(
        _ control: String, _ level: String, keys: KeyCustody? = nil, callers: [String]? = nil,
        delay: Scenarios.Distribution? = nil, hours: Hours? = nil
    ) -> Organization {
        made(self) {
            $0.controls[control] = .level(level) { setting in
                setting.keys = keys
                setting.callers = callers
                setting.delay = delay
                setting.hours = hours
            }
            for department in $0.departments.indices {
                $0.departments[department].controls[control] = nil
                for asset in $0.departments[department].assets.indices {
                    $0.departments[department].assets[asset].controls[control] = nil
                }
            }
        }
    }

    /// Several controls at once.
    func with(_ levels: [String: String]) -> Organization {
        levels.sorted { $0.key < $1.key }.reduce(self) { $0.with($1.key, $1.value) }
    }

    /// The whole response chain as one hand-off that always takes so long, round the clock, and then so long until every
    /// department is contained.
    func responding(triageHours: Double, containmentHours: Double) -> Organization {
        made(self) {
            var response = $0.response ?? Response()
            response.chain = [.named("triage", triageHours, .always)]
            response.chain[0].by = $0.departments[0].id
            response.containment = ["default": .known(.constant(.hours(containmentHours)))]
            $0.response = response
        }
    }
}

extension ParameterValue {
    static func exactly(_ chance: Double) -> ParameterValue { .probability(Estimate(exactly: chance)) }
    static func days(_ days: Double) -> ParameterValue { .duration(.hours(days * 24)) }
    static func hours(_ hours: Double) -> ParameterValue { .duration(.hours(hours)) }
}

extension Scenarios.Distribution {
    static func days(median: Double, p90: Double) -> Self {
        .lognormal(median: .hours(median * 24), p90: .hours(p90 * 24))
    }
}
