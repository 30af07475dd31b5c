/// What is random in a batch, drawn once; the passes only combine it.
struct Draws {
    let rows: Shared<CompiledGraph>
    var graph: CompiledGraph {
        @inline(__always) _read { yield rows.value }
    }
    let workspace: Workspace
    let world: WorldValues
    let generator: LaneGenerator
    /// Where another graph's batch of the same trials has drawn already.
    var reuse: DrawReuse?

    /// Whether a condition holds, for all 32 trials.
    @inline(__always)
    func holds(_ condition: Condition) -> Quad<Mask> {
        guard condition.presence >= 0 else { return Quad(repeating: Mask(repeating: true)) }
        let low = Words(repeating: world.thresholds[Int(condition.low)])
        let last = Words(repeating: world.thresholds[Int(condition.last)])
        return workspace.presence[condition.presence].map { ($0 .>= low) .& ($0 .<= last) }
    }

    /// Samples a span: the quantile of its word, then each factor that applies, in order.
    @inline(__always)
    func sample(_ span: LapseRecord) -> Quad<Times> {
        var x: Quad<Times>
        switch span.sampler.kind {
        // A constant alone may be infinite: never.
        case .constant: x = Quad(repeating: Times(repeating: span.sampler.a))
        case .exponential:
            // The commonest kind, kept inline.
            let mean = span.sampler.a
            x = generator.words(span.address).map {
                earlier(LaneMath.negativeLog(LaneMath.uniform(~$0)) * mean, Times(repeating: Sampler.largest))
            }
        default: x = sampleOther(span)
        }
        for index in span.modifiers.range { scale(&x, by: graph.modifiers[index]) }
        return x
    }

    @inline(never)
    private func sampleOther(_ span: LapseRecord) -> Quad<Times> {
        let tables = graph.tables.span
        return generator.words(span.address).map { span.sampler.sample($0, tables) }
    }

    private func scale(_ x: inout Quad<Times>, by modifier: Modifier) {
        let factor = world.factors[Int(modifier.value)]
        x = x.zip(holds(modifier)) { value, mask in value.replacing(with: value * factor, where: mask) }
    }

    /// Whether a modifier acts, for all 32 trials.
    @inline(__always)
    private func holds(_ modifier: Modifier) -> Quad<Mask> {
        let acts = holds(modifier.when)
        if modifier.sight.presence < 0 { return acts }
        return acts.zip(holds(modifier.sight)) { $0 .& $1 }
    }

    /// Presences, clocks, phases: what nodes share.
    func drawShared() {
        for place in graph.live.presences {
            let (index, address) = (Int(place), graph.presences[Int(place)])
            if let reuse,
                reuse.copy(reuse.base.presence, places: reuse.sharing.presences, at: index, to: workspace.presence)
            {
                continue
            }
            workspace.presence[index] = generator.words(address)
        }
        if !graph.aims.isEmpty { AimStage(rows: rows, workspace: workspace).run() }
        for place in graph.live.clocks {
            let (index, clock) = (Int(place), graph.clocks[Int(place)])
            if let reuse, reuse.copy(reuse.base.clock, places: reuse.sharing.clocks, at: index, to: workspace.clock) {
                continue
            }
            workspace.clock[index] = value(of: clock)
        }
        for place in graph.live.organizations {
            let (index, organization) = (Int(place), graph.organizations[Int(place)])
            if let reuse, reuse.copy(reuse.base.phase, places: reuse.sharing.phases, at: index, to: workspace.phase) {
                continue
            }
            var phase = Quad(repeating: Times(repeating: organization.phase))
            if let address = organization.phaseAddress {
                phase = phase.zip(generator.words(address)) { $0 + LaneMath.uniform($1) * 168 }
            }
            for _ in 0..<2 { phase = phase.map { $0.replacing(with: $0 - 168, where: $0 .>= 168) } }
            workspace.phase[index] = phase
        }
    }

    private func value(of clock: ClockRecord) -> Quad<Times> {
        var result = Quad(repeating: Times(repeating: clock.offset + clock.otherwise))
        // Backwards, so that the first alternative that holds has the last word.
        for index in clock.alternatives.range.reversed() {
            let alternative = graph.alternatives[index]
            let time = sample(alternative.span).map { $0 + clock.offset }
            let mask = holds(alternative.when)
            result = Quad(
                result.a.replacing(with: time.a, where: mask.a), result.b.replacing(with: time.b, where: mask.b),
                result.c.replacing(with: time.c, where: mask.c), result.d.replacing(with: time.d, where: mask.d))
        }
        return result
    }

