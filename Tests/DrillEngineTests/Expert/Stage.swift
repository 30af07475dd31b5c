import DrillEngine
import DrillKernel
import Scenarios
import Testing

/// A shipped story on stated organizations under the shipped catalog, seen trial by trial.
///
/// Two stages that differ in a control only share every random number, so outcomes can be compared one by one: an effect
/// of exactly 0 is the same outcome in each trial, not the same total.
struct Stage {
    var scenario: Scenario
    var organizations: [Organization]
    var trials = 2000
    var worlds = 20
    var seed: UInt64 = 20_261_124

    /// - Parameter organizations: The first is the one that is looked at; suppliers that are not among them are outside.
    init(_ scenario: Scenario, on organizations: Organization...) {
        self.scenario = scenario
        self.organizations = organizations
    }

    /// The exercise that this is.
    var loaded: LoadedExercise {
        var exercise = Exercise()
        exercise.id = "expert"
        let known = Set(organizations.map(\.id))
        let outside = Set(organizations.flatMap { $0.suppliers.map(\.organization) }).subtracting(known)
        exercise.external = outside.sorted().map { id in
            made(ExternalOrganization()) {
                $0.id = id
                $0.title = id
            }
        }
        exercise.simulation = made(Simulation()) {
            $0.trials = trials
            $0.worlds = worlds
            $0.seed = seed
        }
        return LoadedExercise(
            exercise: exercise, organizations: organizations, scenarios: [scenario], catalog: .embedded)
    }

    var settings: RunSettings { RunSettings(loaded.exercise.simulation, threads: 1) }

    func drill() throws -> Drill { try Drill(loaded, settings: settings) }

    /// What happened in each trial to the first organization.
    func outcomes() throws -> Outcomes {
        let drill = try drill()
        let (job, member) = try #require(try drill.story(scenario: scenario.id, organization: organizations[0].id))
        let reader = OutcomeReader(job, member: member)
        let simulator = Simulator(graph: job.graph, seed: seed)
        let workspace = Workspace(for: job.graph)
        var outcomes = Outcomes(scenario: scenario, steps: reader.stepKeys)
        for world in 0..<worlds {
            let range = world * trials / worlds..<(world + 1) * trials / worlds
            simulator.run(world: world, trials: range, workspace: workspace) { batch in
                for trial in 0..<Simulator.batchSize where batch.active >> UInt32(trial) & 1 == 1 {
                    outcomes.trials.append(reader.outcome(batch, trial))
                }
            }
        }
        return outcomes
    }
}

/// One organization's outcome in one trial; times in hours, infinity: never.
struct Outcome: Equatable {
    /// When each objective is reached, in the scenario's order.
    var objectives: [Float]
    /// When each step is done on each asset, suppliers' included, in the order of `Outcomes.steps`.
    var steps: [Float]
    /// The earliest alert.
    var noticed: Float
    /// When the last department is contained.
    var contained: Float
    /// When each asset's data is readable outside.
    var exposures: [Float]
    var recordsExposed: Double
    var recordsAltered: Double
    /// Outages of the organization's own, asset by asset.
    var downFrom: [Float]
    var downTo: [Float]

    /// Hours from the last containment to the last restored asset; nil where nothing was down.
    var repairHours: Double? {
        let down = zip(downFrom, downTo).filter { $0.0 < .infinity }
        guard let last = down.map(\.1).max(), last < .infinity else { return nil }
        return Double(last - contained)
    }
}

/// The trials of a stage.
struct Outcomes {
    /// A step on an asset.
    struct StepKey: Hashable, Comparable {
        var step: Int
        var asset: AssetReference
        /// Whether the asset belongs to the organization that is looked at.
        var isOwn: Bool

        static func < (left: StepKey, right: StepKey) -> Bool { left.order.lexicographicallyPrecedes(right.order) }
        private var order: [Int] { [step, asset.organization, asset.department, asset.asset] }
    }

    var scenario: Scenario
    var steps: [StepKey]
    var trials: [Outcome] = []

    /// When the objective is reached in each trial.
    func times(_ objective: String) throws -> [Float] {
        let place = try #require(scenario.objectives.firstIndex { $0.id == objective }, "no objective \(objective)")
        return trials.map { $0.objectives[place] }
    }

    func reached(_ objective: String) throws -> Int { try times(objective).count { $0 < .infinity } }

    func share(_ objective: String) throws -> Double { try Double(reached(objective)) / Double(trials.count) }

    /// When the step is done first on any asset, the organization's own unless said otherwise.
    func first(_ step: String, atSupplier: Bool = false) throws -> [Float] {
        let number = try #require(scenario.steps.firstIndex { $0.id == step }, "no step \(step)")
        let columns = steps.indices.filter { steps[$0].step == number && steps[$0].isOwn != atSupplier }
        return trials.map { trial in columns.map { trial.steps[$0] }.min() ?? .infinity }
    }

    func count(_ step: String) throws -> Int { try first(step).count { $0 < .infinity } }

    var meanRecordsExposed: Double { trials.reduce(0) { $0 + $1.recordsExposed } / Double(trials.count) }
}

/// Reads one member's outcomes out of finished batches.
private struct OutcomeReader {
    let job: CompiledDrill
    let member: Int
    let stepKeys: [Outcomes.StepKey]
    private let stepNodes: [Int]
    private let groups: [Int]
    private let items: [Int]

    init(_ job: CompiledDrill, member: Int) {
        self.job = job
        self.member = member
        var nodes: [(key: Outcomes.StepKey, node: Int)] = []
        for (node, meaning) in job.nodes.enumerated() {
            guard case .step(let step, let asset) = meaning else { continue }
            nodes.append((Outcomes.StepKey(step: step, asset: asset, isOwn: asset.organization == member), node))
        }
        nodes.sort { $0.key < $1.key }
        stepKeys = nodes.map(\.key)
        stepNodes = nodes.map(\.node)
        let touched = Set(stepKeys.filter(\.isOwn).map(\.asset.department))
        groups = job.groups.indices.filter {
            job.groups[$0].organization == member && touched.contains(job.groups[$0].department)
        }
        items = job.repairs.indices.filter { job.repairs[$0].organization == member }
    }

    func outcome(_ batch: Batch, _ trial: Int) -> Outcome {
        func time(_ node: Int32?) -> Float { node.map { batch.completion(Int($0), trial: trial) } ?? .infinity }
        func records(_ list: [(asset: AssetReference, node: Int32)]) -> Double {
            list.reduce(0) { $0 + (time($1.node) < .infinity ? Double(job.asset($1.asset).data?.records ?? 0) : 0) }
        }
        let own = job.members[member]
        let outages = items.map { batch.outage($0, trial: trial) }
        return Outcome(
            objectives: own.objectives.map(time), steps: stepNodes.map { batch.completion($0, trial: trial) },
            noticed: batch.detection(member, trial: trial),
            contained: groups.reduce(0) { max($0, batch.cut($1, trial: trial)) },
            exposures: own.exposures.map { time($0.node) },
            recordsExposed: own.exposures.reduce(0) {
                $0 + Double($1.left(of: job.asset($1.asset).data?.records ?? 0, batch, trial))
            },
            recordsAltered: records(own.alterations), downFrom: outages.map(\.from), downTo: outages.map(\.to))
    }
}
