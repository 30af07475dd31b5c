// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "drill",
    products: [
        .library(name: "Scenarios", targets: ["Scenarios"]),
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "DrillEngine", targets: ["DrillEngine"]),
        .library(name: "DrillResults", targets: ["DrillResults"]),
        .executable(name: "drillctl", targets: ["drillctl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // What people and programs write, each piece with its place: JSON, sheets in any encoding, diagnostics.
        .target(name: "Texts"),
        // The documents: model, decoding with positions, validation, schema, the embedded catalog.
        .target(
            name: "Scenarios", dependencies: ["Texts"],
            exclude: ["Catalog/catalog.json", "Catalog/techniques.tsv"]),
        // Other people's formats, one a file. Facts only: no command, no payload, no description.
        .target(name: "Interchange", dependencies: ["Scenarios"]),
        // First documents of one's own: templates by sector, the questionnaire, the writer of documents.
        .target(name: "Intake", dependencies: ["Scenarios", "Texts"]),
        // Random numbers, quantile functions, the compiled graph, sweeps, accumulators. No Foundation, no document.
        .target(name: "DrillKernel"),
        // What a run says. Readers of results need no engine.
        .target(name: "DrillResults"),
        // Compile, simulate, analyse.
        .target(name: "DrillEngine", dependencies: ["Scenarios", "DrillKernel", "DrillResults"]),
        // libcrypto of the system: security updates come from the distribution.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // renameat2(2), by which a folder takes another's place in one step.
        .systemLibrary(name: "CExchange"),
        // Digests of documents and runs.
        .target(name: "Ledger", dependencies: ["COpenSSL"]),
        // The exercise with people in the room: order of the injects, what they did, evaluation. Asks a Forecaster.
        .target(name: "Tabletop", dependencies: ["Scenarios", "Texts", "DrillResults"]),
        // Results as pages, papers for the meeting: self-contained HTML with inline SVG, docx, CSV.
        .target(name: "Reports", dependencies: ["DrillResults", "Scenarios", "Tabletop", "Texts"]),
        // Stored runs, in SQLite through GRDB.
        .target(
            name: "DrillStore",
            dependencies: ["DrillResults", .product(name: "GRDB", package: "GRDB.swift")]),
        // The command line, one subcommand a file.
        .executableTarget(
            name: "drillctl",
            dependencies: [
                "CExchange", "Scenarios", "Interchange", "Texts", "Intake", "DrillEngine", "DrillResults", "DrillStore",
                "Ledger", "Reports", "Tabletop",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "ScenariosTests", dependencies: ["Scenarios"], exclude: ["Fixtures"]),
        .testTarget(
            name: "InterchangeTests", dependencies: ["Interchange", "Scenarios"], exclude: ["Fixtures"]),
        .testTarget(name: "TextsTests", dependencies: ["Texts"]),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "Scenarios", "Texts", "DrillEngine", "DrillResults"]),
        // Small random graphs that use all that the kernel knows.
        .target(name: "KernelSamples", dependencies: ["DrillKernel"], path: "Tests/KernelSamples"),
        // Counts how often a thread of the test program asks for memory.
        .target(name: "AllocationCount", path: "Tests/AllocationCount"),
        .testTarget(name: "DrillKernelTests", dependencies: ["DrillKernel", "KernelSamples", "AllocationCount"]),
        // Prints what the kernel says of them: the same for every processor that it is built for (scripts/check bytes).
        .executableTarget(
            name: "kernel-bytes", dependencies: ["DrillKernel", "KernelSamples"], path: "Tests/KernelBytes",
            linkerSettings: [.linkedLibrary("m")]),
        .testTarget(
            name: "DrillEngineTests",
            dependencies: ["DrillEngine", "DrillKernel", "DrillResults", "Scenarios"], exclude: ["Fixtures"]),
        .testTarget(name: "LedgerTests", dependencies: ["Ledger"]),
        .testTarget(
            name: "DrillStoreTests",
            dependencies: ["DrillStore", "DrillResults", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "TabletopTests", dependencies: ["Tabletop", "Reports", "Scenarios", "DrillResults", "Texts"],
            exclude: ["Fixtures", "Golden"]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "DrillResults", "Scenarios"], exclude: ["Golden"]),
        // A reference population beside published figures; writes and checks docs/validation.md.
        .testTarget(
            name: "ValidationTests", dependencies: ["DrillEngine", "DrillKernel", "DrillResults", "Scenarios"]),
        // End to end: the built binary, its stdout, stderr and exit code.
        .testTarget(name: "drillctlTests", dependencies: ["drillctl", "DrillResults"], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)

// One place for the settings of every Swift target.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
