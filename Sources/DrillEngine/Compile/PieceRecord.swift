/// The pieces of a graph, and what each depends on.
struct PieceRecord {
    /// In the order in which they were made.
    private var pieces: [any GraphPiece] = []
    /// The piece that is being made for the first time.
    private var making: Int?
    /// The pieces that ask how a control stands at an asset.
    private var dependents: [LevelKey: [Int]] = [:]
    /// The pieces that depend on a member's response.
    private var ofResponse: [Int: [Int]] = [:]

    subscript(index: Int) -> any GraphPiece { pieces[index] }

    /// Adds a piece; what is asked until it is closed, is asked by it.
    mutating func open(_ piece: any GraphPiece) {
        pieces.append(piece)
        making = pieces.count - 1
        if let member = piece.answering { ofResponse[member, default: []].append(pieces.count - 1) }
    }

    mutating func close() { making = nil }

    /// Notes a question of the piece that is open.
    mutating func note(_ key: LevelKey) {
        if let making, dependents[key]?.last != making { dependents[key, default: []].append(making) }
    }

    /// The pieces that ask how a control stands at an asset; nil: none does.
    func asking(for key: LevelKey) -> [Int]? { dependents[key] }

    /// The pieces that depend on a member's response.
    func answering(_ member: Int) -> [Int] { ofResponse[member, default: []] }
}
