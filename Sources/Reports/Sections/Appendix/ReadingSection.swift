internal import DrillResults

/// What the words and drawings mean, and what the figures are not.
struct ReadingSection {
    let frame: RunFrame

    var section: PageSection {
        PageSection("reading", title: "How to read the figures", content: content)
    }

    /// "below 0.03 %".
    private var never: String { Wording.probability(0, trials: frame.run.trials) }

    private var content: Markup {
        """
        <dl class="glossary">
        <div><dt>Reached 71 %</dt><dd>If this attack is tried, it reaches the goal in 71 of 100 trials of the model. It \
        does not say how likely it is that somebody tries.</dd></div>
        <div><dt>Range 48–86 %</dt><dd>Nine times in ten the share lies in there, as far as chance (the number of trials) \
        and not knowing (catalog ranges, unknown answers) go. What the model leaves out is in no range.</dd></div>
        <div><dt>\(never.prefix(1).uppercased())\(String(never.dropFirst()))</dt><dd>None of \
        \(Wording.count(frame.run.trials)) trials showed it. That is no zero: by the rule of three the share is below \
        3 / \(Wording.count(frame.run.trials)).</dd></div>
        <div><dt>Up to 30 %, 48 % or more</dt><dd>The range is open at one end: the trials cannot tell it from none, \
        or from all.</dd></div>
        <div><dt>Median, P10, P90</dt><dd>Half of all trials are quicker than the median, one in ten is quicker than P10, \
        nine in ten are quicker than P90. Trials in which it never happens count as slower than any other.</dd></div>
        <div><dt>Never, mostly never</dt><dd>Not by the end of the story in that share of trials. “Mostly never” means in \
        more than half of them.</dd></div>
        <div><dt>The race</dt><dd>Two medians beside each other: when the goal is lost, and when somebody notices. In a \
        single trial either may come first.</dd></div>
        <div><dt>The time axis</dt><dd>It is stretched: the distance between neighbouring labels is always the same, \
        from minutes on the left to months on the right.</dd></div>
        <div><dt>Downtime, summed</dt><dd>Two systems down for a day each make two days.</dd></div>
        <div><dt>Records exposed</dt><dd>Only what can be read: encrypted records whose key stays safe do not count.\
        </dd></div>
        </dl>

        """
    }
}
