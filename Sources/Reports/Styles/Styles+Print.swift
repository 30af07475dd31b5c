extension Styles {
    /// Light colours, unfolded. No paper size is named, so that A4 and Letter both print as the printer is set. The markings
    /// in the margins come from ``Marking``.
    static let print = """
        @page { margin: 18mm 14mm; }
        @media print {
          html { font-size: 8.5pt; }
          body > .marking { position: static; margin-bottom: 1rem; }
          nav, .skip { display: none; }
          header { padding-top: 0; } h2 { margin-top: 1.6rem; }
          th, td { padding-block: .18rem; }
          p { margin: .2rem 0 .45rem; } h5 { margin-top: .5rem; } caption { padding-top: .5rem; }
          .remarks { margin: .4rem 0; padding-block: .35rem; }
          .hint { break-after: avoid; }
          .cards:not(.small) td.number { white-space: normal; }
          .story { padding: .6rem .9rem .8rem; margin-top: 1rem; }
          .page { max-width: none; padding: 0; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { display: none; } .unprinted { display: none; }
          h2, h3, h4, h5, caption { break-after: avoid; }
          tr, .remarks, .objectives, .race, .columns, .glossary > div { break-inside: avoid; }
          .weakness, .control, .tiles, .terms, .curve, .ways tr { break-inside: avoid; }
          .manager .foot p { orphans: 1; }
          a { color: inherit; text-decoration: none; }
          p { orphans: 3; widows: 3; }
        }

        """
}
