extension Step {
    /// How the step may be noticed, with what holds where it says nothing: monitoring, and people through their controls.
    package var noticings: [Noticing] { noticed ?? [Noticing(), .byPeople] }
}

extension Noticing {
    /// By people, at once, as often as their controls say.
    fileprivate static var byPeople: Noticing {
        var noticing = Noticing()
        noticing.by = .people
        return noticing
    }
}