    /// Hand-offs, containment, deciding, repair.
    func drawResponse() {
        for place in graph.live.chain {
            let (index, span) = (Int(place), graph.chain[Int(place)])
            if let reuse,
                reuse.copy(reuse.base.chainSpan, places: reuse.sharing.chain, at: index, to: workspace.chainSpan)
            {
                continue
            }
            workspace.chainSpan[index] = sample(span)
        }
        for place in graph.live.groups {
            let (index, group) = (Int(place), graph.groups[Int(place)])
            if let reuse,
                reuse.copy(reuse.base.groupSpan, places: reuse.sharing.groups, at: index, to: workspace.groupSpan)
            {
                continue
            }
            workspace.groupSpan[index] = sample(group.span)
        }
        for place in graph.live.waits {
            let (index, span) = (Int(place), graph.waits[Int(place)])
            if let reuse,
                reuse.copy(reuse.base.waitSpan, places: reuse.sharing.waits, at: index, to: workspace.waitSpan)
            {
                continue
            }
            workspace.waitSpan[index] = sample(span)
        }
        for place in graph.live.repairs {
            let (index, item) = (Int(place), graph.repairs[Int(place)])
            if let reuse,
                reuse.copy(reuse.base.restoreSpan, places: reuse.sharing.restores, at: index, to: workspace.restoreSpan)
            {
            } else {
                workspace.restoreSpan[index] = sample(item.restore)
            }
            if let reuse,
                reuse.copy(reuse.base.rebuildSpan, places: reuse.sharing.rebuilds, at: index, to: workspace.rebuildSpan)
            {
                continue
            }
            workspace.rebuildSpan[index] = sample(item.rebuild)
        }
    }

    /// Tries, pace and notices of the node at an evaluation position.
    @inline(__always)
    func drawNode(_ index: Int, _ node: NodeRecord) {
        if let reuse, reuse.copyNode(index, node, to: workspace) { return }
        if node.gate == .entry {
            workspace.total[index] = Quad(repeating: Times(repeating: 0))
            if !node.notices.isEmpty { drawNotices(node, tries: Quad(repeating: Times(repeating: 1)), pace: nil) }
            return
        }
        let tries = triesNeeded(node)
        let pace = sample(node.pace)
        let limit = Float(node.tries)
        // Without the guard never × 0 would be no number.
        workspace.total[index] = tries.zip(pace) { Times.never.replacing(with: $0 * $1, where: $0 .<= limit) }
        if node.portion < 1 || node.measured >= 0 { drawPortion(index, node, tries: tries, pace: pace) }
        for passage in node.passages.range {
            workspace.isOpen[passage] = isOpen(graph.passages[passage]).map(Sweep.ones)
        }
        if !node.notices.isEmpty { drawNotices(node, tries: tries, pace: pace) }
    }

    /// Of the successful try only a part is needed, or it is asked how much of it took place.
    private func drawPortion(_ index: Int, _ node: NodeRecord, tries: Quad<Times>, pace: Quad<Times>) {
        let limit = Float(node.tries)
        if node.portion < 1 {
            let portion = node.portion
            workspace.total[index] = tries.zip(pace) { tries, pace in
                let made = tries - 1 + portion
                // The first start is the node's: 0 × an infinite pace would be no number.
                let hours = (made * pace).replacing(with: 0, where: made .== 0)
                return Times.never.replacing(with: hours, where: tries .<= limit)
            }
        }
        if node.measured >= 0 {
            workspace.triesMade[node.measured] = tries.map { Times.never.replacing(with: $0, where: $0 .<= limit) }
            workspace.pace[node.measured] = pace
        }
    }

    /// The trials in which a passage is open.
    private func isOpen(_ passage: PassageRecord) -> Quad<Mask> {
        guard passage.isGuarded else { return Quad(repeating: Mask(repeating: true)) }
        let chance = scaled(passage.chance, by: passage.modifiers)
        return generator.words(passage.address).zip(chance) { word, chance in
            (word .< chance) .| (chance .== .max)
        }
    }

    /// A chance with all the factors on it that apply, in order.
    private func scaled(_ slot: Int32, by modifiers: Slice32) -> Quad<Words> {
        var chance = Quad(repeating: Words(repeating: slot < 0 ? UInt32.max : world.thresholds[Int(slot)]))
        for index in modifiers.range {
            let modifier = graph.modifiers[index]
            let factor = world.thresholds[Int(modifier.value)]
            if factor == .max { continue }
            chance = chance.zip(holds(modifier)) { value, mask in
                value.replacing(with: Philox.multiplyHigh(value, by: factor), where: mask)
            }
        }
        return chance
    }

