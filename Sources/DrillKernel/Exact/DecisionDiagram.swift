/// A reduced ordered binary decision diagram: boolean functions of independent events, equal ones stored once.
///
/// Functions are indices; 0 is never, 1 is always. Every node knows its probability.
struct DecisionDiagram {
    typealias Function = UInt32

    /// The diagram needs more nodes, or more steps, than it was given.
    struct Full: Error {}

    enum Operation: UInt64 {
        case and, or
        /// The first and not the second.
        case andNot
    }

    /// The chance of each event; lower indices are asked first.
    let chances: [Double]
    private let limit: Int
    private var stepsLeft: Int
    private var levels: [UInt32] = [.max, .max]
    private var lows: [Function] = [0, 1]
    private var highs: [Function] = [0, 1]
    private var values: [Double] = [0, 1]
    /// Open addressing; 0 is a free place.
    private var unique: [Function] = Array(repeating: 0, count: 1 << 12)
    private var cachedQuestions: [UInt64]
    private var cachedAnswers: [Function]

    /// At most `limit` nodes at a time, and twenty steps for each.
    init(chances: [Double], limit: Int) {
        self.chances = chances
        self.limit = limit
        stepsLeft = 20 * limit
        var size = 1 << 12
        while size < limit / 4 { size *= 2 }
        cachedQuestions = Array(repeating: .max, count: size)
        cachedAnswers = Array(repeating: 0, count: size)
    }

    /// Nodes stored, those no longer needed included.
    var count: Int { levels.count }

    func probability(_ function: Function) -> Double { values[Int(function)] }

    /// The event asked first; past all events for constants.
    func level(_ function: Function) -> UInt32 { levels[Int(function)] }

    /// The function that is one event.
    mutating func event(_ index: Int) throws(Full) -> Function { try node(UInt32(index), low: 0, high: 1) }

    // MARK: - Combining

    mutating func combine(_ operation: Operation, _ a: Function, with b: Function) throws(Full) -> Function {
        switch operation {
        case .and:
            if a == 0 || b == 0 { return 0 }
            if a == 1 || a == b { return b }
            if b == 1 { return a }
        case .or:
            if a == 1 || b == 1 { return 1 }
            if a == 0 || a == b { return b }
            if b == 0 { return a }
        case .andNot:
            if a == 0 || b == 1 || a == b { return 0 }
            if b == 0 { return a }
        }
        let swapped = operation != .andNot && a > b
        let (first, second) = swapped ? (b, a) : (a, b)
        let question = UInt64(first) << 33 | UInt64(second) << 2 | operation.rawValue
        let place = Int(truncatingIfNeeded: hash(question, 0) & UInt64(cachedQuestions.count - 1))
        if cachedQuestions[place] == question { return cachedAnswers[place] }
        stepsLeft -= 1
        if stepsLeft < 0 { throw Full() }
        let (i, j) = (Int(first), Int(second))
        let level = min(levels[i], levels[j])
        let (firstLow, firstHigh) = levels[i] == level ? (lows[i], highs[i]) : (first, first)
        let (secondLow, secondHigh) = levels[j] == level ? (lows[j], highs[j]) : (second, second)
        let low = try combine(operation, firstLow, with: secondLow)
        let high = try combine(operation, firstHigh, with: secondHigh)
        let result = try node(level, low: low, high: high)
        cachedQuestions[place] = question
        cachedAnswers[place] = result
        return result
    }

    /// At least `need` of the functions.
    mutating func atLeast(_ need: Int, of functions: [Function]) throws(Full) -> Function {
        // What is asked last first: partial results stay small.
        let sorted = functions.sorted { (level($0), $0) > (level($1), $1) }
        var counts: [Function] = [1] + Array(repeating: 0, count: need)
        for (place, function) in sorted.enumerated() {
            // Counts that cannot reach `need` any more, or cannot have been reached yet, are left alone.
            let least = max(1, need - (sorted.count - place - 1))
            for count in stride(from: min(need, place + 1), through: least, by: -1) {
                let more = try combine(.and, counts[count - 1], with: function)
                counts[count] = try combine(.or, counts[count], with: more)
            }
        }
        return counts[need]
    }

    private mutating func node(_ level: UInt32, low: Function, high: Function) throws(Full) -> Function {
        if low == high { return low }
        var place = self.place(level, low: low, high: high)
        while unique[place] != 0 {
            let found = Int(unique[place])
            if levels[found] == level, lows[found] == low, highs[found] == high { return unique[place] }
            place = (place + 1) & (unique.count - 1)
        }
        if levels.count >= limit { throw Full() }
        let chance = chances[Int(level)]
        levels.append(level)
        lows.append(low)
        highs.append(high)
        values.append(chance * values[Int(high)] + (1 - chance) * values[Int(low)])
        unique[place] = Function(levels.count - 1)
        if 2 * levels.count > unique.count { rehash(2 * unique.count) }
        return Function(levels.count - 1)
    }

    private func place(_ level: UInt32, low: Function, high: Function) -> Int {
        Int(truncatingIfNeeded: hash(UInt64(low) << 32 | UInt64(high), UInt64(level)) & UInt64(unique.count - 1))
    }

    private func hash(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var x = (a ^ b &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
        x ^= x >> 29
        x = x &* 0xBF58_476D_1CE4_E5B9
        return x ^ x >> 32
    }

    private mutating func rehash(_ size: Int) {
        unique = Array(repeating: 0, count: size)
        for index in 2..<max(levels.count, 2) {
            var place = self.place(levels[index], low: lows[index], high: highs[index])
            while unique[place] != 0 { place = (place + 1) & (size - 1) }
            unique[place] = Function(index)
        }
    }

    // MARK: - Keeping

    /// Forgets whatever the given functions do not use, and renames them to what they are called from now on.
    mutating func keepOnly(_ functions: inout [Function]) {
        var used = Array(repeating: false, count: levels.count)
        (used[0], used[1]) = (true, true)
        for function in functions { used[Int(function)] = true }
        // Children are older than their parents.
        for index in (2..<max(levels.count, 2)).reversed() where used[index] {
            used[Int(lows[index])] = true
            used[Int(highs[index])] = true
        }
        var renamed = Array(repeating: Function(0), count: levels.count)
        var kept = 0
        for index in levels.indices where used[index] {
            renamed[index] = Function(kept)
            levels[kept] = levels[index]
            (lows[kept], highs[kept]) = (renamed[Int(lows[index])], renamed[Int(highs[index])])
            values[kept] = values[index]
            kept += 1
        }
        levels.removeSubrange(kept...)
        lows.removeSubrange(kept...)
        highs.removeSubrange(kept...)
        values.removeSubrange(kept...)
        rehash(unique.count)
        for place in cachedQuestions.indices { cachedQuestions[place] = .max }
        for place in functions.indices { functions[place] = renamed[Int(functions[place])] }
    }

    /// The probability of a function if one event had another chance.
    func probability(_ function: Function, where event: Int, hasChance chance: Double) -> Double {
        var changed = values
        for index in 2..<max(Int(function) + 1, 2) {
            let own = Int(levels[index]) == event ? chance : chances[Int(levels[index])]
            changed[index] = own * changed[Int(highs[index])] + (1 - own) * changed[Int(lows[index])]
        }
        return changed[Int(function)]
    }
}
