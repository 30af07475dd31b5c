// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds drillctl builds the benchmark harness.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "drill", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        // Parts of the engine, in instructions and time: `swift package -c release benchmark`.
        .executableTarget(
            name: "DrillBenchmarks",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "DrillEngine", package: "drill"),
                .product(name: "Scenarios", package: "drill"),
            ],
            path: "Benchmarks/DrillBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
