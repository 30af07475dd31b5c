extension Styles {
    /// The index page's tables, which keep their columns and scroll sideways on narrow screens.
    static let grids = """
        .scroll { overflow-x: auto; max-width: 100%; }
        .grid-table { border-collapse: separate; border-spacing: 2px; }
        .grid-table th, .grid-table td { border: 0; padding: .4rem .55rem; }
        .grid-table td { text-align: center; border-radius: 3px; }
        .grid-table thead th { text-align: center; vertical-align: bottom; }
        .grid-table th:first-child { text-align: left; padding-left: 0; position: sticky; left: 0; z-index: 1;
          background: var(--paper); }
        .grid-table td small { color: inherit; white-space: nowrap; }
        .grid-table td b { white-space: nowrap; }
        .grid-table .words, .grid-table .plan { text-align: left; } .grid-table .words { min-width: 12rem; }
        .grid-table td.plan { min-width: 13rem; } .grid-table td.plan small, .grid-table td.words small { color: var(--muted); white-space: normal; }
        .grid-table thead .plan .axis { margin-top: .3rem; }
        .grid-table .outside { border: 1px dashed var(--line); color: var(--muted); font-size: .85rem; }
        .grid-table .zero { color: var(--muted); }
        .grid-table .group th { padding-top: .9rem; font-weight: 600; }
        .heat tbody th { font-weight: 400; } .heat .group th { font-weight: 600; }
        .bands { max-width: 60rem; } .bands thead th:not(:first-child) { white-space: nowrap; }
        .shade-0, .gain-0 { background: var(--s0); color: var(--t0); } .shade-1, .gain-1 { background: var(--s1); color: var(--t1); }
        .shade-2, .gain-2 { background: var(--s2); color: var(--t2); } .shade-3, .gain-3 { background: var(--s3); color: var(--t3); }
        .shade-4, .gain-4 { background: var(--s4); color: var(--t4); }
        .gain-0 { background: var(--g0); color: var(--k0); } .gain-1 { background: var(--g1); color: var(--k1); }
        .gain-2 { background: var(--g2); color: var(--k2); } .gain-3 { background: var(--g3); color: var(--k3); }
        .gain-4 { background: var(--g4); color: var(--k4); }
        @media print { .grid-table { min-width: 0 !important; } .grid-table th, .grid-table td { padding: .2rem .3rem; }
          .grid-table td small { white-space: normal; } .grid-table .words, .grid-table td.plan { min-width: 0; }
          .grid-table th:first-child { position: static; } .scroll { overflow: visible; } }

        """
}
