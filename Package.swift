// swift-tools-version: 6.2
import PackageDescription

// Every target is held to the same rules: Swift 6 with strict concurrency, no unqualified import
// leaks through an interface, and a warning is an error.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A layer of the architecture: what it may import is what stands here, and nothing else.
func layer(
  _ name: String, imports: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(name: name, dependencies: imports, resources: resources, swiftSettings: rules)
}

func tests(
  of name: String, imports: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + imports, exclude: exclude,
    swiftSettings: rules)
}

let package = Package(
  name: "writ",
  products: [.executable(name: "writ", targets: ["writ"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // C libraries, all from Debian.
    .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CMinizip", providers: [.apt(["libminizip-dev"])]),
    // Without pkgConfig: Debian's file passes a define that the package manager forbids.
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),

    // Calls of the C library that Swift does not see.
    .systemLibrary(name: "CFileSystem"),
    .systemLibrary(name: "CIconv"),

    // The outside world.
    layer("Files", imports: ["CFileSystem"]),
    layer("Git", imports: ["CLibgit2", "CZlib", "CIconv", "Files", "Objects"]),

    layer("Archives", imports: ["CMinizip"]),

    // Pure layers.
    layer("Objects"),
    layer("Signatures", imports: ["CLibcrypto", "Objects"]),
    layer("Markdown", imports: ["CCmark"]),
    layer("Documents", imports: ["CLibyaml", "CUtf8proc", "Objects", "Markdown"]),
    layer("Approvals", imports: ["Objects", "Documents", "Signatures"]),
    layer("Rules", imports: ["Objects", "Documents", "Markdown", "Approvals"]),
    layer(
      "Evidence",
      imports: ["Objects", "Markdown", "Documents", "Signatures", "Approvals", "Rules"]),

    layer(
      "Starter", imports: ["Objects"],
      resources: [
        "writ.yaml", "information-security.md", "access-control.md", "acceptable-use.md",
        "continual-improvement.md", "staff-awareness.md", "tested-backups.md",
        "chief-executive.md", "ciso.md", "board-member.md",
        "new-policy.md", "new-procedure.md", "new-objective.md", "new-role.md", "hook",
        "pre-receive",
      ].map { .embedInCode("Resources/\($0)") }),

    // The outside programs.
    layer(
      "Programs",
      imports: [
        "Files",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),

    // Where the layers meet, and the command line.
    layer(
      "PolicyRepository",
      imports: [
        "Objects", "Files", "Git", "Archives", "Signatures", "Documents", "Approvals", "Rules",
        "Evidence", "Programs", "Starter",
      ]),
    .executableTarget(
      name: "writ",
      dependencies: [
        "PolicyRepository", "Evidence", "Objects",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: rules),

    .testTarget(
      name: "CommandTests", dependencies: ["writ"], exclude: ["Scripts"], swiftSettings: rules),
    .testTarget(name: "ConformanceTests", dependencies: ["writ"], swiftSettings: rules),
    .testTarget(name: "LayerTests", swiftSettings: rules),
    .testTarget(
      name: "FuzzTests",
      dependencies: [
        "CLibcrypto", "CLibgit2", "CZlib", "Objects", "Git", "Archives", "Signatures", "Markdown",
        "Documents", "Approvals", "Evidence", "PolicyRepository",
      ],
      path: "Tests/Fuzz",
      exclude: ["LibFuzzer.swift", "README.md", "compare", "corpus", "dictionaries", "run"],
      swiftSettings: rules),
    tests(of: "Files"),
    tests(of: "Archives"),
    tests(of: "Programs", imports: ["Files"]),
    tests(of: "Git", imports: ["Objects", "Files"]),
    tests(of: "Objects"),
    tests(of: "Signatures", imports: ["Objects"]),
    tests(of: "Markdown"),
    tests(of: "Documents", imports: ["Objects", "Markdown"]),
    tests(of: "Approvals", imports: ["CLibcrypto", "Objects", "Documents", "Signatures"]),
    tests(
      of: "Evidence",
      imports: ["Objects", "Markdown", "Signatures", "Documents", "Approvals", "Rules"]),
    tests(
      of: "PolicyRepository", imports: ["Objects", "Files", "Git", "Signatures", "Approvals"]),
    tests(of: "Rules", imports: ["Objects", "Documents", "Approvals", "Markdown", "Starter"]),
  ],
  swiftLanguageModes: [.v6]
)
