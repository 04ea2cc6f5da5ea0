import Approvals
import Objects
import Rules

/// What is to be known of a document, as reports show it.
enum ObservationEntry {
  static func json(of observation: Observation) -> JSONValue {
    [
      "document": JSONValue(observation.document), "version": JSONValue(observation.version),
      "code": .string(observation.code), "weight": .string(observation.weight.rawValue),
      "clause": .string(observation.clause), "message": .string(observation.words),
    ]
  }

  static func json(of observations: [Observation]) -> JSONValue {
    .array(observations.map(json))
  }

  static func json(of unread: [UnreadFile]) -> JSONValue {
    .array(
      unread.map { ["path": .string($0.path), "reason": .string($0.reason.rawValue)] })
  }

  /// Where the document stands above it already: the sentence, behind the version where that is another one.
  static func words(of observation: Observation, below version: Version) -> String {
    observation.version == version
      ? observation.words : "Version \(observation.version): \(observation.words)"
  }

  /// In a list of a page, coloured by what it weighs.
  static func html(of observation: Observation, _ words: String) -> HTML {
    switch observation.weight {
    case .gap: "<span class=\"bad\">Gap:</span> \(HTML.name(words))"
    case .weakness: "<span class=\"warn\">Weak:</span> \(HTML.name(words))"
    case .note: "To know: \(HTML.name(words))"
    }
  }
}

extension Ledger {
  /// Who made decisions apart from each other, so that their dates show no order: a sentence for each.
  var decisionsApartInWords: [String] {
    // What is missing in between makes two decisions look apart.
    guard missing.isEmpty else { return [] }
    let apart = entries.filter(\.isOutOfOrder).compactMap(\.statement?.name.person)
    return Dictionary(grouping: apart, by: \.self).sorted { $0.key < $1.key }.map { id, decisions in
      "\(person(id)?.name ?? id.description) made \(decisions.count) decisions apart from each other, as on "
        + "two computers that had not been brought up to date. They count, but nothing shows in which "
        + "order they were made: take their dates for no more than claims."
    }
  }
}
