/// One company's findings over all scenarios that apply to it.
public struct CompanyFindings: Codable, Sendable, Equatable {
    /// The organization's id.
    public var organization: String
    /// One for each scenario that applies, in the exercise's order.
    public var stories: [StoryFindings]
    /// By scenario, then in the order of ``SpeedResult/Kind``; a kind whose clock never starts is left out.
    public var speeds: [SpeedResult]
    /// In the order of the response chain, over the noticed trials of all scenarios; none where nothing was noticed.
    public var handOffs: [HandOffResult]

    public init(
        organization: String, stories: [StoryFindings], speeds: [SpeedResult], handOffs: [HandOffResult]
    ) {
        self.organization = organization
        self.stories = stories
        self.speeds = speeds
        self.handOffs = handOffs
    }
}
