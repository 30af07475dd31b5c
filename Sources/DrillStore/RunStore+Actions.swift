public import DrillResults
internal import GRDB

// MARK: The action register

extension RunStore {
    /// All actions, in the order of their numbers.
    public func actions() throws(StoreError) -> [RegisteredAction] {
        try Self.translating(path) {
            try queue.read { db in try ActionRows.all(db) }
        }
    }

    /// Adds actions, all or none.
    ///
    /// - Returns: the same with the numbers they have got; a number is never given twice.
    @discardableResult
    public func add(_ actions: [RegisteredAction]) throws(StoreError) -> [RegisteredAction] {
        try Self.translating(path) {
            try queue.write { db in
                try actions.map { action in
                    var added = action
                    added.number = try ActionRows.insert(action, into: db)
                    return added
                }
            }
        }
    }

    /// Writes actions as they are now, all or none.
    ///
    /// - Throws: ``StoreError/noAction(id:)`` where one is not in the register.
    public func update(_ actions: [RegisteredAction]) throws(StoreError) {
        try Self.translating(path) {
            try queue.write { db in
                for action in actions { try ActionRows.update(action, in: db) }
            }
        }
    }

    /// Changes one action.
    ///
    /// - Returns: the action as it is then.
    /// - Throws: ``StoreError/noAction(id:)``.
    @discardableResult
    public func changeAction(
        _ number: Int, _ change: (inout RegisteredAction) -> Void
    ) throws(StoreError) -> RegisteredAction {
        try Self.translating(path) {
            try queue.write { db in
                guard var action = try ActionRows.one(number, in: db) else {
                    throw StoreError.noAction(id: "A-\(number)")
                }
                change(&action)
                action.number = number
                try ActionRows.update(action, in: db)
                return action
            }
        }
    }

    /// Deletes one action; what was deleted is overwritten.
    ///
    /// - Returns: what was deleted.
    /// - Throws: ``StoreError/noAction(id:)``.
    @discardableResult
    public func deleteAction(_ number: Int) throws(StoreError) -> RegisteredAction {
        try Self.translating(path) {
            try queue.write { db in
                guard let action = try ActionRows.one(number, in: db) else {
                    throw StoreError.noAction(id: "A-\(number)")
                }
                try ActionRows.delete(number, from: db)
                return action
            }
        }
    }
}
