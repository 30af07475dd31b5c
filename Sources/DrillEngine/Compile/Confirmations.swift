internal import Scenarios

/// Answers that are assumed or unknown, for a company to confirm.
struct Confirmations {
    /// In words, the assumed ones first.
    let lines: [String]

    /// - Parameters:
    ///   - organization: The company's id.
    ///   - basis: What its own part of a finished graph rests on.
    init(of organization: String, _ basis: BasisCount, _ catalog: Catalog) {
        let assumed = basis.assumed.sorted().map { key in
            let name = String(key.dropFirst(organization.count + 1))
            guard let control = catalog.controls.first(where: { $0.id == name }) else {
                return "\(name): not stated, the catalog's default is taken"
            }
            let level = control.levels.first { $0.id == control.assumed } ?? control.levels[0]
            return "\(control.title): not stated, taken as “\(level.title)”"
        }
        let unknown = basis.unknown.sorted().map { key in
            let parts = key.split(separator: "/").map(String.init)
            let control = parts.count > 1 ? catalog.controls.first { parts.contains($0.id) } : nil
            return "\(control?.title ?? parts.dropFirst().joined(separator: " ")): unknown, every possibility is tried"
        }
        lines = assumed + unknown
    }
}
