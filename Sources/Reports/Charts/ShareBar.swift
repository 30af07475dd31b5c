internal import DrillResults

/// A plain bar from 0 to 100 %.
struct ShareBar {
    var share: Double
    var label: String

    var markup: Markup {
        """
        <svg class="bar" width="100%" height="14" role="img"><title>\(label): \(Wording.share(share))</title>\
        <rect class="track" x="0" y="3" width="100%" height="8"/>\
        <rect class="share" x="0" y="3" width="\(Coordinate(share * 100).attribute)" height="8"/></svg>
        """
    }
}
