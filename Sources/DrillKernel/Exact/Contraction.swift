/// The sum of the product of all tables of a network, by summing one variable out after the other.
///
/// All numbers are at least 0 and are only added and multiplied, so nothing cancels: small probabilities keep their
/// digits, and what is impossible is exactly 0.
struct Contraction {
    private let cardinalities: [Int]
    private let order: [Int]
    /// Tables first, then the result of each step; emptied as soon as nothing needs them.
    private var factors: [Factor]
    private var steps: [Step] = []
    /// The sum.
    private(set) var total = 1.0
    /// What multiplies the last scalar results: products of everything without variables.
    private var scalars: [Int] = []

    /// A table whose scope follows the elimination order, the first variable fastest.
    struct Factor {
        var scope: [Int]
        var values: [Double]
    }

    private struct Step {
        /// The variables of the product table, the one summed out first.
        var scope: [Int]
        var inputs: [Int]
        var output: Int
    }

    /// Runs the steps. `keeping` the intermediate results makes `gradients` possible.
    init(_ tables: [TableNetwork.Table], cardinalities: [Int], order: [Int], keeping: Bool) {
        self.cardinalities = cardinalities
        self.order = order
        var place = Array(repeating: 0, count: cardinalities.count)
        for (position, variable) in order.enumerated() { place[variable] = position }
        factors = tables.map { Contraction.sorted($0, by: place, cardinalities) }
        var buckets: [[Int]] = Array(repeating: [], count: order.count)
        for (index, factor) in factors.enumerated() {
            if let first = factor.scope.first { buckets[place[first]].append(index) } else { scalars.append(index) }
        }
        for position in order.indices where !buckets[position].isEmpty {
            let inputs = buckets[position]
            let scope = Set(inputs.flatMap { factors[$0].scope }).sorted { place[$0] < place[$1] }
            let output = factors.count
            steps.append(Step(scope: scope, inputs: inputs, output: output))
            factors.append(Factor(scope: Array(scope.dropFirst()), values: sumOut(steps[steps.count - 1])))
            if !keeping { for input in inputs { factors[input].values = [] } }
            if scope.count > 1 { buckets[place[scope[1]]].append(output) } else { scalars.append(output) }
        }
        total = scalars.reduce(1) { $0 * factors[$1].values[0] }
    }

    private static func sorted(_ table: TableNetwork.Table, by place: [Int], _ cardinalities: [Int]) -> Factor {
        let scope = Set(table.scope).sorted { place[$0] < place[$1] }
        let walk = Walk(over: scope, of: [table.scope], cardinalities)
        var values: [Double] = []
        values.reserveCapacity(walk.size)
        walk.forEachBlock { starts in
            for offset in walk.offsets[0] { values.append(table.values[starts[0] + Int(offset)]) }
        }
        return Factor(scope: scope, values: values)
    }

    private func sumOut(_ step: Step) -> [Double] {
        let walk = Walk(over: step.scope, of: step.inputs.map { factors[$0].scope }, cardinalities)
        let width = cardinalities[step.scope[0]]
        var result: [Double] = []
        result.reserveCapacity(walk.size / width)
        var product = Array(repeating: 1.0, count: walk.block)
        walk.forEachBlock { starts in
            for i in product.indices { product[i] = 1 }
            for (input, index) in step.inputs.enumerated() {
                multiply(&product, by: factors[index].values, from: starts[input], walk.offsets[input])
            }
            var i = 0
            while i < walk.block {
                var sum = product[i]
                for value in 1..<max(width, 1) { sum += product[i &+ value] }
                result.append(sum)
                i &+= width
            }
        }
        return result
    }

    /// The derivative of the total by each entry of each of the wanted tables, in the tables' own layout; uses up what was kept.
    mutating func gradients(of wanted: [Int], tables: [TableNetwork.Table]) -> [Int: [Double]] {
        var gradients: [Int: [Double]] = [:]
        for scalar in scalars {
            gradients[scalar] = [scalars.reduce(1) { $1 == scalar ? $0 : $0 * factors[$1].values[0] }]
        }
        for step in steps.reversed() {
            guard let outer = gradients.removeValue(forKey: step.output) else { continue }
            factors[step.output].values = []
            for (input, gradient) in zip(step.inputs, spread(outer, over: step)) { gradients[input] = gradient }
        }
        var place = Array(repeating: 0, count: cardinalities.count)
        for (position, variable) in order.enumerated() { place[variable] = position }
        var result: [Int: [Double]] = [:]
        for index in wanted { result[index] = restore(gradients[index]!, like: tables[index], factors[index].scope) }
        return result
    }

