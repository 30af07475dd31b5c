/// One trial of one organization and story; times in hours after zero hour, infinity where a thing never happens.
struct Outcome {
    /// Place in the population.
    var organization: Int
    /// Place among the stories.
    var story: Int
    var world: Int
    /// When the incident begins: the first completed step; for errors and thefts, when readable data leaves.
    var start: Float
    var noticed: Float
    var noticedBy: Noticer?
    /// All departments that the story touches are contained.
    var contained: Float
    /// The first of the story's most severe objectives.
    var lost: Float
    /// The first readable data outside.
    var exposed: Float
    var records: Double
    /// The first lateral movement.
    var moved: Float
    /// The first internet-facing flaw exploited.
    var exploited: Float
    /// From the publication of the fix until it is on the first asset that needs it; nil where the story waits for none.
    var fixed: Float?
    /// The first asset encrypted or destroyed.
    var down: Float
    /// The last of them repaired.
    var repaired: Float
    var hasBackup: Bool
    /// The backups fell with the credentials, or were destroyed.
    var backupFell: Bool
    var entry: Entry

    /// Who brings the first alert, in the terms that publications share.
    enum Noticer { case inside, outside, attacker }

    /// The first way in.
    enum Entry { case exploit, credentials, phishing, supplier, other }

    /// The incident happened and somebody learnt of it: what publications can count.
    var isKnown: Bool { start < .infinity && noticed < .infinity }
    /// From beginning to notice, 0 where an alert came before the beginning.
    var dwell: Double { Double(max(noticed - start, 0)) }
    var noticeToContainment: Double { Double(contained - noticed) }
    var startToContainment: Double { Double(max(contained - start, 0)) }
}
