public import DrillResults
internal import Scenarios

/// A simulated exercise: what its one pass over the trials has counted.
public struct RunPass: Sendable {
    /// What is read besides outcomes.
    public enum Reading: Sendable {
        case outcomes
        /// Findings and losses as well.
        case everything
    }

    let drill: Drill
    /// By job and participant.
    let tallies: [[RunReader.Tally]]

    /// What the run says.
    ///
    /// - Parameters:
    ///   - documents: Digests of the inputs, as the result shall carry them.
    ///   - runID: The run's identity.
    public func result(documents: [DocumentDigest], runID: String) -> RunResult {
        ResultBuilder(drill: drill, tallies: tallies.map { $0.map(\.outcomes) }).result(
            documents: documents, runID: runID)
    }

    /// Where the exercise's scenarios meet a company: by scenario, job, member and what was counted; only those that
    /// apply.
    func stories(of company: String) -> [(job: CompiledDrill, member: Int, tally: RunReader.Tally)] {
        zip(drill.jobs, tallies).flatMap { job, tallies in
            zip(drill.participants(job), tallies).compactMap { member, tally in
                let who = job.members[member]
                return who.organization.id == company && who.notApplicable == nil ? (job, member, tally) : nil
            }
        }
    }
}

extension Drill {
    /// Simulates everything in one pass; the same result for any number of threads.
    ///
    /// - Parameter progress: Called after each chunk, from any task.
    /// - Throws: `CancellationError` when the task is cancelled; nothing is kept then.
    public func pass(
        reading: RunPass.Reading, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunPass {
        let readers = jobs.map { job in
            let notices = job.noticesByMember
            return participants(job).map { member in
                var reader = RunReader(
                    outcomes: OutcomeReader(job, member: member, notices: notices[member], worlds: settings.worlds))
                if reading == .everything, job.members[member].notApplicable == nil {
                    reader.findings = FindingsReader(job, member: member, worlds: settings.worlds)
                    reader.losses = job.members[member].organization.loss.map {
                        LossReader(job, member: member, loss: $0, settings: settings)
                    }
                }
                return reader
            }
        }
        return RunPass(drill: self, tallies: try await pass(readers, progress: progress))
    }
}
