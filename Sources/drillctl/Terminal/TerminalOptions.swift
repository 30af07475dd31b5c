import ArgumentParser

/// Options of every command about how text looks.
struct TerminalOptions: ParsableArguments {
    @Flag(name: .customLong("no-color"), help: "Write without colours (as NO_COLOR=1 and TERM=dumb do).")
    var noColor = false
}
