import DrillEngine
import DrillKernel
import DrillResults
import Scenarios
import Testing

/// Changes a fresh value in place.
func made<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var result = value
    change(&result)
    return result
}

extension Asset {
    static func named(_ id: String, _ kind: AssetKind = .server, _ change: (inout Asset) -> Void = { _ in }) -> Asset {
        made(Asset()) {
            $0.id = id
            $0.kind = kind
            change(&$0)
        }
    }

    static func database(_ id: String, records: Int = 1000, _ change: (inout Asset) -> Void = { _ in }) -> Asset {
        .named(id, .database) {
            $0.data = made(DataHolding()) { $0.records = records }
            change(&$0)
        }
    }
}

extension Department {
    static func named(_ id: String, _ assets: [Asset], _ change: (inout Department) -> Void = { _ in }) -> Department {
        made(Department()) {
            $0.id = id
            $0.name = id
            $0.assets = assets
            change(&$0)
        }
    }
}

extension Organization {
    /// An organization with a response of constant times: two hours of hand-offs, three of containment, ten of repair.
    static func named(
        _ id: String, _ departments: [Department], _ change: (inout Organization) -> Void = { _ in }
    ) -> Organization {
        made(Organization()) {
            $0.id = id
            $0.name = id
            $0.departments = departments
            $0.response = made(Response()) {
                $0.chain = [.named("triage", 2)]
                $0.containment = ["default": .known(.constant(.hours(3)))]
                $0.repair = .known(.constant(.hours(10)))
            }
            change(&$0)
        }
    }

    /// One department with the given assets.
    static func single(
        _ assets: [Asset], id: String = "acme", _ change: (inout Organization) -> Void = { _ in }
    ) -> Organization {
        named(id, [.named("it", assets)], change)
    }
}

extension HandOff {
    static func named(_ id: String, _ hours: Double, _ worked: Hours? = nil) -> HandOff {
        made(HandOff()) {
            $0.id = id
            $0.by = "it"
            $0.duration = .known(.constant(.hours(hours)))
            $0.hours = worked
        }
    }
}

extension Answer<ControlSetting> {
    static func level(
        _ level: String, coverage: Double = 1, _ change: (inout ControlSetting) -> Void = { _ in }
    ) -> Answer<ControlSetting> {
        .known(
            made(ControlSetting()) {
                $0.level = .known(level)
                $0.coverage = .known(coverage)
                change(&$0)
            })
    }
}

extension Step {
    /// A step that succeeds at once and is not noticed, unless `change` says otherwise.
    static func named(
        _ id: String, on kind: AssetKind? = nil, after: [(String, Relation)] = [], hours: Double = 0,
        _ change: (inout Step) -> Void = { _ in }
    ) -> Step {
        made(Step()) {
            $0.id = id
            $0.title = id
            $0.on.kind = kind.map { [$0] } ?? []
            let references = after.map { step, relation in
                Requirement.step(
                    made(StepReference()) {
                        $0.step = step
                        $0.via = relation
                    })
            }
            $0.requires = references.isEmpty ? nil : references.count == 1 ? references[0] : .all(references)
            $0.duration = .value(.constant(.hours(hours)))
            $0.noticed = []
            change(&$0)
        }
    }

    var chance: Double {
        get { 1 }
        set { probability = .value(Estimate(exactly: newValue)) }
    }
}

extension Noticing {
    static func by(
        _ channel: Channel, _ chance: Double = 1, from: Moment = .end, hours: Double = 0
    ) -> Noticing {
        made(Noticing()) {
            $0.by = channel
            $0.from = from
            $0.probability = .value(Estimate(exactly: chance))
            $0.delay = .value(.constant(.hours(hours)))
        }
    }
}

extension Objective {
    /// Reached when the step is done on so many assets.
    static func step(_ id: String, atLeast: Int = 1) -> Objective {
        made(Objective()) {
            $0.id = id
            $0.title = "goal \(id)"
            $0.reached = .step(
                made(ReachedStep()) {
                    $0.step = id
                    $0.atLeast = atLeast
                })
        }
    }

    static let exposed = made(Objective()) {
        $0.id = "exposed"
        $0.title = "data outside"
        $0.reached = .exposed(ReachedExposed())
        $0.severity = .critical
    }

    static func down(_ kind: AssetKind, atLeast: Int = 1) -> Objective {
        made(Objective()) {
            $0.id = "down"
            $0.title = "systems down"
            $0.reached = .down(
                made(ReachedDown()) {
                    $0.on.kind = [kind]
                    $0.atLeast = atLeast
                })
        }
    }
}

extension Scenario {
    static func story(
        _ steps: [Step], _ objectives: [Objective], _ change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        made(Scenario()) {
            $0.id = "story"
            $0.title = "Story"
            $0.steps = steps
            $0.objectives = objectives
            $0.horizon = .hours(1000)
            $0.zeroHour = ZeroHour()
            change(&$0)
        }
    }

    /// An inject and the decision it asks for.
    mutating func decide(
        _ id: String, when trigger: Trigger, after delay: Double = 0, takes: Double = 0,
        _ does: [Scenarios.Intervention], downtime: Double? = nil
    ) {
        injects.append(
            made(Inject()) {
                $0.id = "ask-\(id)"
                $0.trigger = trigger
                $0.delay = .value(.hours(delay))
            })
        decisions.append(
            made(Decision()) {
                $0.id = id
                $0.inject = "ask-\(id)"
                $0.question = "\(id)?"
                $0.takes = .value(.constant(.hours(takes)))
                $0.default = "act"
                $0.options = [
                    made(Option()) { $0.id = "wait" },
                    made(Option()) {
                        $0.id = "act"
                        $0.text = "Yes."
                        $0.does = does
                        $0.downtime = downtime.map { .hours($0) }
                    },
                ]
            })
    }
}

extension SupplierLink {
    static func to(
        _ organization: String, _ kind: LinkKind, _ change: (inout SupplierLink) -> Void = { _ in }
    ) -> SupplierLink {
        made(SupplierLink()) {
            $0.organization = organization
            $0.link = kind
            change(&$0)
        }
    }
}
