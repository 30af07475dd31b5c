extension Styles {
    /// A4, light colours, everything unfolded. The markings in the margins come from ``Marking``.
    static let print = """
        @page { size: A4; margin: 18mm 14mm; }
        @media print {
          html { font-size: 8.5pt; }
          body > .marking { position: static; margin-bottom: 1rem; }
          nav, .skip { display: none; }
          header { padding-top: 0; } h2 { margin-top: 1.6rem; }
          th, td { padding-block: .18rem; }
          p { margin: .2rem 0 .45rem; } h5 { margin-top: .5rem; } caption { padding-top: .5rem; }
          .remarks { margin: .4rem 0; padding-block: .35rem; } .paths > li { padding: .15rem 0; }
          .hint { break-after: avoid; } #matrix { break-inside: avoid; }
          .cards:not(.small) td.number { white-space: normal; }
          .story { padding: .6rem .9rem .8rem; margin-top: 1rem; }
          .page { max-width: none; padding: 0; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { display: none; }
          h2, h3, h4, h5, caption { break-after: avoid; }
          tr, .tiles, .remarks, .objectives, .race, .heat, .columns, .why > div, .paths > li, .glossary > div { break-inside: avoid; }
          .company { break-before: page; margin-top: 0; }
          .scroll { overflow: visible; }
          a { color: inherit; text-decoration: none; }
          p { orphans: 3; widows: 3; }
        }

        """
}
