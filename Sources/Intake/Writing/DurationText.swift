/// Writes lengths of time as people write them in documents.
enum DurationText {
    /// `PT15M`, `PT36H`, `P10D`: days from two on, hours where they are whole, else minutes or a fraction of an hour.
    static func text(hours: Double) -> String {
        let days = hours / 24
        if days == days.rounded(), days == 1 || days >= 2 || hours == 0 {
            return hours == 0 ? "PT0S" : "P\(whole(days))D"
        }
        if hours == hours.rounded() { return "PT\(whole(hours))H" }
        let minutes = hours * 60
        if minutes == minutes.rounded(), hours < 24 { return "PT\(whole(minutes))M" }
        return "PT\(hours)H"
    }

    private static func whole(_ value: Double) -> String { String(Int(value)) }
}
