extension Styles {
    static let sections = """
        .marking { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; align-items: center;
          background: #000; color: #fff; padding: .35rem 1.25rem; font-size: .85rem; }
        body > .marking { position: sticky; top: 0; z-index: 2; }
        .exercise { font-weight: 600; }
        .tlp { background: #000; letter-spacing: .03em; }
        .tlp-red { color: #ff2b2b; } .tlp-amber { color: #ffc000; } .tlp-green { color: #33ff00; } .tlp-clear { color: #fff; }
        header { padding-top: 2rem; }
        .kicker { margin: 0; color: var(--muted); font-size: .95rem; }
        .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 1.2rem; }
        .facts dt { font-size: .8rem; color: var(--muted); } .facts dd { margin: 0; font-weight: 600;
          font-variant-numeric: tabular-nums; }
        nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; list-style: none; margin: 0; padding: .6rem 0;
          border-block: 1px solid var(--line); }
        #verdict h2 { margin-top: 2rem; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; list-style: none;
          margin: 1.5rem 0 0; padding: 0; }
        .tiles li { background: var(--panel); border-radius: 6px; padding: .9rem 1rem; font-size: .95rem; line-height: 1.4; }
        .tiles strong { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .company { border-top: 3px solid var(--ink); padding-top: .8rem; margin-top: 2.5rem; }
        .sector { font-weight: 400; font-size: 1rem; color: var(--muted); }
        .story, .outside-story { margin: 1.5rem 0 0; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line);
          border-radius: 8px; }
        .scenario { margin: 1rem 0 2rem; }
        .severity { white-space: nowrap; }
        .remarks { background: var(--note); border-left: 4px solid var(--note-line); list-style: none; margin: .8rem 0;
          padding: .6rem 1rem; }
        .remarks li + li { margin-top: .3rem; }
        .confirm { background: var(--panel); border-radius: 6px; padding: .8rem 1rem; }
        .confirm p { margin: 0 0 .3rem; } .confirm ul { columns: 2 18rem; margin: 0; padding-left: 1.2rem; }
        .columns { display: grid; grid-template-columns: 5fr 8fr; gap: 0 2.5rem; align-items: start; }
        .note, .hint, .empty { font-size: .92rem; max-width: 60rem; } .tiles + .note { margin-top: 1rem; color: var(--muted); } .hint { color: var(--muted); margin: 0 0 .4rem; }
        .paths { list-style: none; margin: 0; padding: 0; }
        .paths > li { display: flex; gap: .8rem; padding: .35rem 0; align-items: baseline; }
        .part { flex: 0 0 3.4rem; font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
        .chain { display: flex; flex-wrap: wrap; gap: .25rem .4rem; list-style: none; margin: 0; padding: 0; }
        .chain span { display: inline-block; background: var(--panel); border-radius: 4px; padding: .1rem .5rem; }
        .chain li { display: flex; align-items: baseline; } .chain span { flex: 0 1 auto; }
        .chain li + li::before { content: "→"; color: var(--muted); margin-right: .4rem; }
        .why > div { padding: .7rem 0; border-bottom: 1px solid var(--line); }
        .why dt { font-weight: 600; } .why dt small { margin-left: .5rem; font-weight: 400; } .why dd { margin: .3rem 0 0; }
        .why p { margin: .4rem 0 0; }
        details { margin: .8rem 0; } summary { cursor: pointer; color: var(--link); }
        .glossary { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem 2.5rem; }
        .glossary dt { font-weight: 600; } .glossary dd { margin: 0; }
        footer { margin-top: 4rem; font-size: .9rem; color: var(--muted); }
        footer .marking { margin-top: 1rem; }
        @media screen and (max-width: 46rem) {
          h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } .lead { font-size: 1.08rem; }
          .columns { grid-template-columns: 1fr; }
          .marking { font-size: .75rem; padding-inline: .8rem; }
          .story, .outside-story { padding: .8rem .8rem 1rem; }
          .glossary { grid-template-columns: 1fr; }
          .facts { gap: .5rem 1.3rem; }
          .paths > li { display: block; } .part { text-align: left; }
        }

        """
}
