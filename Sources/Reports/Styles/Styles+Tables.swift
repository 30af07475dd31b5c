extension Styles {
    static let tables = """
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; font-size: .95rem; padding: 1rem 0 .3rem; }
        th, td { text-align: left; vertical-align: middle; overflow-wrap: normal; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid
          var(--line); }
        thead th { font-size: .85rem; font-weight: 600; color: var(--muted); vertical-align: bottom; }
        tbody th { font-weight: 600; }
        th:last-child, td:last-child { padding-right: 0; }
        td small, th small { display: block; font-weight: 400; }
        td.number { white-space: nowrap; } td.number small { white-space: normal; }
        .chart { padding-right: 1.25rem; }
        .race, .objectives { table-layout: fixed; } .race td.number, .objectives td.number { white-space: normal; }
        thead .name { width: 23%; } thead .chart { width: 36%; }
        .race:not(.brief) thead .chart { width: 40%; }
        .small thead .name { width: auto; }
        .digest { overflow-wrap: anywhere; font-size: .8em; }
        @media screen and (max-width: 46rem) {
          .cards, .cards tbody, .cards thead, .cards tr, .cards caption { display: block; }
          .cards thead th { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .cards thead th.scaled { position: static; width: 100%; height: auto; clip-path: none; display: block;
            padding: 0; border: 0; }
          .cards tbody tr { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: .6rem 0; border-bottom: 1px solid
            var(--line); }
          .cards tbody th, .cards tbody td { border: 0; padding: 0; display: block; }
          .cards tbody th.name, .cards tbody td.chart, .cards tbody td.text { flex: 1 0 100%; width: 100%; }
          .cards td.number::before, .cards td.text::before { content: attr(data-label) " "; color: var(--muted);
            font-size: .85rem; }
          .cards td.number { white-space: normal; flex: 1 1 18%; }
          .cards:not(.small) td.number::before, .cards td.number small { display: block; }
          .objectives td.number, .changes td.number, .plan td.number { flex-basis: 40%; } .cost td.number { flex-basis: 28%; }
          .cards td.text small { display: inline; }
          .small tbody td.chart { flex: 1 0 60%; width: auto; }
        }

        """
}
