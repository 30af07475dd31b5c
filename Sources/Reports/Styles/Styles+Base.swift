extension Styles {
    /// Every pair of text and ground reaches 4.5:1 (WCAG AA), lines of charts 3:1.
    static let colours = """
        :root {
          color-scheme: light dark;
          --paper: #ffffff; --panel: #f3f5f7; --ink: #1b1f24; --muted: #545c66; --line: #d4d9df; --link: #0b5a86;
          --attack: #a8321f; --defence: #1a6a87; --known: #33404d; --hatch: #8b97a4; --hatch-ground: #e3e8ed;
          --focus: #b45309; --note: #fff6e0; --note-line: #b7791f;
          --s0: #f1f3f5; --s1: #fde8d7; --s2: #f9c294; --s3: #c2491f; --s4: #861a10;
          --t0: #1b1f24; --t1: #1b1f24; --t2: #1b1f24; --t3: #ffffff; --t4: #ffffff;
          --g0: #eef3f5; --g1: #d5e7ef; --g2: #a3cde0; --g3: #2b7a9b; --g4: #0d4560;
          --k0: #1b1f24; --k1: #1b1f24; --k2: #1b1f24; --k3: #ffffff; --k4: #ffffff;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #14171b; --panel: #1d2228; --ink: #e9ecef; --muted: #a9b2bc; --line: #39414a; --link: #7cc4ee;
            --attack: #f0856d; --defence: #63bcdc; --known: #d5dce3; --hatch: #7d8995; --hatch-ground: #2c343d;
            --focus: #fbbf24; --note: #2c2615; --note-line: #d9a441;
            --s0: #22272d; --s1: #3c2a20; --s2: #693a1c; --s3: #b3461b; --s4: #ffb39c;
            --t0: #e9ecef; --t1: #e9ecef; --t2: #ffffff; --t3: #ffffff; --t4: #1b1f24;
            --g0: #1d262b; --g1: #1e323c; --g2: #1f4a5c; --g3: #2a7593; --g4: #9bd7ef;
            --k0: #e9ecef; --k1: #e9ecef; --k2: #ffffff; --k3: #ffffff; --k4: #1b1f24;
          }
        }

        """

    static let base = """
        * { box-sizing: border-box; }
        html { scroll-behavior: smooth; scroll-padding-top: 4rem; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI",
          Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
        .page { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        h1 { font-size: 2.1rem; line-height: 1.15; margin: .1em 0 .6em; letter-spacing: -.01em; }
        h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 .5rem; }
        h3 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; }
        h4 { font-size: 1.08rem; margin: 0 0 .35rem; }
        h5 { font-size: .95rem; margin: 1.2rem 0 .2rem; }
        p { margin: .4rem 0 .8rem; max-width: 48rem; }
        small { font-size: .85rem; color: var(--muted); }
        code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .88em; }
        a { color: var(--link); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: 1rem; z-index: 3; background: var(--paper); padding: .5rem 1rem; }
        .lead { font-size: 1.2rem; line-height: 1.5; max-width: 54rem; }
        .figure { white-space: nowrap; }
        .patterns { position: absolute; }

        """
}
