extension Styles {
    /// The manager's page: one sheet of A4 or Letter, the markings within the sheet.
    static let sheet = """
        .sheet { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
        .sheet h2 { font-size: 1.05rem; margin: 1.3rem 0 .35rem; padding-top: .55rem; border-top: 2px solid var(--ink); }
        .sheet section { min-width: 0; }
        .masthead { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: .5rem 2rem; }
        .masthead h1 { margin: 0 0 .15rem; } .masthead .facts { margin: 0 0 .2rem; gap: .3rem 1.6rem; }
        .stamp { margin: 0; color: var(--muted); } .stamp strong { color: var(--ink); }
        #verdict h2 { margin-top: 1rem; }
        #verdict .lead { margin: .2rem 0 0; max-width: none; font-size: 1.3rem; line-height: 1.4; }
        .twin { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; align-items: start; }
        .twin table { margin: 0; }
        .sheet caption { padding: .2rem 0 .2rem; font-weight: 400; font-size: .88rem; color: var(--muted); }
        .sheet th, .sheet td { padding-block: .3rem; }
        .sheet .standing thead .name { width: 27%; } .sheet .standing thead .chart { width: 48%; }
        .sheet table.standing { table-layout: fixed; } .standing tbody th { font-weight: 400; }
        .standing td.number { white-space: normal; } .standing td.number strong { font-size: 1.9rem; line-height: 1.05; }
        .brief { table-layout: fixed; } .brief thead .name { width: 19%; } .brief thead .chart { width: 55%; }
        .sheet .fixes { table-layout: fixed; }
        .fixes thead .name { width: 33%; } .fixes thead .text { width: 14%; } .fixes thead .chart { width: 20%; }
        .fixes td.number { white-space: normal; }
        .after { margin: .4rem 0 0; max-width: none; }
        .sheet p { margin: .2rem 0 .3rem; max-width: none; } .sheet .plain li { margin: .15rem 0; }
        .sheet .hint { font-size: .88rem; }
        .sheet .basis p { font-size: .9rem; color: var(--muted); }
        .manager footer { margin-top: 1.2rem; } .manager .foot { max-width: 62rem; font-size: .82rem; }
        .manager .foot p { max-width: none; margin: .15rem 0; }
        @media screen and (max-width: 46rem) { .twin { grid-template-columns: 1fr; } #verdict .lead { font-size: 1.12rem; } }
        @media print {
          @page { margin: 8mm 13mm; }
          html { font-size: 7.8pt; } body { line-height: 1.25; }
          .sheet, .manager .foot { max-width: none; padding: 0; }
          .manager > .marking, .manager footer .marking { padding: .15rem .6rem; margin: 0 0 .3rem; }
          .manager footer .marking { margin: .3rem 0 0; }
          .sheet h2 { margin: .6rem 0 .15rem; padding-top: .25rem; border-top-width: 1.5px; }
          .sheet .plain li { margin: 0; } .sheet p { margin: .1rem 0 .2rem; }
          .standing td.number strong { font-size: 1.6rem; } .side { font-size: .8rem; }
          .masthead { flex-wrap: nowrap; } .masthead .facts { flex-wrap: nowrap; white-space: nowrap; }
          .sheet header { padding-top: .2rem; } .masthead h1 { font-size: 1.9rem; }
          #verdict .lead { font-size: 1.25rem; line-height: 1.3; }
          .sheet th, .sheet td { padding-block: .12rem; } .sheet thead th { font-size: .82rem; }
          .manager footer { margin-top: .5rem; } .manager .foot { font-size: .78rem; line-height: 1.3; }
          .sheet .basis p { font-size: .86rem; }
        }

        """
}
