/// Which controls of the catalog touch the steps of one story, each at some level; known before anything is run.
public struct ControlMap: Sendable, Equatable {
    /// Id of the scenario.
    public var scenario: String
    /// Its title.
    public var title: String
    /// The steps, in the story's order.
    public var steps: [StepControls]

    /// A story's table; `steps` in the story's order.
    public init(scenario: String, title: String, steps: [StepControls]) {
        (self.scenario, self.title, self.steps) = (scenario, title, steps)
    }
}

/// What touches one step.
public struct StepControls: Sendable, Equatable {
    /// Why no control is to be expected at a step.
    public enum Apart: String, Sendable, CaseIterable {
        /// It happens outside the company: a wait, an event of the world, preparation.
        case outside
        /// The story says that nobody inside can notice it: outsiders tell, or it shows itself, or nothing does.
        case unseen
    }

    /// Id of the step.
    public var step: String
    /// Its title.
    public var title: String
    /// Its technique or action; nil where it has neither.
    public var technique: String?
    /// In the catalog's order; a control stands once for each way on which it acts.
    public var touches: [ControlTouch]
    /// Why nothing need touch it; nil where something should.
    public var apart: Apart?

    /// What touches a step; `technique` is nil where it names neither technique nor action.
    public init(step: String, title: String, technique: String?, touches: [ControlTouch], apart: Apart?) {
        (self.step, self.title, self.technique) = (step, title, technique)
        (self.touches, self.apart) = (touches, apart)
    }

    /// Whether something should touch it and nothing does.
    public var isUntouched: Bool { touches.isEmpty && apart == nil }
}

/// What one control does to a step on one way.
public struct ControlTouch: Sendable, Equatable {
    /// What a control does, at whatever level.
    public enum Act: String, Sendable, CaseIterable {
        /// Tries succeed less often.
        case prevents
        /// Tries take longer.
        case slows
        /// The step's door closes when the control arrives.
        case closes
        /// Data that the step takes stays unreadable.
        case keepsUnreadable = "keeps-unreadable"
        /// Tries may raise an alert.
        case notices
    }

    /// Where a control stands.
    public enum Way: Sendable, Equatable {
        /// In the step itself, through the channel that it goes in by; nil: it names none.
        case itself(String?)
        /// Before it, where it is come to over this relation; of supplier links this kind alone.
        case before(String, link: String?)
    }

    /// Id of the control.
    public var control: String
    /// What it does, strongest word first.
    public var acts: [Act]
    /// Where.
    public var way: Way
    /// On these kinds of asset only; empty: on every kind on which the step is tried.
    public var kinds: [String]

    /// What a control does in one place; without `kinds`, on all.
    public init(control: String, acts: [Act], way: Way, kinds: [String]) {
        (self.control, self.acts, self.way, self.kinds) = (control, acts, way, kinds)
    }
}
