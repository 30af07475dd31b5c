extension Styles {
    /// The security report's cards and the graph of ways.
    static let weaknesses = """
        .terms { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .6rem 2rem; margin: .8rem 0
          1.2rem; padding: .8rem 1rem; background: var(--panel); border-radius: 6px; font-size: .92rem; }
        .terms dt { font-weight: 600; } .terms dd { margin: 0; }
        .weakness { border: 1px solid var(--line); border-left: 4px solid var(--known); border-radius: 6px; margin: 1.2rem 0;
          padding: .9rem 1.1rem .7rem; }
        .weakness h3 { margin: 0 0 .2rem; }
        .rank { display: inline-block; min-width: 1.7em; margin-right: .3em; padding: 0 .35em; text-align: center;
          background: var(--known); color: var(--paper); border-radius: 3px; font-size: .9em; }
        .weakness .action { margin: 0 0 .6rem; font-size: 1.02rem; }
        .weakness .facts { gap: .3rem 1.8rem; margin-bottom: .2rem; } .weakness .facts dd { font-weight: 400; }
        .weakness .facts > div { max-width: 20rem; }
        .behind { display: grid; gap: .15rem; margin: .6rem 0 0; font-size: .9rem; }
        .behind > div { display: flex; gap: .6rem; } .behind dt { flex: 0 0 9.5rem; color: var(--muted); }
        .behind dd { margin: 0; }
        .and { color: var(--muted); font-weight: 400; } .pairs .fix { display: block; }
        .changes { table-layout: fixed; } .changes thead .name { width: 27%; } .changes thead .chart { width: 20%; }
        .changes thead .chart + .number { width: 15%; } .changes thead .chart + .number + .number { width: 13%; }
        .changes td.number { white-space: normal; }
        .notices { table-layout: fixed; } .notices thead .name { width: 20%; } .notices thead .chart { width: 13%; }
        .notices thead .text { width: 8%; } .notices thead .text:last-child { width: 31%; }
        .notices td.number { white-space: normal; }
        .suppliers { table-layout: fixed; } .suppliers thead .name { width: 20%; } .suppliers thead .chart { width: 15%; }
        .suppliers thead .number { width: 11%; } .suppliers thead .text:last-child { width: 31%; }
        .suppliers td.number { white-space: normal; }
        .hand-offs thead .chart { width: 20%; } .hand-offs thead .text { width: 28%; }
        .tornado { table-layout: fixed; } .tornado thead .name { width: 20%; } .tornado thead .chart { width: 26%; }
        .tornado thead .text { width: 14%; } .tornado thead .text:last-child { width: 26%; }
        .further thead .name { width: 34%; } .gaps thead .text:last-child { width: 36%; }
        .actions thead .text:last-child { width: 34%; } .actions thead .name { width: 28%; }
        .ways { width: auto; max-width: 100%; margin: .4rem 0 1rem; }
        .ways th, .ways td { border-bottom: 0; padding-block: .3rem; }
        .ways tbody th { font-weight: 600; padding-left: .8rem; } .ways tbody th small { display: block; }
        .ways thead th { padding-left: .8rem; } .ways thead th:first-child { padding: 0; }
        .ways .lanes { position: relative; padding: 0; } .ways .lanes svg { position: absolute; inset: 0; }
        .ways .seen-by { padding-left: 1.2rem; white-space: nowrap; }
        .ways .seen-by small { display: inline; }
        .way { stroke: var(--attack); } .joint { stroke: var(--attack); stroke-width: 2; }
        .stop { fill: var(--paper); stroke: var(--attack); stroke-width: 3; }
        .ways svg text { font-weight: 600; fill: var(--ink); }
        @media screen and (max-width: 46rem) {
          .weakness { padding: .7rem .8rem; } .behind > div { display: block; }
          .ways .seen-by { padding-left: .5rem; white-space: normal; }
        }

        """
}
