/// Lets a property put pieces one after the other, with conditions between them.
@resultBuilder
enum MarkupList {
    static func buildExpression(_ piece: Markup) -> Markup { piece }
    static func buildBlock(_ pieces: Markup...) -> Markup { Markup(trusted: pieces.map(\.html).joined()) }
    static func buildEither(first piece: Markup) -> Markup { piece }
    static func buildEither(second piece: Markup) -> Markup { piece }
    static func buildOptional(_ piece: Markup?) -> Markup { piece ?? .empty }
    static func buildArray(_ pieces: [Markup]) -> Markup { Markup(trusted: pieces.map(\.html).joined()) }
}
