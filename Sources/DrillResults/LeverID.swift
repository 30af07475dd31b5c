/// Which of a company's levers: what is raised, and to what.
public enum LeverID: Sendable, Hashable {
    /// A control in a scope.
    case control(String, at: LeverScope, to: ControlTarget)
    /// Hand-offs of the response chain.
    case handOff(ResponsePart, to: HandOffTarget)
    /// Containment of departments, twice as fast.
    case containment(ResponsePart)

    /// What a control is raised to.
    public enum ControlTarget: Sendable, Hashable {
        /// A higher level, by its id, for all of the scope.
        case level(String)
        /// Today's level, by its id, for what it does not cover yet.
        case everywhere(String)
        /// Today's level, with the keys of encrypted data in a hardware module.
        case keysApart
    }

    /// What hand-offs are raised to.
    public enum HandOffTarget: String, Sendable, CaseIterable {
        /// Twice as fast; all of them round the clock, too.
        case faster
        /// Ten times as fast, round the clock.
        case tenfold = "fast"
        /// Round the clock, as fast as today.
        case roundTheClock = "24x7"
    }
}

/// Where a lever sets a control.
public enum LeverScope: Sendable, Hashable {
    case company
    /// By id.
    case department(String)
    /// By its id and that of its department.
    case asset(String, of: String)
}

/// The part of the response that a lever is about: one hand-off or department, by id, or all of them.
public enum ResponsePart: Sendable, Hashable {
    case one(String)
    case all
}

/// What a lever raises, whatever to: levers of one subject take each other's place.
public enum LeverSubject: Sendable, Hashable {
    case control(String, at: LeverScope)
    case handOff(ResponsePart)
    case containment(ResponsePart)
}

extension LeverID {
    /// What is raised.
    public var subject: LeverSubject {
        switch self {
        case .control(let control, let scope, _): .control(control, at: scope)
        case .handOff(let part, _): .handOff(part)
        case .containment(let part): .containment(part)
        }
    }

    /// Control, hand-off or containment.
    public var kind: Lever.Kind {
        switch self {
        case .control: .control
        case .handOff: .handOff
        case .containment: .containment
        }
    }

    /// Catalog id of the control; nil for the response.
    public var control: String? {
        if case .control(let control, _, _) = self { control } else { nil }
    }

    /// Whether doing both makes no sense: levels of one control in one scope, or a hand-off and all hand-offs.
    package func excludes(_ other: LeverID) -> Bool {
        switch (self, other) {
        case (.control(let one, let scope, _), .control(let two, let otherScope, _)):
            one == two && scope == otherScope
        case (.handOff(let one, _), .handOff(let two, _)), (.containment(let one), .containment(let two)):
            one == .all || two == .all
        default: false
        }
    }
}

extension LeverSubject {
    /// Whether it concerns the company as a whole.
    package var isEverywhere: Bool {
        switch self {
        case .control(_, let scope): scope == .company
        case .handOff(let part), .containment(let part): part == .all
        }
    }
}
