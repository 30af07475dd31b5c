/// How the form looks, on screens from 320 px on and on paper.
enum FormStyle {
    static let sheet = """
        :root { color-scheme: light dark; --paper: #fff; --panel: #f3f5f7; --ink: #1b1f24; --muted: #545c66; --line: #c9d0d8;
          --link: #0b5a86; --chosen: #e3eef6; --focus: #b45309; }
        @media screen and (prefers-color-scheme: dark) { :root { --paper: #14171b; --panel: #1d2228; --ink: #e9ecef;
          --muted: #a9b2bc; --line: #424b55; --link: #7cc4ee; --chosen: #20364a; --focus: #fbbf24; } }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body { margin: 0 auto; max-width: 52rem; padding: 0 1.25rem 6rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: break-word; }
        h1 { font-size: 2rem; line-height: 1.15; margin: 2rem 0 .5rem; }
        h2 { font-size: 1.4rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
        .lead { font-size: 1.15rem; } .notes { color: var(--muted); padding-left: 1.2rem; } .notes li { margin: .25rem 0; }
        code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 3; }
        .question { border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1rem; padding: .9rem 1rem .8rem;
          min-width: 0; }
        legend, .title { display: block; font-weight: 600; font-size: 1.05rem; padding: 0; }
        legend { float: left; width: 100%; } legend + * { clear: both; }
        .why { color: var(--muted); font-size: .92rem; margin: .1rem 0 .6rem; }
        .choices { display: grid; gap: .15rem; }
        .choice { display: flex; gap: .6rem; align-items: baseline; padding: .35rem .5rem; border-radius: .35rem; cursor: pointer; }
        .choice:hover { background: var(--panel); } .choice:has(:checked) { background: var(--chosen); }
        .meaning { color: var(--muted); } .meaning::before { content: "· "; }
        input[type=radio] { accent-color: var(--link); flex: none; margin: 0; transform: translateY(.1em); width: 1.05rem; height: 1.05rem; }
        .shares { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .6rem 0 0; padding: .45rem .5rem 0;
          border-top: 1px dashed var(--line); color: var(--muted); }
        .shares label { display: flex; gap: .4rem; align-items: center; color: var(--ink); padding: .15rem 0; cursor: pointer; }
        input[type=text] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--muted);
          border-radius: .35rem; padding: .4rem .6rem; width: 100%; }
        ::placeholder { color: var(--muted); opacity: 1; } input.number { max-width: 14rem; } input.name { max-width: 26rem; }
        .note { display: flex; gap: .6rem; align-items: center; margin-top: .7rem; color: var(--muted); font-size: .92rem; }
        .note input { border-color: var(--line); padding: .25rem .5rem; }
        #bar { position: fixed; inset: auto 0 0 0; display: flex; flex-wrap: wrap; justify-content: center; gap: .5rem 1.5rem;
          align-items: center; padding: .7rem 1.25rem; background: var(--panel); border-top: 1px solid var(--line); }
        #bar p { margin: 0; }
        button { font: inherit; font-weight: 600; color: #fff; background: #0b5a86; border: 0; border-radius: .4rem;
          padding: .55rem 1.1rem; cursor: pointer; }
        button:hover { background: #084767; }
        .more { margin-top: 2rem; color: var(--muted); }
        footer { margin-top: 2.5rem; } .print-only { display: none; }
        @media (max-width: 30rem) { body { padding-inline: .9rem; } h1 { font-size: 1.7rem; }
          .question { padding: .8rem .7rem; } .choice { padding-inline: .25rem; } }
        @page { size: A4; margin: 14mm 14mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
          @bottom-left { content: "TLP:AMBER"; font: 8pt sans-serif; } }
        @media print {
          html { font-size: 8.6pt; } body { max-width: none; padding: 0; }
          #bar, .skip, .screen-only, noscript { display: none !important; } .print-only { display: block; margin: 1rem 0 0; }
          h1 { margin-top: 0; } h2 { margin: 1.3rem 0 .5rem; break-after: avoid; }
          .question { break-inside: avoid; padding: .5rem .7rem; margin-bottom: .5rem; border-color: #888; }
          .question[hidden] { display: block !important; } .shares[hidden] { display: flex !important; }
          .choices { grid-template-columns: 1fr 1fr; gap: 0 1rem; } .choice { padding: .1rem 0; background: none !important; }
          .why { margin-bottom: .25rem; } .shares { margin-top: .2rem; padding-top: .2rem; }
          .note { margin-top: .3rem; } .note input { border: 0; border-bottom: 1px solid #888; border-radius: 0; }
          .note input, input.number, input.name { background: none; }
          ::placeholder { color: transparent; }
        }

        """
}
