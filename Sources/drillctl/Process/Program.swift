import ArgumentParser
import DrillEngine
import DrillStore
import Foundation
import Ledger

/// From arguments to exit status; the one place where errors become words.
enum Program {
    static func run(_ arguments: [String], in context: Context) async -> ExitStatus {
        do {
            let command = try Drillctl.parseAsRoot(arguments)
            if let command = command as? any DrillCommand {
                try await command.run(in: context)
            } else {
                // A command that only groups others, or one of the parser's own (help, completions).
                var command = command
                try command.run()
            }
            return .done
        } catch {
            return report(error, in: context)
        }
    }

    private static func report(_ error: any Error, in context: Context) -> ExitStatus {
        switch error {
        case let failure as CommandFailure:
            if let message = failure.message { say(message, in: context) }
            return failure.status
        case let error as CompileError:
            say(error.message, in: context)
            return .invalidDocument
        case let error as FolderError:
            say(error.message, in: context)
            return .failure
        case let error as FileError:
            say(error.message, in: context)
            return .failure
        case let error as StoreError:
            say(error.description, in: context)
            return .failure
        case let error as DigestError:
            say(error.description, in: context)
            return .failure
        case SinkError.closed:
            return .failure
        case SinkError.cannotWrite(let name, let code):
            say("cannot write to \(name): \(String(cString: strerror(code)))", in: context)
            return .failure
        default:
            return reportParsing(error, in: context)
        }
    }

    /// Help and completions go to standard output, everything else to standard error.
    private static func reportParsing(_ error: any Error, in context: Context) -> ExitStatus {
        // The parser quotes arguments as they were typed.
        let text = Drillctl.fullMessage(for: error).printableLines
        do {
            guard Drillctl.exitCode(for: error).isSuccess else {
                try context.messages.writeLine(text)
                return Drillctl.exitCode(for: error) == .validationFailure ? .wrongUsage : .failure
            }
            try context.output.writeLine(text)
            return .done
        } catch {
            return report(error, in: context)
        }
    }

    private static func say(_ message: String, in context: Context) {
        // The arguments may be what is wrong, so the flag is looked for, not parsed.
        let noColor = CommandLine.arguments.contains("--no-color")
        let style = Style(environment: context.environment, isTerminal: context.messages.isTerminal, noColor: noColor)
        // Nothing is left to tell when standard error is gone too.
        try? context.messages.writeLine(style(.bad, "error:") + " " + message.printableLines)
    }
}
