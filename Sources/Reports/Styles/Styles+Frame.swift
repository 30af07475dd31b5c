extension Styles {
    /// Markings, the way between pages, the foot.
    static let frame = """
        .marking { display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between; align-items: center;
          background: #000; color: #fff; padding: .35rem 1.25rem; font-size: .85rem; }
        body > .marking { position: sticky; top: 0; z-index: 4; }
        .exercise { font-weight: 600; }
        .tlp { background: #000; letter-spacing: .03em; }
        .tlp-red { color: #ff2b2b; } .tlp-amber { color: #ffc000; } .tlp-green { color: #33ff00; } .tlp-clear { color: #fff; }
        nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; list-style: none; margin: 0; padding: 0; }
        nav.pages { background: var(--panel); border-bottom: 1px solid var(--line); font-size: .92rem; }
        nav.pages ul { max-width: 72rem; margin: 0 auto; padding: .5rem 1.25rem; }
        nav.pages a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
        header nav ul { padding: .7rem 0; border-block: 1px solid var(--line); font-size: .95rem; }
        header { padding-top: 2rem; }
        .kicker { margin: 0; color: var(--muted); font-size: .95rem; }
        .kicker strong { color: var(--ink); }
        .facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 1.2rem; }
        .facts dt { font-size: .8rem; color: var(--muted); } .facts dd { margin: 0; font-weight: 600;
          font-variant-numeric: tabular-nums; }
        .plain { list-style: none; padding: 0; margin: .3rem 0; }
        .inline { display: flex; flex-wrap: wrap; gap: .35rem .5rem; }
        .inline li { border: 1px solid var(--line); border-radius: 4px; padding: .1rem .55rem; }
        .run li { display: inline; } .run li:not(:last-child)::after { content: " · "; color: var(--muted); }
        .loose li { margin: .45rem 0; max-width: 54rem; }
        .note, .hint, .empty, .absent { font-size: .92rem; max-width: 60rem; } .hint { color: var(--muted); margin: 0 0 .4rem; }
        .absent { color: var(--muted); }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap; }
        .badge { display: inline-block; border: 1.5px solid currentColor; border-radius: 3px; padding: 0 .45em; font-size: .82rem;
          font-weight: 600; }
        .badge.blind { background: var(--attack); border-color: var(--attack); color: var(--paper); }
        .badge.late { color: var(--attack); } .badge.seen { color: var(--defence); }
        details { margin: .8rem 0; } summary { cursor: pointer; color: var(--link); }
        footer { margin-top: 4rem; font-size: .9rem; color: var(--muted); }
        footer .foot { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        footer .marking { margin-top: 1rem; }
        @media screen and (max-width: 46rem) {
          h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } .lead { font-size: 1.08rem; }
          .marking { font-size: .75rem; padding-inline: .8rem; }
          .facts { gap: .5rem 1.3rem; }
        }

        """
}
