import ArgumentParser

/// How an exercise is read to be played: against which catalog, and with whom.
struct PlayOptions: ParsableArguments {
    @OptionGroup var own: CatalogOptions

    @ArgumentParser.Flag(
        help: "Play without companies whose documents are missing or have errors, and say which; else they stop all.")
    var leaveOut = false

    /// How many files were named.
    var count: Int { own.count }
}
