// How it is said which controls touch a step, and on which way in.

extension Wording {
    /// "prevents", "keeps data unreadable".
    public static func act(_ act: ControlTouch.Act) -> String {
        switch act {
        case .prevents: "prevents"
        case .slows: "slows"
        case .closes: "closes the door"
        case .keepsUnreadable: "keeps data unreadable"
        case .notices: "notices"
        }
    }

    /// "through identity", "over vendor-access", "any way".
    public static func way(_ way: ControlTouch.Way) -> String {
        switch way {
        case .itself(nil): "any way"
        case .itself(let channel?): "through \(channel)"
        case .before("supplier", let link): "over \(link ?? "a supplier's link")"
        case .before("reachable", _): "from what reaches it"
        case .before("organization", _): "from anywhere inside"
        case .before(let relation, _): "over \(relation)"
        }
    }

    /// Why a step without any control is no gap, or that it is one.
    public static func nothingTouches(_ apart: StepControls.Apart?) -> String {
        switch apart {
        case .outside: "happens outside the company"
        case .unseen: "nobody inside can notice it, says the story"
        case nil: "no control touches it"
        }
    }
}
