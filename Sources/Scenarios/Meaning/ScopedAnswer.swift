/// What one scope says of a control; where nobody says anything, what the catalog assumes.
package struct ScopedAnswer: Sendable, Equatable {
    /// nil: no scope; what is left over where each that says something covers a share only.
    package var scope: ControlScope?
    /// Index of the level; nil: unknown, it may be any.
    package var level: Int?
    /// Share that the scope covers, 0 to 1; where it misses, the next wider holds. nil: unknown.
    package var coverage: Double?
    /// What was stated, if anything was.
    package var setting: ControlSetting?
    /// Whether nobody has said anything.
    package var isAssumed = false

    /// - Parameter answer: nil: the scope says nothing.
    package init(_ answer: Answer<ControlSetting>?, to control: Control, in scope: ControlScope) {
        self.scope = scope
        isAssumed = answer == nil
        level = control.levels.firstIndex { $0.id == control.assumed } ?? 0
        coverage = 1
        switch answer {
        case nil: break
        case .unknown: level = nil
        case .known(let stated):
            setting = stated
            if case .known(let share) = stated.coverage { coverage = share } else { coverage = nil }
            switch stated.level {
            case nil: break
            case .unknown: level = nil
            case .known(let id): level = control.levels.firstIndex { $0.id == id } ?? 0
            }
        }
    }

    private init() {
        level = 0
        coverage = 1
    }

    /// The weakest level, where no scope covers something.
    static let remainder = ScopedAnswer()

    /// Whether nothing is left for a wider scope.
    package var isWhole: Bool { coverage == 1 }
    /// What is left over where every scope that says something covers only a share.
    package var isRemainder: Bool { scope == nil }
}

extension ControlScope {
    /// How a control stands in the scope, by what it says itself.
    package func standing(of control: Control, in organization: Organization) -> ScopedAnswer {
        ScopedAnswer(answer(to: control.id, in: organization), to: control, in: self)
    }
}

extension Organization {
    /// What scopes say of a control where an asset is concerned, the nearest first: the asset, its department, the company.
    /// Empty where none says anything. Behind one that covers everything no other counts.
    package func statements(of control: Control, department: Int, asset: Int) -> [ScopedAnswer] {
        ControlScope.asset(department: department, asset: asset).andWider.compactMap { scope in
            scope.answer(to: control.id, in: self).map { ScopedAnswer($0, to: control, in: scope) }
        }
    }

    /// How a control stands at an asset: the nearest scope first; where its coverage misses, the next wider; the weakest
    /// level where none covers it; the catalog's assumption where nobody says anything.
    package func answers(to control: Control, department: Int, asset: Int) -> [ScopedAnswer] {
        let stated = statements(of: control, department: department, asset: asset)
        if stated.isEmpty { return [ScopedAnswer(nil, to: control, in: .organization)] }
        if let whole = stated.firstIndex(where: \.isWhole) { return Array(stated[...whole]) }
        return stated + [.remainder]
    }
}
