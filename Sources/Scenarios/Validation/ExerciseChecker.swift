/// Checks an exercise together with the documents it names.
struct ExerciseChecker {
    let exercise: Exercise
    let tree: DocumentTree
    let members: [ExerciseLoader.Member]
    let scenarios: [ExerciseLoader.Story]

    func problems() -> [Diagnostic] { [] }
}
