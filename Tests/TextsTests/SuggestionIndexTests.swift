import Testing
import Texts

/// Proposals out of a prepared list of words.
@Suite struct SuggestionIndexTests {
    @Test(
        "the same proposals as without preparation",
        arguments: ["databse", "Data-Base", "data base", "mial", "zzzzzz", "", "server1", "servers"])
    func same(word: String) {
        let words = ["database", "mail", "server", "server-2", "portal", "database"]
        #expect(SuggestionIndex(words).question(word) == Suggestion.question(word, among: words))
    }

    @Test("cost does not grow with questions that nobody reads the answers of")
    func bounded() {
        let index = SuggestionIndex((0..<50).map { "word-\($0)" })
        let answered = (0..<8000).count { _ in index.question("wrd-7") != nil }
        #expect(answered == 200)
    }
}