    /// The first try that would succeed, as a number of tries; never if none of `node.tries` does.
    @inline(__always)
    private func triesNeeded(_ node: NodeRecord) -> Quad<Times> {
        let once = Times(repeating: 1)
        if node.successModifiers.isEmpty {
            let chance = node.success < 0 ? UInt32.max : world.thresholds[Int(node.success)]
            if chance == .max { return Quad(repeating: once) }
            if chance == 0 { return Quad(repeating: .never) }
            let words = generator.words(node.successAddress)
            if node.tries == 1 {
                let limit = Words(repeating: chance &>> UInt32(bitPattern: node.shift))
                return words.map { Times.never.replacing(with: once, where: $0 .< limit) }
            }
            return words.map { geometric(word: $0, chance: Words(repeating: chance), shift: node.shift) }
        }
        return triesNeededModified(node)
    }

    private func triesNeededModified(_ node: NodeRecord) -> Quad<Times> {
        let chance = scaled(node.success, by: node.successModifiers)
        let words = generator.words(node.successAddress)
        if node.tries == 1 {
            let shift = Words(repeating: UInt32(bitPattern: node.shift))
            return words.zip(chance) { word, chance in
                Times.never.replacing(with: 1, where: (word .< chance &>> shift) .| (chance .== .max))
            }
        }
        return words.zip(chance) { geometric(word: $0, chance: $1, shift: node.shift) }
    }

    /// 1 + floor(E / λ) with E = −ln(1 − u), λ = −ln(1 − chance): the first success of independent tries.
    @inline(__always)
    private func geometric(word: Words, chance: Words, shift: Int32) -> Times {
        let rate = LaneMath.hazard(chance, shift: shift)
        let tries = floor(LaneMath.negativeLog(LaneMath.uniform(~word)) / rate) + 1
        let possible = tries.replacing(with: .never, where: chance .== 0)
        return possible.replacing(with: 1, where: chance .== .max)
    }

    private func drawNotices(_ node: NodeRecord, tries: Quad<Times>, pace: Quad<Times>?) {
        let most = node.gate == .entry ? 1 : node.tries
        let limit = Float(most)
        for index in node.notices.range {
            let notice = graph.notices[index]
            let noticed = firstNoticed(notice, tries: most)
            // Most tries are noticed by nobody in the whole batch.
            guard noticed.map({ $0 .<= limit }).isAny else {
                workspace.forget(notice: index)
                continue
            }
            workspace.noticeDelay[index] = sample(notice.delay)
            if notice.moment == .completion {
                let offset = noticed.map { Times.never.replacing(with: 0, where: $0 .== 1) }
                workspace.noticeOffset[index] = offset
                workspace.noticeOffsetClosed[index] = Quad(repeating: .never)
                continue
            }
            let pace = pace ?? Quad(repeating: Times(repeating: 0))
            let offset = noticed.zip(pace) { count, pace in
                let made = notice.moment == .tryStart ? count - 1 : count
                // The first start is the node's: 0 × an infinite pace would be no number.
                let hours = (made * pace).replacing(with: 0, where: made .== 0)
                return Times.never.replacing(with: hours, where: count .<= limit)
            }
            workspace.noticeOffsetClosed[index] = offset
            workspace.noticeOffset[index] = Quad(
                offset.a.replacing(with: .never, where: noticed.a .> tries.a),
                offset.b.replacing(with: .never, where: noticed.b .> tries.b),
                offset.c.replacing(with: .never, where: noticed.c .> tries.c),
                offset.d.replacing(with: .never, where: noticed.d .> tries.d))
        }
    }

    /// The first try that would be noticed.
    private func firstNoticed(_ notice: NoticeRecord, tries: Int32) -> Quad<Times> {
        let single = tries == 1 || notice.moment == .completion
        if notice.isHazard { return firstNoticedByHazard(notice) }
        let chance = notice.threshold < 0 ? UInt32.max : world.thresholds[Int(notice.threshold)]
        if chance == .max { return Quad(repeating: Times(repeating: 1)) }
        if chance == 0 { return Quad(repeating: .never) }
        let words = generator.words(notice.address)
        let limit = Words(repeating: chance)
        if single { return words.map { Times.never.replacing(with: 1, where: $0 .< limit) } }
        return words.map { geometric(word: $0, chance: limit, shift: 0) }
    }

    private func firstNoticedByHazard(_ notice: NoticeRecord) -> Quad<Times> {
        // A control of which no level here notices anything.
        if notice.hazards.isEmpty { return Quad(repeating: .never) }
        var rate = Quad(repeating: Times(repeating: 0))
        for index in notice.hazards.range {
            let modifier = graph.modifiers[index]
            let hazard = world.factors[Int(modifier.value)]
            rate = rate.zip(holds(modifier)) { value, mask in value.replacing(with: value + hazard, where: mask) }
        }
        return generator.words(notice.address).zip(rate) { word, rate in
            let tries = floor(LaneMath.negativeLog(LaneMath.uniform(~word)) / rate) + 1
            return tries.replacing(with: .never, where: rate .== 0)
        }
    }
}
