/// A graph description flattened for the sweeps: plain records, CSR edges, one table arena.
///
/// Immutable and shared by all tasks; everything that changes lives in a `Workspace`.
package struct CompiledGraph: Sendable {
    /// In evaluation order.
    var nodes: [NodeRecord] = []
    /// What sweeps go through: all but late nodes.
    var blocks: [EvaluationOrder.Block] = []
    /// Parents, as positions in evaluation order.
    var edges: [Int32] = []
    var cuts: [Int32] = []
    var modifiers: [Modifier] = []
    var notices: [NoticeRecord] = []
    var passages: [PassageRecord] = []
    var clocks: [ClockRecord] = []
    var alternatives: [AlternativeRecord] = []
    var presences: [Address] = []
    var organizations: [OrganizationRecord] = []
    var chain: [LapseRecord] = []
    var groups: [GroupRecord] = []
    var interventions: [InterventionRecord] = []
    var waits: [LapseRecord] = []
    var repairs: [RepairRecord] = []
    var needs: [RepairItem.Need] = []
    /// How many restore crews there are in all; those of one organization stand together.
    var crewCount = 0
    var aims = AimTable.none
    /// How many nodes can be asked how much of their successful try took place.
    var measuredCount = 0
    /// Node positions and item indices that interventions and repairs refer to.
    var references: [Int32] = []
    var calendars: [Calendar] = []
    /// All quantile tables, one after the other.
    var tables: [Float] = []
    var worlds: [WorldValues] = []
    var horizon = Float.infinity
    /// Evaluation position of each node of the description.
    var position: [Int32] = []
    /// First notice of each node of the description, in the description's flattened order.
    var noticeOrder: [Int32] = []
    /// What of it is settled: all, unless it is a part.
    var live = LivePart.none

    /// The number of worlds.
    package var worldCount: Int { worlds.count }
    /// The number of nodes.
    package var nodeCount: Int { nodes.count }
    /// Whether a cut may stop anything, so that one sweep is not enough.
    var hasCuts: Bool { !groups.isEmpty || !interventions.isEmpty }
}

/// A range of an arena.
struct Slice32: Equatable {
    var start: Int32
    var end: Int32
    static var empty: Slice32 { Slice32(start: 0, end: 0) }
    @inline(__always) var range: Range<Int> { Int(start)..<Int(end) }
    @inline(__always) var isEmpty: Bool { start == end }
    @inline(__always) var count: Int { Int(end - start) }
}

struct NodeRecord {
    enum Gate: UInt8 { case entry, any, all, vote }

    var gate: Gate
    /// For `vote`.
    var k: Int32
    var tries: Int32
    /// Threshold slot; −1: certain.
    var success: Int32
    /// The chance is threshold / 2^(32 + shift).
    var shift: Int32
    /// Those over passages come last, passage by passage.
    var parents: Slice32
    var passages: Slice32
    var successModifiers: Slice32
    /// What stops it, whichever way it was begun.
    var cuts: Slice32
    /// The same and what stops runs over its passages.
    var anyCuts: Slice32
    var notices: Slice32
    var starts: Int32
    var closes: Int32
    var successAddress: Address
    var pace: LapseRecord
    var portion: Float
    /// Row of what is measured; −1: nothing.
    var measured: Int32
    /// Row of the trials in which it is aimed at; −1: all.
    var aim: Int32 = -1
    /// Repair item whose shared outage it tells of; −1: none.
    var outage: Int32 = -1
    /// Whether it is known only after repair: it tells of an outage, or hangs on what does.
    var isLate = false
    /// Whether it lies in a cycle and all its parents do, so that none of them completes before another of the cycle.
    var waitsForCycleOnly = false
}

struct LapseRecord {
    var sampler: Sampler
    var modifiers: Slice32
    var calendar: Int32
    var address: Address
}

struct PassageRecord {
    var parents: Slice32
    var cuts: Slice32
    /// Threshold slot; −1: certain.
    var chance: Int32
    var modifiers: Slice32
    var address: Address

    /// Whether it may be closed.
    var isGuarded: Bool { chance >= 0 || !modifiers.isEmpty }
}

struct NoticeRecord {
    var channel: Int32
    var organization: Int32
    var moment: Notice.Moment
    /// Threshold slot; −1: certain; unused where `hazards` is set.
    var threshold: Int32
    var isHazard: Bool
    var hazards: Slice32
    var address: Address
    var delay: LapseRecord
    var notBefore: Int32
}

struct ClockRecord {
    var offset: Float
    var otherwise: Float
    var alternatives: Slice32
}

struct AlternativeRecord {
    var when: Condition
    var span: LapseRecord
}

struct OrganizationRecord {
    var chain: Slice32
    var phase: Float
    var phaseAddress: Address?
    /// Groups of this organization, as a range of `groups` indices in `references`.
    var groups: Slice32
    /// Rows of its restore crews.
    var crews: Slice32
}

struct GroupRecord {
    var organization: Int32
    var span: LapseRecord
}

struct InterventionRecord {
    enum Trigger: Equatable {
        case at(Float)
        case completion(Slice32)
        case detection(Int32)
        case intervention(Int32)
    }

    var trigger: Trigger
    var organization: Int32
    var waits: Slice32
    /// After so many waits the organization's alarm must have come; −1: none is waited for.
    var alarmed: Int32
    var early: Int32
}

struct RepairRecord {
    var organization: Int32
    var group: Int32
    var release: Int32
    var destroying: Slice32
    var disrupting: Slice32
    var restore: LapseRecord
    var rebuild: LapseRecord
    var backupLoss: Slice32
    /// A range of `needs`.
    var needs: Slice32
}
