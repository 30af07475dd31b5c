import Intake
import Scenarios

/// A typical company of a sector under the library's stories, as documents: the same that `init organization`,
/// `init exercise` and the questionnaire write.
struct TryoutDocuments: Sendable {
    let template: SectorTemplate
    let stories: [StoryLibrary.Story]
    /// Of the exercise.
    let id: String
    /// Trials of each story, so that later commands give the same figures.
    let trials: Int
    /// What has been answered, the sector among it.
    var answers: Answers

    init(_ template: SectorTemplate, stories: [StoryLibrary.Story], id: String, trials: Int) {
        (self.template, self.stories, self.id, self.trials) = (template, stories, id, trials)
        answers = Answers()
        answers.values["sector"] = .choice(template.sector.rawValue, share: .everywhere)
    }

    static let company = "my-company.json"
    static let exercise = "exercise.json"
    static let answers = "answers.csv"

    /// As far as answers go.
    var organization: Organization {
        OrganizationMaker(template: template, answers: answers, catalog: .embedded).organization()
    }

    /// A file of the folder.
    struct File {
        /// With `/` between folders.
        var name: String
        var text: String
        var access: AtomicFile.Access
    }

    /// Everything that is needed to go on with the company: it can be moved, and runs as it is.
    var files: [File] {
        let organization = organization
        let exercise = ExerciseStarter.tree(
            id: id, organizations: [.init(path: Self.company, document: organization)],
            scenarios: stories.map { .init(path: Self.path(of: $0), document: $0.scenario) },
            schema: Self.schema(.exercise), trials: trials)
        let company = OrganizationTree.tree(organization, schema: Self.schema(.organization))
        var files = [
            File(name: Self.company, text: DocumentText.text(company), access: .owner),
            File(name: Self.answers, text: AnswerSheet.csv(answers), access: .owner),
            File(name: Self.exercise, text: DocumentText.text(exercise), access: .shared),
        ]
        files += stories.map {
            File(name: Self.path(of: $0), text: String(decoding: $0.bytes, as: UTF8.self), access: .shared)
        }
        files += [DocumentKind.organization, .scenario, .exercise].map {
            File(name: Self.schema($0), text: JSONSchema.text(for: $0), access: .shared)
        }
        return files
    }

    /// A loader to which the files lie in the folder already.
    ///
    /// - Parameter folder: ends with a slash.
    func loader(in folder: String) -> DocumentLoader {
        let bytes = Dictionary(uniqueKeysWithValues: files.map { (folder + $0.name, Array($0.text.utf8)) })
        return DocumentLoader { bytes[$0].map { .success($0) } ?? .failure(.notFound) }
    }

    private static func path(of story: StoryLibrary.Story) -> String { "scenarios/\(story.name)" }

    private static func schema(_ kind: DocumentKind) -> String { "schemas/\(kind.rawValue).json" }
}
