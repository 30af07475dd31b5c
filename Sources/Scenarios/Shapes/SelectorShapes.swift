/// How assets are selected.
enum SelectorShapes {
    static let selector = Shape<AssetSelector>.object(
        "AssetSelector", AssetSelector(),
        doc: "Which assets: every stated condition must hold; within a list any member suffices. `{}` is every asset."
    ) { f in
        f.optional("kind", \.kind, as: .oneOrMany(.word("asset kind")), doc: "Kinds of asset.", example: "database")
        f.optional(
            "exposure", \.exposure, as: .oneOrMany(.word("exposure")), doc: "From where it can be touched.",
            example: "internet")
        f.optional(
            "software", \.software, as: .oneOrMany(.text), doc: "Words among the asset's `software`.",
            example: "web-framework")
        f.optional(
            "holds", \.holds, as: .oneOrMany(.word("holding")), doc: "What is found on it besides data.",
            example: ["credentials", "keys"])
        f.optional(
            "data", \.data, as: .oneOrMany(.word("data class")), doc: "Kinds of data it keeps.", example: "personal")
        f.optional(
            "hosted", \.hosted, as: .oneOrMany(.word("hosting")), doc: "Who runs it, by its kind where nobody says.",
            example: "own")
        f.optional(
            "copiesTravel", \.copiesTravel, as: .boolean,
            doc: "Only assets of which copies leave the house on tapes or disks.", example: true)
        f.optional(
            "role", \.role, as: .oneOrMany(.word("role")), doc: "Roles of the department that owns it.",
            example: "data-owner")
        f.optional(
            "entitled", \.entitled, as: .boolean, doc: "Only what the insider's persona may use by right.",
            example: true)
        f.optional(
            "link", \.link, as: .word("kind of link"), doc: "Only assets at which a supplier link of this kind ends.",
            example: "software-update")
    }
}
