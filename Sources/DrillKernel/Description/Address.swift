/// Where a random quantity lives: it alone decides which word a trial gets, whatever else the graph contains.
package struct Address: Sendable, Hashable {
    /// 64-bit hash of organization id and entity id.
    package var entity: UInt64
    /// What of the entity is drawn: success, pace, alert, …
    package var purpose: UInt32

    package init(entity: UInt64, purpose: UInt32) {
        self.entity = entity
        self.purpose = purpose
    }
}
