internal import DrillResults
internal import Scenarios

extension RunResult {
    /// What a finished pass says.
    init(_ pass: RunPass, documents: [DocumentDigest], runID: String) {
        let (loaded, settings) = (pass.drill.loaded, pass.drill.settings)
        let exercise = loaded.exercise
        self.init(
            modelVersion: Drill.modelVersion, catalogRelease: loaded.catalog.release, runID: runID,
            seed: settings.seed, trials: settings.trials, worlds: settings.worlds, preset: settings.preset.rawValue,
            exercise: ExerciseInfo(
                id: exercise.id, title: exercise.title, marking: exercise.disclosure.marking.rawValue,
                retainUntil: exercise.disclosure.retainUntil),
            documents: documents, basis: Basis(pass.basis), scenarios: loaded.scenarios.map(ScenarioInfo.init),
            companies: zip(loaded.organizations, pass.stories).map { CompanyResult($0, $1, in: loaded.catalog) })
        let time = ExerciseTime(loaded)
        self.exercise.date = exercise.date
        if exercise.zone != nil { self.exercise.zone = ZoneUsed(time.own) }
        for (place, company) in loaded.organizations.enumerated() where company.timeZone ?? exercise.zone != nil {
            companies[place].zone = ZoneUsed(time.offsets(of: company))
        }
        let leftOut = loaded.leftOut.map { LeftOutParticipant(participant: $0.participant, reason: $0.reason) }
        if !leftOut.isEmpty { self.leftOut = leftOut }
    }
}

extension CompanyResult {
    /// What its stories say together.
    fileprivate init(_ organization: Organization, _ stories: [RunStory], in catalog: Catalog) {
        var basis = BasisCount()
        for story in stories { basis.merge(story.basis) }
        self.init(
            id: organization.id, name: organization.name, sector: organization.sector?.rawValue,
            stories: stories.compactMap(\.result), notApplicable: stories.compactMap(\.notApplicable),
            toConfirm: Set(stories.flatMap(\.toConfirm).map { Wording.confirmation($0.gap(in: catalog)) }).sorted())
        self.basis = Basis(basis)
    }
}

extension Basis {
    /// Counts what was used.
    init(_ count: BasisCount) {
        self.init(
            figures: count.figures.count, judgement: count.figures.values.count { $0 },
            unknownAnswers: count.answers.count { !$0.isAssumed },
            assumedAnswers: count.answers.count { $0.isAssumed })
    }
}
