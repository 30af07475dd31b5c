public import Scenarios

/// One scenario played by one organization: what a facilitator prepares, leads and reports.
public struct Session: Sendable {
    /// Whose rules hold: marking, length of a meeting.
    public var exercise: Exercise
    /// The scenario's place in the exercise, from 1: what players call it, for its title gives it away.
    public var number: Int
    /// The story that is played.
    public var scenario: Scenario
    /// The company that plays it.
    public var organization: Organization
    /// By simulation, with the default of every decision.
    public var forecast: StoryForecast
    /// By simulation, on the path that was played; nil before the meeting.
    public var path: PlayedPath?

    public init(
        exercise: Exercise, number: Int, scenario: Scenario, organization: Organization, forecast: StoryForecast
    ) {
        self.exercise = exercise
        self.number = number
        self.scenario = scenario
        self.organization = organization
        self.forecast = forecast
    }

    /// Roles that receive an inject or decide, in the order in which they come up.
    public var roles: [Role] {
        var roles: [Role] = []
        for inject in events.map(\.inject) {
            let deciding = scenario.decisions.filter { $0.inject == inject.id }.flatMap(\.by)
            for role in inject.to + deciding where !roles.contains(role) { roles.append(role) }
        }
        return roles
    }

    /// The master scenario events list.
    public var events: [MasterEvent] { MasterEvent.list(of: self) }

    /// The criterion that an expected action belongs to; nil where it names none.
    public func criterion(of action: ExpectedAction) -> EvaluationCriterion? {
        scenario.evaluation.first { $0.id == action.objective }
    }

    /// Departments that have the role, by name; empty where the organization has none.
    public func departments(_ role: Role) -> [String] {
        organization.departments.filter { $0.roles.contains(role) }.map(\.name)
    }

    /// Departments that have any of the roles, each once, in the order of the roles.
    public func departments(_ roles: [Role]) -> [String] {
        var names: [String] = []
        for name in roles.flatMap(departments) where !names.contains(name) { names.append(name) }
        return names
    }

    /// A time of the scenario in hours; nil where it names a parameter that is no duration.
    func hours(_ time: Parameterized<TimeAmount>) -> Double? {
        scenario.hours(time)
    }
}

extension Role {
    /// As people read it: "human resources".
    public var words: String { rawValue.replacing("-", with: " ") }
}

extension InjectChannel {
    /// As it stands in front of an inject: "Mail", "Call".
    public var words: String {
        switch self {
        case .mail: "Mail"
        case .call: "Call"
        case .chat: "Chat message"
        case .ticket: "Ticket"
        case .news: "News"
        case .meeting: "In a meeting"
        case .letter: "Letter"
        }
    }
}
