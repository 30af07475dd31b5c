extension Styles {
    static let charts = """
        svg { display: block; overflow: visible; }
        svg text { font: .78rem system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; fill: var(--muted); }
        @media screen and (max-width: 40rem) { svg text.inner { display: none; } }
        .grid { stroke: var(--line); stroke-width: 1; }
        .whisker { stroke: var(--known); stroke-width: 1.5; }
        .mark { stroke: var(--ink); stroke-width: 3; }
        .chance { fill: var(--known); }
        .not-knowing { fill: url(#hatch); stroke: var(--hatch); stroke-width: 1; }
        .hatch-ground { fill: var(--hatch-ground); } .hatch-line { fill: var(--hatch); }
        rect.attack { fill: var(--attack); }
        rect.defence { fill: var(--hatch-ground); stroke: var(--defence); stroke-width: 2; }
        svg .never { font-style: italic; }
        svg .open { font-size: 1.2rem; font-weight: 700; fill: var(--ink); }
        .mark.thin { stroke-width: 1.5; } .mark.earlier { stroke: var(--muted); }
        .left { fill: var(--known); } .taken { fill: url(#hatch); stroke: var(--hatch); stroke-width: 1; }
        .added { fill: none; stroke: var(--attack); stroke-width: 1.5; stroke-dasharray: 3 2; }
        .span { fill: none; stroke: var(--muted); stroke-width: 1.5; } .driver { fill: var(--known); }
        .target { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 2 3; }
        .curve-line { fill: none; stroke: var(--attack); stroke-width: 2.5; vector-effect: non-scaling-stroke; }
        .track { fill: var(--hatch-ground); } .share { fill: var(--defence); }
        .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .9rem; color: var(--muted);
          max-width: none; }
        .legend svg { display: inline-block; vertical-align: -.3rem; }
        .side { display: inline-block; font-size: .72rem; font-weight: 600; letter-spacing: .03em; padding: 0 .4em;
          border-radius: 3px; border: 1px solid currentColor; margin-right: .3em; vertical-align: .08em; }
        .side.attack { color: var(--attack); } .side.defence { color: var(--defence); }

        """
}
