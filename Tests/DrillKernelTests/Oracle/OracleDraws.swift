import DrillKernel

/// Every random quantity of one trial in one world, each drawn anew from its address whenever it is asked for.
struct OracleDraws {
    let description: GraphDescription
    let values: WorldValues
    let seed: UInt64
    let trial: Int

    func word(_ address: Address) -> UInt32 {
        let counter = [
            UInt32(trial / 4), UInt32(address.entity & 0xFFFF_FFFF), UInt32(address.entity >> 32), address.purpose,
        ]
        return OraclePhilox.block(counter: counter, key: [UInt32(seed & 0xFFFF_FFFF), UInt32(seed >> 32)])[trial % 4]
    }

    func holds(_ condition: Condition) -> Bool {
        if condition.presence < 0 { return true }
        let drawn = word(description.presences[Int(condition.presence)].address)
        return values.thresholds[Int(condition.low)] <= drawn && drawn <= values.thresholds[Int(condition.last)]
    }

    /// Whether a modifier acts.
    func holds(_ modifier: Modifier) -> Bool { holds(modifier.when) && holds(modifier.sight) }

    /// Hours of a span, without its calendar.
    func sample(_ span: Lapse) -> Float {
        // A constant needs no word; it alone may be infinite.
        var hours: Float
        if case .constant(let value) = span.quantile {
            hours = value
        } else {
            hours = span.quantile.sample(word: word(span.address))
        }
        for modifier in span.modifiers where holds(modifier) {
            hours *= values.factors[Int(modifier.value)]
        }
        return hours
    }

    /// Hour of the week at zero hour.
    func phase(organization: Int32) -> Float {
        let response = description.organizations[Int(organization)]
        var phase = response.phase
        if let address = response.phaseAddress {
            phase += LaneMath.uniform(word(address)) * 168
        }
        for _ in 0..<2 where phase >= 168 { phase -= 168 }
        return phase
    }

    /// The end of a span that begins at `time`, in the working hours of an organization if the span has a calendar.
    func end(of span: Lapse, from time: Float, organization: Int32) -> Float {
        if time == .infinity { return .infinity }
        let hours = sample(span)
        if span.calendar < 0 { return time + hours }
        let calendar = description.calendars[Int(span.calendar)]
        return OracleWorkingHours.after(time, hours, calendar: calendar, phase: phase(organization: organization))
    }

    /// The value of a clock, or `none` where there is none.
    func clock(_ index: Int32, none: Float) -> Float {
        if index < 0 { return none }
        let clock = description.clocks[Int(index)]
        for alternative in clock.alternatives where holds(alternative.when) {
            return clock.offset + sample(alternative.span)
        }
        return clock.offset + clock.otherwise
    }

    /// The number of the first try that would succeed; infinite: none.
    func successfulTry(_ node: Node) -> Float {
        var chance = node.success < 0 ? UInt32.max : values.thresholds[Int(node.success)]
        scale(&chance, by: node.successModifiers)
        let first = firstTry(
            chance: chance, shift: node.successShift, oneTry: node.tries == 1, address: node.successAddress)
        return first <= Float(node.tries) ? first : .infinity
    }

    private func scale(_ chance: inout UInt32, by modifiers: [Modifier]) {
        for modifier in modifiers where holds(modifier) {
            let factor = values.thresholds[Int(modifier.value)]
            if factor != .max { chance = UInt32((UInt64(chance) * UInt64(factor)) >> 32) }
        }
    }

    /// Whether a passage lets the attacker pass.
    func isOpen(_ passage: Passage) -> Bool {
        var chance = passage.chance < 0 ? UInt32.max : values.thresholds[Int(passage.chance)]
        scale(&chance, by: passage.modifiers)
        return chance == .max || word(passage.address) < chance
    }

    /// The key by which a candidate is chosen: the least first.
    func key(of candidate: Aim.Candidate) -> Float {
        let uniform = LaneMath.uniform(word(description.presences[Int(candidate.key)].address))
        return LaneMath.negativeLog(uniform) / candidate.weight
    }

    /// The number of the first try (or 1: the completion) that would be noticed; infinite: none.
    func noticedTry(_ notice: Notice, tries: Int32) -> Float {
        let once = tries == 1 || notice.moment == .completion
        let first: Float
        switch notice.chance {
        case .threshold(let slot):
            let chance = slot < 0 ? UInt32.max : values.thresholds[Int(slot)]
            first = firstTry(chance: chance, shift: 0, oneTry: once, address: notice.address)
        case .hazard(let parts):
            var hazard: Float = 0
            for part in parts where holds(part) { hazard += values.factors[Int(part.value)] }
            first = firstTry(hazard: hazard, address: notice.address)
        }
        return first <= (once ? 1 : Float(tries)) ? first : .infinity
    }

    private func firstTry(chance: UInt32, shift: Int32, oneTry: Bool, address: Address) -> Float {
        if chance == .max { return 1 }
        if chance == 0 { return .infinity }
        if oneTry { return word(address) < chance >> UInt32(shift) ? 1 : .infinity }
        return firstTry(hazard: LaneMath.hazard(chance, shift: shift), address: address)
    }

    /// Geometric by inversion: the hazards of the tries add up to an exponential threshold.
    private func firstTry(hazard: Float, address: Address) -> Float {
        if hazard == 0 { return .infinity }
        if hazard == .infinity { return 1 }
        return 1 + (LaneMath.negativeLog(LaneMath.uniform(~word(address))) / hazard).rounded(.down)
    }
}
