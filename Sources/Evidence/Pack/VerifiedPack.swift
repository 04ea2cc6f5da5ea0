import Objects

/// An evidence pack whose decisions were verified, and how far its files could be held against its bundle.
public struct VerifiedPack: Sendable {
  let manifest: PackManifest
  let path: String
  let claim: PackClaim?
  let program: String
  let notCompared: [String]
  let isAltered: Bool
  /// Where it was made anew, as a folder and as a ZIP file.
  var madeAnew: (folder: String, zip: String)?

  /// A pack at that path, with what it says of itself, what could not be compared, and whether anything in it
  /// is not as its bundle gives it; `program` is the version of Writ that tried.
  public init(
    _ manifest: PackManifest, at path: String, claim: PackClaim?, notCompared: [String],
    isAltered: Bool, by program: String
  ) {
    self.manifest = manifest
    self.path = path
    self.claim = claim
    self.notCompared = notCompared
    self.isAltered = isAltered
    self.program = program
  }

  /// What stands before all else: which files prove nothing, of when the pack is, and what it is called.
  var text: DisplayText {
    var text = doubt
    text.line("This pack is of \(manifest.time.inWords).")
    if let period = claim?.period, period.from != nil || period.to != nil {
      let from = period.from.map { " from \($0.inWords)" } ?? ""
      let to = period.to.map { " until \($0.inWords)" } ?? ""
      text.line("It lists changes and decisions\(from)\(to) only.")
    }
    text.line("Its fingerprint, to compare with the one that was passed on separately:")
    text.line("  \(manifest.fingerprint)")
    text.line()
    return text
  }

  /// What was not compared, and why.
  private var doubt: DisplayText {
    var text = DisplayText()
    guard !notCompared.isEmpty else { return text }
    let maker =
      claim.map { "It says that Writ \($0.program) made it; this is Writ \(program)" }
      ?? "Which version of Writ made it cannot be told; this is Writ \(program)"
    let rest = notCompared.count - Self.mostNamed
    let names = Array(notCompared.prefix(Self.mostNamed)) + (rest > 0 ? ["\(rest) more"] : [])
    text.line("\("Not all of this pack was compared: these pages prove nothing.", .warning)")
    text.paragraph(names.inWords + (rest > 0 ? " (--format json names all)" : ""), indent: 2)
    text.paragraph(
      "\(maker), which makes them otherwise. Take nothing in them for evidence, and run nothing that they "
        + "propose.", indent: 0)
    text.line()
    return text
  }

  /// Where the pack made anew lies, or how to have it made.
  var place: DisplayText {
    var text = DisplayText()
    if let madeAnew {
      text.line()
      text.line("Made anew from its repository, by Writ \(program):")
      text.line("  \(madeAnew.folder)")
      text.line("  \(madeAnew.zip)  the same in one file")
    } else if isAltered || !notCompared.isEmpty {
      text.line()
      text.line("To have pages that say what the repository in the pack holds:")
      text.line("  writ verify --output FOLDER \(path)")
    }
    return text
  }

  /// What `verify` says of it in JSON.
  var json: JSONValue {
    [
      "at": JSONValue(manifest.time), "fingerprint": JSONValue(manifest.fingerprint),
      "program": JSONValue(claim?.program),
      "not-compared": .array(notCompared.map { .string($0) }),
      "made-anew": madeAnew.map { ["folder": .string($0.folder), "zip": .string($0.zip)] } ?? .null,
    ]
  }

  private static let mostNamed = 40
}
