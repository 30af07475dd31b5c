import Foundation
import Intake
import Scenarios

/// Writes a company's document and says what to do with it.
struct OrganizationWriting {
    var context: Context
    var terminal: TerminalOptions

    func write(_ organization: Organization, to out: String?, replaces: Bool) throws {
        let file = try StarterFile(
            .organization, out: out, id: organization.id, replaces: replaces, in: context)
        let text = DocumentText.text(OrganizationTree.tree(organization, schema: file.schema))
        let schema = try file.write(text, access: .owner, in: context)
        let next = NextCommands(program: context.programName, store: nil)
        guard let shown = file.shown else {
            guard context.output.isTerminal else { return }
            try context.messages.writeLine(
                "Nothing was written to disk; add --out my-company.json to keep it.")
            return
        }
        let style = context.style(terminal)
        let step =
            exercise(playing: shown).map { next.run($0) } ?? next.initExercise(organization: shown, in: context)
        var lines = ["Wrote    \(shown.printable)   \(summary(organization))"]
        if let schema { lines.append("         \(schema.printable)   with it editors explain each key") }
        lines.append("Read on  docs/your-company.md")
        lines.append("Next     " + style(.command, step))
        try context.output.write(lines.joined(separator: "\n") + "\n")
    }

    /// An exercise beside the document that plays it already, such as one that `try` has written.
    private func exercise(playing shown: String) -> String? {
        let folder = RelativePath.folder(of: shown)
        let name = String(shown.dropFirst(folder.count))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: context.url(folder + ".").path)) ?? []
        return names.filter { $0.hasSuffix(".json") && $0 != name }.sorted().map { folder + $0 }.first { path in
            guard case .exercise(let exercise)? = DocumentLoader.disk.load(path).document else { return false }
            return exercise.participants.contains(.organization(name))
        }
    }

    /// "6 departments, 24 assets, 27 of 29 controls unknown".
    private func summary(_ organization: Organization) -> String {
        let assets = organization.departments.reduce(0) { $0 + $1.assets.count }
        let unknown = organization.controls.values.count { answer in
            guard case .known(let setting) = answer else { return true }
            return setting.level == .unknown
        }
        return "\(organization.departments.count) departments, \(assets) assets, \(unknown) of "
            + "\(organization.controls.count) controls unknown"
    }
}
