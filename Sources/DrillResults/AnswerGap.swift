/// An answer that a company has not given, for it to confirm. `Wording` says it in a line.
public enum AnswerGap: Codable, Sendable, Equatable {
    /// Nobody states how a control stands: its title, and the title of the level that is assumed.
    case assumed(String, level: String)
    /// Nobody states it, by what it is called: the catalog's default is taken.
    case unstated(String)
    /// It is stated as unknown, by what it is called: every possibility is tried.
    case unknown(String)
}
