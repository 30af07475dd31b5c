internal import DrillKernel
internal import Scenarios

/// A part of the graph that depends on how controls stand somewhere, or on the response: what it takes to make it again
/// when the answers are others. Which nodes, notices, clocks and repairs there are does not depend on answers.
enum GraphPiece {
    /// What controls do to a step's chance and pace.
    case hindrance(node: Int32, StepPlace)
    /// What guards a way.
    case guards(node: Int32, GuardedWay)
    /// How a control notices a step.
    case notice(ControlNotice)
    /// When a control arrives.
    case arrival(ControlClock)
    /// What keeps data unreadable that a step took.
    case readable(ReadableData)
    /// How a control keeps backups apart from the accounts that they hang on.
    case backups(node: Int32, AssetReference, Control)
    /// How long an asset's repair takes.
    case repair(item: Int, AssetReference)
    /// A member's hand-offs, and how long containment takes.
    case handOffs(member: Int)
    case containment(member: Int)
}

extension GraphPiece {
    /// The member on whose response it depends.
    fileprivate var answering: Int? {
        switch self {
        case .handOffs(let member), .containment(let member): member
        case .repair(_, let place): place.organization
        default: nil
        }
    }
}

/// A way to an asset for a step.
struct GuardedWay {
    var target: AssetReference
    var step: Int
    var relation: Relation
    var link: LinkKind?
}

/// A control's notice of a step on an asset.
struct ControlNotice {
    var watch: NoticeWatch
    /// The place among the notices of its node.
    var number: Int
    var effects: ControlEffects
    /// From the trace to the alert, as far as the scenario says it.
    var delay: Lapse
}

/// A clock that shows when a control arrives at an asset.
struct ControlClock {
    var clock: Int32
    var control: Control
    var place: AssetReference
    /// Whose the delay is.
    var entity: UInt64
}

/// Data that a step took, and when it can be read.
struct ReadableData {
    var place: AssetReference
    var way: Way
    /// Completes where no encryption stands in the way.
    var plain: Int32
    /// Completes when the key falls.
    var keys: Int32
}

extension DrillBuilder {
    /// Makes a piece for the first time, and remembers for which controls it asks.
    mutating func begin(_ piece: GraphPiece) {
        pieces.append(piece)
        making = pieces.count - 1
        if let member = piece.answering { answering[member, default: []].append(pieces.count - 1) }
        make(piece)
        making = nil
    }

    /// Makes a piece for the answers as they are now.
    mutating func make(_ piece: GraphPiece) {
        switch piece {
        case .hindrance(let node, let step): makeHindrance(node, step)
        case .guards(let node, let way):
            asking = way.target.organization
            description.nodes[Int(node)].successModifiers = guards(on: way)
        case .notice(let notice):
            asking = notice.watch.place.organization
            makeNotice(notice)
        case .arrival(let clock):
            description.clocks[Int(clock.clock)].alternatives = delays(
                of: clock.control, at: clock.place, entity: clock.entity)
        case .readable(let data): makeReadable(data)
        case .backups(let node, let place, let control):
            description.nodes[Int(node)].successModifiers = separations(of: control, at: place)
        case .repair(let item, let place):
            asking = place.organization
            makeRepair(item, place)
        case .handOffs(let member):
            asking = member
            description.organizations[member].chain = chain(of: members[member].organization)
        case .containment(let member):
            asking = member
            makeContainment(member)
        }
    }
}
