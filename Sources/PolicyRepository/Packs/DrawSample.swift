public import Evidence
import Objects

extension PolicyRepository {
  /// Draws that many documents out of the pack at the path, by that seed; `program` is this version of Writ.
  ///
  /// The register is that of the pack as it is made again from its bundle; refuses (`no`) where any file of
  /// the pack says something else. Whether its decisions hold is for `verify` to say.
  public static func sample(
    _ path: String, count: Int, seed: String, program: String, _ surroundings: Surroundings
  ) throws -> PackSample {
    guard case .pack(let contents) = try PackOrBundle(path) else {
      throw Refusal(
        .couldNot, "\(path) is a bundle, which has no register of documents",
        remedies: "name an evidence pack")
    }
    let pack = try UnalteredPack(contents, at: path)
    return try opening(bundle: pack.bundle, from: path, surroundings) { repository in
      let (comparison, made) = try repository.compared(pack, by: program)
      try pack.refuseIfAltered("nothing is drawn from it", also: comparison.problems)
      guard let made else { throw withoutRoot }
      return PackSample(of: made, count: count, seed: seed, manifest: pack.manifest)
    }
  }
}