    /// From a step's output back to its inputs: for each, the outer derivative times the product of the others.
    private func spread(_ outer: [Double], over step: Step) -> [[Double]] {
        let scopes = step.inputs.map { factors[$0].scope } + [Array(step.scope.dropFirst())]
        let walk = Walk(over: step.scope, of: scopes, cardinalities)
        var result = step.inputs.map { factors[$0].values.map { _ in 0.0 } }
        let count = step.inputs.count
        // before[i]: the outer derivative times the inputs before i; after: the product of those behind.
        var before = Array(repeating: Array(repeating: 1.0, count: walk.block), count: count)
        var after = Array(repeating: 1.0, count: walk.block)
        walk.forEachBlock { starts in
            for i in after.indices { after[i] = 1 }
            multiply(&after, by: outer, from: starts[count], walk.offsets[count])
            before[0] = after
            for input in 1..<max(count, 1) {
                before[input] = before[input - 1]
                let values = factors[step.inputs[input - 1]].values
                multiply(&before[input], by: values, from: starts[input - 1], walk.offsets[input - 1])
            }
            for i in after.indices { after[i] = 1 }
            for input in (0..<count).reversed() {
                for i in after.indices { before[input][i] *= after[i] }
                add(before[input], to: &result[input], from: starts[input], walk.offsets[input])
                let values = factors[step.inputs[input]].values
                multiply(&after, by: values, from: starts[input], walk.offsets[input])
            }
        }
        return result
    }

    /// A derivative in sorted layout, rearranged into the table's own.
    private func restore(_ gradient: [Double], like table: TableNetwork.Table, _ scope: [Int]) -> [Double] {
        let walk = Walk(over: scope, of: [table.scope, scope], cardinalities)
        var result = table.values.map { _ in 0.0 }
        walk.forEachBlock { starts in
            for (own, sorted) in zip(walk.offsets[0], walk.offsets[1]) {
                result[starts[0] + Int(own)] = gradient[starts[1] + Int(sorted)]
            }
        }
        return result
    }
}

/// Visits all entries of a product table in blocks, and knows where each factor's matching entry lies.
private struct Walk {
    /// Entries a block: the first variables of the scope vary within it, the others from block to block.
    let block: Int
    let size: Int
    /// Per factor and entry of a block: distance from the factor's start of the block.
    let offsets: [[Int32]]
    private let outer: [(cardinality: Int, strides: [Int])]

    init(over scope: [Int], of factors: [[Int]], _ cardinalities: [Int]) {
        // A factor's own scope may name variables in any order, some twice; a variable's stride is the sum.
        let strides = factors.map { factor in
            var stride = 1
            var result = Array(repeating: 0, count: scope.count)
            for variable in factor {
                result[scope.firstIndex(of: variable)!] += stride
                stride *= cardinalities[variable]
            }
            return result
        }
        var inner = 0
        var block = 1
        while inner < scope.count, block * cardinalities[scope[inner]] <= 1024 {
            block *= cardinalities[scope[inner]]
            inner += 1
        }
        var offsets: [[Int32]] = factors.map { _ in [0] }
        for place in 0..<inner {
            for factor in factors.indices {
                let before = offsets[factor]
                for value in 1..<max(cardinalities[scope[place]], 1) {
                    offsets[factor] += before.map { $0 + Int32(value * strides[factor][place]) }
                }
            }
        }
        self.block = block
        self.offsets = offsets
        size = scope.reduce(1) { $0 * cardinalities[$1] }
        outer = scope.indices.dropFirst(inner).map { place in
            (cardinalities[scope[place]], strides.map { $0[place] })
        }
    }

    /// Calls the body with each factor's start, block after block.
    func forEachBlock(_ body: (_ starts: [Int]) -> Void) {
        var starts = offsets.map { _ in 0 }
        var digits = outer.map { _ in 0 }
        while true {
            body(starts)
            var place = 0
            while place < outer.count {
                digits[place] += 1
                let (cardinality, strides) = outer[place]
                if digits[place] < cardinality {
                    for factor in starts.indices { starts[factor] += strides[factor] }
                    break
                }
                digits[place] = 0
                for factor in starts.indices { starts[factor] -= strides[factor] * (cardinality - 1) }
                place += 1
            }
            if place == outer.count { return }
        }
    }
}

/// Multiplies a block by a factor's matching entries.
private func multiply(_ block: inout [Double], by values: [Double], from start: Int, _ offsets: [Int32]) {
    let (values, offsets) = (values.span, offsets.span)
    var target = block.mutableSpan
    for i in 0..<target.count { target[i] *= values[start &+ Int(offsets[i])] }
}

/// Adds a block to a factor's matching entries.
private func add(_ block: [Double], to values: inout [Double], from start: Int, _ offsets: [Int32]) {
    let (block, offsets) = (block.span, offsets.span)
    var target = values.mutableSpan
    for i in 0..<block.count { target[start &+ Int(offsets[i])] += block[i] }
}
