import Approvals
import Evidence
import Git
import Objects
import Programs

/// What came of fetching before a question was answered.
struct FetchedFirst {
  /// What is to be known of it, a sentence each.
  var notes: [String] = []
  /// The decisions here that the other repository was never seen to have, by name.
  var unsent: Set<String> = []
}

extension PolicyRepository {
  /// Fetches before a question is answered. Where that cannot be done, the answer is of what is here,
  /// and says so.
  func fetchFirst() async throws -> FetchedFirst {
    var first = FetchedFirst()
    do {
      guard let remote = try await remote() else { return first }
      let fetched = try await fetch(from: remote)
      first.unsent = Set(fetched.unsent.map(\.name))
      let lost = fetched.gone.count + fetched.different.count(where: \.wasThere)
      if lost > 0 {
        first.notes.append(
          "\(remote.name) has lost \(lost == 1 ? "a decision" : "\(lost) decisions") that it had. They are "
            + "still here; to see which: writ pull.")
      }
      if !fetched.notStored.isEmpty {
        let count = fetched.notStored.count
        first.notes.append(
          "\(remote.name) has \(count == 1 ? "something" : "\(count) things") that could not be stored here, "
            + "so this may not be all. To see what: writ pull.")
      }
    } catch let error as Unreachable {
      first.notes.append("This is of what is here: \(error.message.plain).")
    } catch let refusal as Refusal {
      first.notes.append(
        "This is of what is here, since nothing was fetched: \(refusal.message.plain).")
    } catch ProgramError.missing(let name) {
      first.notes.append("This is of what is here, since \(name) is not on this machine.")
    }
    return first
  }
}
