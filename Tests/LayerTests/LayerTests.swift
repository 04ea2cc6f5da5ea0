import Foundation
import Testing

/// The walls between the layers, held against every import: the compiler lets a file import a module
/// that its target only reaches through another, so the manifest alone does not hold them.
@Suite struct LayerTests {
  static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What each target says that it imports, read from the manifest.
  static func declared() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: top.appending(path: "Package.swift"), encoding: .utf8)
    let targets = try Regex(
      #"(?s)(?:layer\(|executableTarget\(\s*name:)\s*"(\w+)"(.*?)\n?\s*(?=\n    (?:layer|//|\.|tests)|\n\n)"#
    )
    let names = try Regex(#"(?:"|name: ")(\w+)""#)
    var imports: [String: Set<String>] = [:]
    for match in manifest.matches(of: targets) {
      guard let name = match.output[1].substring, let rest = match.output[2].substring else {
        continue
      }
      imports[String(name)] = Set(
        rest.matches(of: names).compactMap { $0.output[1].substring.map(String.init) })
    }
    return imports
  }

  /// The modules that the files of a target import.
  static func imported(_ target: String) throws -> Set<String> {
    let folder = top.appending(path: "Sources/\(target)")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path)).allObjects
    var modules: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /(?m)^(?:public |@testable )?import (\w+)$/) {
        modules.insert(String(match.output.1))
      }
    }
    return modules
  }

  @Test func everyTargetImportsOnlyWhatItDeclares() throws {
    let declared = try Self.declared()
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.top.appending(path: "Sources").path
    ).filter { !$0.hasPrefix("C") }
    #expect(Set(declared.keys) == Set(folders))
    for target in folders {
      // Swift's own locks need no leave; the system's C library only where the outside begins,
      // threads only where objects are read, and the JSON decoder only where foreign files are.
      let system = Set(
        ["Synchronization"] + (["Files", "writ"].contains(target) ? ["Glibc"] : [])
          + (target == "Git" ? ["Dispatch"] : [])
          + (target == "PolicyRepository" ? ["FoundationEssentials"] : []))
      let extra = try Self.imported(target).subtracting(declared[target] ?? []).subtracting(system)
      #expect(extra.isEmpty, "\(target) imports \(extra.sorted()), which it does not declare")
    }
  }

  @Test func onlyOneTargetKnowsEachLibraryOfC() throws {
    let owners = [
      "CLibgit2": "Git", "CZlib": "Git", "CLibcrypto": "Signatures", "CLibyaml": "Documents",
      "CUtf8proc": "Documents", "CCmark": "Markdown", "CMinizip": "Archives",
      "CFileSystem": "Files", "CIconv": "Git",
    ]
    for (target, imports) in try Self.declared() {
      for library in imports where library.hasPrefix("C") {
        #expect(owners[library] == target, "\(target) imports \(library)")
      }
    }
  }

  /// Where a command does not, ArgumentParser makes the name out of that of the type, for every
  /// command at every start, which a hook cannot afford.
  @Test func everyCommandNamesItself() throws {
    let folder = Self.top.appending(path: "Sources/writ/Commands")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let commands = text.matches(of: /struct \w+: (?:Async)?ParsableCommand\b/).count
      let names = text.matches(of: /CommandConfiguration\(\s*commandName: "/).count
      #expect(commands == names, "\(file): write commandName first in the configuration")
    }
  }

  /// Pure layers have no way to disk, programs, terminal, environment or clock.
  @Test(arguments: [
    "Objects", "Signatures", "Markdown", "Documents", "Approvals", "Rules", "Evidence",
  ])
  func pureLayersStayPure(_ target: String) throws {
    let outside: Set<String> = [
      "Glibc", "Foundation", "FoundationEssentials", "Files", "Git", "Programs", "Starter",
      "PolicyRepository", "ArgumentParser", "Subprocess", "SystemPackage",
    ]
    #expect(try Self.imported(target).isDisjoint(with: outside))
  }
}
