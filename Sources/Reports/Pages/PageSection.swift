/// A titled part of a page that can be linked to.
struct PageSection {
    /// Unique on the page.
    var id: Markup
    var title: String
    var content: Markup

    /// - Parameter content: begins below the heading.
    init(_ id: Markup, title: String, content: Markup) {
        self.id = id
        self.title = title
        self.content = content
    }

    var markup: Markup {
        """
        <section id="\(id)" aria-labelledby="\(id)-title">
        <h2 id="\(id)-title">\(title)</h2>
        \(content)</section>

        """
    }
}
