extension Styles {
    /// Long pages: index, security report, appendix.
    static let sections = """
        #verdict h2 { margin-top: 2rem; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; list-style: none;
          margin: 1.5rem 0 0; padding: 0; }
        .tiles li { background: var(--panel); border-radius: 6px; padding: .9rem 1rem; font-size: .95rem; line-height: 1.4; }
        .tiles strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .story { margin: 2rem 0 0; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; }
        .scenario, .control { margin: 1rem 0 2rem; }
        .control { margin-bottom: 1.2rem; }
        .scope { font-weight: 400; font-size: 1rem; color: var(--muted); margin-left: .4rem; }
        .severity { white-space: nowrap; }
        .remarks { background: var(--note); border-left: 4px solid var(--note-line); list-style: none; margin: .8rem 0;
          padding: .6rem 1rem; max-width: 60rem; }
        .remarks li + li { margin-top: .3rem; }
        .checklist { list-style: none; padding: 0; columns: 2 24rem; max-width: 72rem; }
        .checklist li { break-inside: avoid; padding: .2rem 0 .2rem 1.6rem; position: relative; }
        .checklist li::before { content: ""; position: absolute; left: 0; top: .5em; width: .9em; height: .9em;
          border: 1.5px solid var(--muted); border-radius: 2px; }
        .columns { display: grid; grid-template-columns: 5fr 8fr; gap: 0 2.5rem; align-items: start; }
        .glossary { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem 2.5rem; }
        .glossary dt { font-weight: 600; } .glossary dd { margin: 0; }
        .two-way { border-left: 4px solid var(--note-line); background: var(--note); padding: .4rem .8rem; }
        h3 { margin-top: 2rem; } article > h3 { margin-top: 0; }
        .curve { margin: .5rem 0 1.5rem; max-width: 46rem; }
        @media screen and (max-width: 46rem) {
          .columns { grid-template-columns: 1fr; }
          .story { padding: .8rem .8rem 1rem; }
          .glossary { grid-template-columns: 1fr; }
        }

        """
}
