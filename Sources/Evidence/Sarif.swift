import Documents
import Objects
import Rules
import Signatures

/// The findings of `writ check` in SARIF 2.1.0 (OASIS, errata 01), which forges and editors show
/// beside the lines.
extension CheckReport {
  /// The log of one run by this version of the program.
  public func sarif(version: String) -> JSONValue {
    let rules = Rulebook.rules.filter { rule in findings.contains { $0.rule == rule.id } }
    return [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Writ", "version": .string(version), "semanticVersion": .string(version),
              "rules": .array(rules.map(Self.descriptor)),
            ]
          ],
          "originalUriBaseIds": [
            Self.top: ["description": ["text": "The top of the repository."]]
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [
            [
              "executionSuccessful": .bool(!isEmpty),
              "toolExecutionNotifications": .array(notifications),
            ]
          ],
          "properties": [
            "documents": .number(documents), "notJudged": .number(unjudged.files.count),
          ],
          "results": .array(results(rules.map { $0.id })),
        ]
      ],
    ]
  }

  /// What was not judged: the first of the files, each with its place.
  private var notifications: [JSONValue] {
    func notification(_ level: String, _ text: String, _ path: String? = nil) -> JSONValue {
      let location = path.map { path -> JSONValue in
        ["physicalLocation": ["artifactLocation": Self.location(of: path)]]
      }
      return [
        "level": .string(level),
        "message": ["text": .string(Characters.escaped(text).withoutLinks)],
        "locations": .array(location.map { [$0] } ?? []),
      ]
    }
    let files = unjudged.files
    return (isEmpty ? [notification("error", "Nothing was judged: \(Self.whatIsJudged)")] : [])
      + files.prefix(Self.mostListed).map { file in
        notification("note", "Not judged: \(file.path): \(file.reason.inWords).", file.path)
      }
      + (files.count > Self.mostListed
        ? [notification("note", "Not judged: \(files.count - Self.mostListed) more files.")] : [])
      + reservations.map { notification("note", $0) }
  }

  private static func location(of path: String) -> JSONValue {
    ["uri": .string(path.percentEncoded), "uriBaseId": .string(top)]
  }

  /// What paths are given from: where a forge puts what it checks out.
  private static var top: String { "%SRCROOT%" }

  private func results(_ rules: [String]) -> [JSONValue] {
    var known: [String: Int] = [:]
    return findings.map { finding in
      // Without the line, which moves with what is written above it.
      let identity = [finding.rule, finding.path, finding.message].joined(separator: "\n")
      let repetition = known[identity, default: 0]
      known[identity] = repetition + 1
      let fingerprint = Digest.sha256(of: "\(identity)\n\(repetition)".utf8)
      return [
        "ruleId": .string(finding.rule),
        "ruleIndex": .number(rules.firstIndex(of: finding.rule) ?? -1),
        "level": .string(finding.severity.rawValue),
        "message": ["text": .string(finding.sentences.withoutLinks)],
        "locations": [
          [
            "physicalLocation": [
              "artifactLocation": Self.location(of: finding.path),
              "region": ["startLine": .number(finding.line)],
            ]
          ]
        ],
        "partialFingerprints": ["finding/v1": .string(fingerprint.description)],
      ]
    }
  }

  private static func descriptor(of rule: any Rule.Type) -> JSONValue {
    let manual = rule.manual
    return [
      "id": .string(rule.id),
      "shortDescription": ["text": .string(manual.title.asSentence)],
      "fullDescription": ["text": .string(manual.why)],
      "help": [
        "text": .string(RulesReport.page(of: rule).plain), "markdown": .string(markdown(rule)),
      ],
      "defaultConfiguration": ["level": .string(manual.severity.rawValue)],
      "properties": ["tags": ["ISO/IEC 27001:2022", .string(rule.clause)]],
    ]
  }

  private static func markdown(_ rule: any Rule.Type) -> String {
    let manual = rule.manual
    let checks = manual.checks.map {
      "- \($0.severity.rawValue): \($0.text.inMarkdown)\n"
    }
    let entries = rule.entries.map { "`\($0.key)`" }.joined(separator: ", ")
    let form = entries.isEmpty ? "" : "- error: what is given has the right form: \(entries)\n"
    return """
      \(manual.why.inMarkdown)

      Checked:

      \(checks.joined())\(form)
      To mend it:

      \(manual.mend.map { "- \($0.inMarkdown)\n" }.joined())
      """
  }
}

extension Finding {
  /// What is wrong and how to mend it, made harmless.
  var sentences: String {
    Characters.escaped("\(message.asSentence) To mend it: \(remedy.asSentence)")
  }
}

extension String {
  /// The same where no reader of SARIF takes foreign words for a link (section 3.11.6).
  fileprivate var withoutLinks: String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "(" && text.last == "]" { text.append(" ") }
      text.append(scalar)
    }
    return String(text)
  }

  /// The same words in Markdown, where they mean nothing but themselves.
  fileprivate var inMarkdown: String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      if "\\`*_[]<>#|&~".unicodeScalars.contains(scalar) { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }

  /// The path as a relative reference of a URI (RFC 3986): all but letters, digits, `-._~` and `/`
  /// in hex, so that no part of it can be taken for a scheme, a query or a fragment.
  fileprivate var percentEncoded: String {
    var text = ""
    for byte in utf8 {
      if byte.isASCIILetterOrDigit || "-._~/".utf8.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
