// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "reprint",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "reprint", targets: ["ReprintTool"]),
    .library(name: "Reprint", targets: ["Reprint", "ReprintDumps"]),
  ],
  targets: [
    .target(name: "ReprintPlatform", swiftSettings: settings),
    .target(
      name: "Reprint", dependencies: ["ReprintPlatform"],
      // For a mask of bytes in one instruction (ByteMask); compilers without it take the long way.
      swiftSettings: settings + [.enableExperimentalFeature("BuiltinModule")]),
    .target(
      name: "ReprintDumps", dependencies: ["Reprint", "ReprintPlatform"], exclude: ["Index/Format.md"],
      swiftSettings: settings),
    .target(name: "ReprintReports", dependencies: ["Reprint", "ReprintPlatform"], swiftSettings: settings),
    .target(
      name: "ReprintCommand",
      dependencies: ["Reprint", "ReprintDumps", "ReprintReports", "ReprintPlatform"],
      swiftSettings: settings),
    .executableTarget(name: "ReprintTool", dependencies: ["ReprintCommand"], swiftSettings: settings),
    .executableTarget(
      name: "reprint-bench",
      dependencies: [
        "Reprint", "ReprintDumps", "ReprintCharts", "ReprintCorpora", "ReprintGold", "ReprintLearning",
        "ReprintPlatform",
      ],
      path: "Benchmarks/ReprintBenchmarks",
      swiftSettings: settings),
    .executableTarget(
      name: "reprint-allocations", dependencies: ["Reprint", "ReprintCorpora", "ReprintPlatform"],
      path: "Benchmarks/ReprintAllocations", swiftSettings: settings),
    .target(name: "ReprintCharts", path: "Benchmarks/ReprintCharts", swiftSettings: settings),
    .target(name: "ReprintCorpora", path: "Benchmarks/ReprintCorpora", swiftSettings: settings),
    .target(
      name: "ReprintGold", dependencies: ["Reprint", "ReprintCorpora", "ReprintPlatform"],
      path: "Benchmarks/ReprintGold",
      swiftSettings: settings),
    .target(
      name: "ReprintLearning", dependencies: ["Reprint", "ReprintCorpora", "ReprintGold", "ReprintPlatform"],
      path: "Benchmarks/ReprintLearning", swiftSettings: settings),
    .target(
      name: "ReprintTestSupport", dependencies: ["ReprintPlatform"], path: "Tests/Support",
      exclude: ["write_archives.py"], swiftSettings: settings),
    .testTarget(
      name: "ReprintTests", dependencies: ["Reprint", "ReprintDumps", "ReprintPlatform", "ReprintTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintDumpsTests", dependencies: ["Reprint", "ReprintDumps", "ReprintPlatform", "ReprintTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintReportsTests", dependencies: ["Reprint", "ReprintReports", "ReprintTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintCommandTests",
      dependencies: [
        "Reprint", "ReprintCommand", "ReprintGold", "ReprintTool", "ReprintPlatform", "ReprintTestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintGoldTests", dependencies: ["Reprint", "ReprintDumps", "ReprintGold", "ReprintTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintLearningTests", dependencies: ["Reprint", "ReprintGold", "ReprintLearning", "ReprintTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ReprintChartsTests", dependencies: ["ReprintCharts", "ReprintTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ReprintCorporaTests", dependencies: ["ReprintCorpora"], swiftSettings: settings),
    .testTarget(
      name: "ReprintCostTests",
      dependencies: [
        "Reprint", "ReprintDumps", "ReprintCorpora", "ReprintPlatform", "ReprintTestSupport", "reprint-allocations",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
