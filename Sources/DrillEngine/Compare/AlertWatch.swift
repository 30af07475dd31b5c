internal import DrillKernel

/// The notices of one company, by step.
struct AlertWatch {
    /// Place in the order of all notices, and the step that is noticed.
    let notices: [(place: Int, step: Int)]

    init(_ story: CompanyStory) { notices = story.notices.map { ($0.index, $0.step.step) } }

    /// A trial's first alert; nil where nobody notices anything.
    func first(_ batch: Batch, _ trial: Int) -> (step: Int, time: Float)? {
        var first: (step: Int, time: Float)?
        for notice in notices {
            let time = batch.alert(notice.place, trial: trial)
            if time < first?.time ?? .infinity { first = (notice.step, time) }
        }
        return first
    }

    /// A step's first alert; infinity: none.
    func alert(_ step: Int, _ batch: Batch, trial: Int) -> Float {
        notices.reduce(.infinity) { $1.step == step ? min($0, batch.alert($1.place, trial: trial)) : $0 }
    }
}
