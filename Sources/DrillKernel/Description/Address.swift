/// Where a random quantity lives: it alone decides which word a trial gets, whatever else the graph contains.
public struct Address: Sendable, Hashable {
    /// 64-bit hash of organization id and entity id.
    public var entity: UInt64
    /// What of the entity is drawn: success, pace, alert, …
    public var purpose: UInt32

    public init(entity: UInt64, purpose: UInt32) {
        self.entity = entity
        self.purpose = purpose
    }
}
