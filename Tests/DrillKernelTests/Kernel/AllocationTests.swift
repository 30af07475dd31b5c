#if canImport(Glibc)
    import DrillKernel
    import KernelSamples
    import Glibc
    import Testing

    /// No memory is taken in a trial, not even for a moment.
    ///
    /// The allocator hands out next what was freed last of a size, so whoever takes it in between overwrites the marks
    /// left in it. Sizes up to 984 bytes are watched, of this thread alone: other tests run beside. The first test proves
    /// that the trap works; where the allocator is another one, the tests say that they were skipped.
    @Suite(.serialized) struct AllocationTests {
        @Test func theTrapCatchesASmallArray() {
            guard Self.works else { return print("skipped: this allocator hides what comes and goes") }
            for count in [4, 20, 100] {
                let trap = AllocationTrap()
                Self.takeAndGiveBack(count)
                #expect(trap.sprung() > 0, "\(count) numbers")
            }
        }

        @Test func batchesTakeNoMemory() {
            #if DEBUG
                print("skipped: closures and copies take memory in debug builds")
            #else
                guard Self.works else { return print("skipped: this allocator hides what comes and goes") }
                // Every feature, and batches enough that each way through the kernel is taken.
                for seed in [3, 4, 5, 17, 23, 42] as [UInt64] {
                    let description = RandomGraphs.graph(seed: seed)
                    let simulator = Simulator(graph: CompiledGraph(description), seed: seed)
                    let workspace = Workspace(for: simulator.graph)
                    // A batch does the same each time; the allocator, shared with other tests, may not.
                    let least = (0..<3).map { _ in Self.sprung(simulator, workspace) }.min()
                    #expect(least == 0, "graph \(seed)")
                }
            #endif
        }

        /// Blocks taken within a hundred batches.
        private static func sprung(_ simulator: Simulator, _ workspace: Workspace) -> Int {
            var trap: AllocationTrap?
            var sprung = 0
            simulator.run(world: 0, trials: 0..<3200, workspace: workspace) { _ in
                sprung += trap?.sprung() ?? 0
                trap = AllocationTrap()
            }
            return sprung
        }

        private static var works: Bool {
            let trap = AllocationTrap()
            takeAndGiveBack(20)
            return trap.sprung() > 0 && AllocationTrap().sprung() == 0
        }

        private static func takeAndGiveBack(_ count: Int) { sink(numbers(count)) }

        // Hidden from the optimizer, which would put the array on the stack.
        @inline(never) @_optimize(none)
        private static func numbers(_ count: Int) -> [Int] { [Int](repeating: 7, count: count) }

        @inline(never) @_optimize(none)
        private static func sink(_ numbers: [Int]) {}
    }

    /// Freed blocks of this thread with marks in them, one for each small size.
    private struct AllocationTrap {
        /// The sizes of glibc's per-thread lists, but for the largest, whose blocks may get into lists that write more into
        /// them: 24, 40, … 984 bytes.
        private static let sizes = stride(from: 24, through: 984, by: 16)
        /// The lists keep their own data in the first two words.
        private static let kept = 16
        private static let mark: UInt8 = 0xA7

        init() {
            for size in Self.sizes {
                // Until the list hands out what it was given: a first block may come from elsewhere, be larger than
                // asked for, or find its list full. Such blocks are kept, a few in all.
                for _ in 0..<20 {
                    guard let block = Self.take(size) else { break }
                    memset(block, Int32(Self.mark), size)
                    Self.give(block)
                    let next = Self.take(size)
                    if next == block {
                        Self.give(block)
                        break
                    }
                }
            }
        }

        // Hidden from the optimizer, to which a fresh block has no content and writing before freeing no effect.
        @inline(never) @_optimize(none)
        private static func take(_ size: Int) -> UnsafeMutableRawPointer? { malloc(size) }

        @inline(never) @_optimize(none)
        private static func give(_ block: UnsafeMutableRawPointer) { free(block) }

        /// How many blocks somebody has written to since.
        func sprung() -> Int {
            var count = 0
            for size in Self.sizes {
                guard let block = Self.take(size) else { continue }
                let bytes = UnsafeRawBufferPointer(start: block, count: size)[Self.kept...]
                if !bytes.allSatisfy({ $0 == Self.mark }) { count += 1 }
                Self.give(block)
            }
            return count
        }
    }
#endif
