import DrillEngine
import Testing

/// In which order the chunks of a pass are handed out.
@Suite struct PassQueueTests {
    @Test func jobAfterJobChunkByChunk() {
        let queue = PassQueue(chunks: 2, suppliers: [[], []])
        #expect(queue.take() == .run(job: 0, chunk: 0))
        queue.open(0)
        #expect(queue.take() == .run(job: 0, chunk: 1))
        #expect(queue.take() == .run(job: 1, chunk: 0))
        queue.open(1)
        #expect(queue.take() == .run(job: 1, chunk: 1))
        #expect(queue.take() == .done)
    }

    @Test func whileOneCompilesAJobOthersTakeTheNext() {
        let queue = PassQueue(chunks: 2, suppliers: [[], []])
        #expect(queue.take() == .run(job: 0, chunk: 0))
        #expect(queue.take() == .run(job: 1, chunk: 0))
        #expect(queue.take() == .wait, "both are being compiled")
        queue.open(1)
        #expect(queue.take() == .run(job: 1, chunk: 1))
        queue.open(0)
        #expect(queue.take() == .run(job: 0, chunk: 1))
        #expect(queue.take() == .done)
    }

    @Test func aCustomerWaitsForAllItsSuppliers() {
        // The last needs both others; the second needs the first.
        let queue = PassQueue(chunks: 1, suppliers: [[], [0], [0, 1]])
        #expect(queue.take() == .run(job: 0, chunk: 0))
        queue.open(0)
        #expect(queue.take() == .wait, "taken is not finished")
        queue.finish(0)
        #expect(queue.take() == .run(job: 1, chunk: 0))
        #expect(queue.take() == .wait)
        queue.open(1)
        queue.finish(1)
        #expect(queue.take() == .run(job: 2, chunk: 0))
        #expect(queue.take() == .done)
    }

    @Test func aJobWhoseSuppliersAreNotDoneIsPassedOver() {
        let queue = PassQueue(chunks: 1, suppliers: [[], [0], []])
        #expect(queue.take() == .run(job: 0, chunk: 0))
        #expect(queue.take() == .run(job: 2, chunk: 0))
        #expect(queue.take() == .wait)
        queue.finish(0)
        #expect(queue.take() == .run(job: 1, chunk: 0))
        #expect(queue.take() == .done)
    }

    @Test func progressCountsWhatHasBeenRun() {
        let queue = PassQueue(chunks: 2, suppliers: [[], []])
        #expect((1...4).map { _ in queue.tick().share } == [0.25, 0.5, 0.75, 1])
    }

    @Test func nothingToDoIsDone() {
        #expect(PassQueue(chunks: 3, suppliers: []).take() == .done)
    }
}
