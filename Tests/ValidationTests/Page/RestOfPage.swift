/// Parts of the page that hold whatever the figures are.
enum RestOfPage {
    static let meaning = """
        ## What this shows, and what it does not

        - **Model, catalog and stories together.** That controls, tries and response times turn into shares and times of the
          right order where none was set from the target: who discovers, how long intrusions stay unnoticed, whether an attack
          is stopped before it encrypts. These are the rows to read first.
        - **The population's answers.** Containment, repair, lost backups and times to fix follow the answers almost directly.
          A match says that the answers are plausible; it says little about the model. A miss says that organizations like
          these would answer differently, or that the publication's clock is another.
        - **One story's own parameters.** Paces of attackers and the time until outsiders tell belong to stories that retell
          single cases. A miss says that the case was not typical, or that typical attacks have become faster since.
        - **The mix of stories.** The first way in, and how often attackers announce themselves, depend on which stories the
          library holds. The column of other mixes shows how much. No mix was chosen to match, and a match shows little.
        - **Not tested at all.** How much a single control helps. No published figure tells what would have happened to the
          same organizations without it, but for the few randomized trials, and these are inputs of the catalog. For a
          lever's effect the model is an argument that can be followed, not a measurement.

        The published figures disagree with each other by more than most of our bands: days between compromise and discovery in
        Mandiant's cases, months in IBM's interviews and in VCDB. They speak of different populations, and none of them is ours.
        """

    static func notCompared(exploitedBeforeFix: String) -> String {
        """
        ## Not compared

        - **Exploited before the fix arrives.** \(exploitedBeforeFix) of the portals that an attacker tries are taken before
          their fix is in. No publication counts the tries. Mandiant counts 70 % of exploited flaws as used before a fix
          *existed* (2023): another question, and which of the two a story tells is the story's choice.
        - **How often attacks are tried or succeed in a year.** The model prints no yearly figure.
        - **Effects of single controls.** Published ones are inputs of the catalog where they are good enough.
        - **Money.** The documents of the reference population carry none.
        - **Records above the median, sectors one by one, single years.** Too few stories to bear it.
        - **The true discovery time.** What nobody has found is in no publication, and beyond our horizon.
        """
    }

    static let licence = """
        ## Licence of the VCDB figures

        The VCDB counts on this page are aggregates of the VERIS Community Database (https://github.com/vz-risk/VCDB), licensed
        CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), counted by us; they are shared under the same licence. No
        record of it is part of this project, and no figure of it is an input of the catalog: its aggregates are used for
        validation only. It is US-heavy (public disclosures under US law), ends in 2019, and holds what became public.
        """
}
