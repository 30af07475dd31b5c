extension Simulator {
    /// Simulates with this graph the trials that a base graph's batch holds, drawing and sweeping only what can come out
    /// otherwise.
    ///
    /// - Parameters:
    ///   - base: A finished batch of the base graph, of the same seed and world.
    ///   - sharing: What this graph shares with the base graph.
    ///   - held: Cuts that stay at the base's times, whatever happens: to find out by which of them trials differ. Only
    ///     where `DrawSharing.canHoldCuts`.
    ///   - workspace: Room for a batch of either graph, not the base batch's; others may have used it.
    ///   - observe: Called with the finished batch, unless no trial of it can differ from the base's.
    /// - Returns: Whether a trial may differ.
    @discardableResult
    package func rerun(
        _ base: Batch, world: Int, sharing: Shared<DrawSharing>, holding held: Range<Int> = 0..<0,
        workspace: Workspace, observe: (Batch) -> Void
    ) -> Bool {
        let draws = draws(
            batch: UInt32(base.firstTrial / Self.batchSize), world: world, workspace: workspace,
            reuse: workspace.reuse(of: base, sharing: sharing))
        func tell(_ passes: Int) {
            observe(
                Batch(
                    rows: rows, workspace: workspace, firstTrial: base.firstTrial, active: base.active,
                    passes: passes))
        }
        guard let overlay = sharing.value.overlay else {
            precondition(held.isEmpty)
            tell(settle(draws, workspace: workspace))
            return true
        }
        workspace.hold(base.workspace, of: base.graph)
        var correction = Correction(
            rows: rows, workspace: workspace, base: base, draws: draws, sharing: sharing, overlay: overlay)
        let passes = correction.settle(holding: held)
        if let passes { tell(passes) }
        correction.undo()
        return passes != nil
    }
}
