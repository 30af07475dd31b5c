/// How assets are selected.
enum SelectorShapes {
    static let selector = Shape<AssetSelector>.object(
        "AssetSelector", AssetSelector(),
        "Which assets: every stated condition must hold; within a list any member suffices. `{}` is every asset."
    ) { f in
        f.optional("kind", \.kind, .oneOrMany(.word("asset kind")), "Kinds of asset.", example: "database")
        f.optional(
            "exposure", \.exposure, .oneOrMany(.word("exposure")), "From where it can be touched.", example: "internet")
        f.optional(
            "software", \.software, .oneOrMany(.text), "Words among the asset's `software`.", example: "web-framework")
        f.optional(
            "holds", \.holds, .oneOrMany(.word("holding")), "What is found on it besides data.",
            example: ["credentials", "keys"])
        f.optional("data", \.data, .oneOrMany(.word("data class")), "Kinds of data it keeps.", example: "personal")
        f.optional(
            "role", \.role, .oneOrMany(.word("role")), "Roles of the department that owns it.", example: "data-owner")
        f.optional("entitled", \.entitled, .boolean, "Only what the insider's persona may use by right.", example: true)
        f.optional(
            "link", \.link, .word("kind of link"), "Only assets at which a supplier link of this kind ends.",
            example: "software-update")
    }
}
