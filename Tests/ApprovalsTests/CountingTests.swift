import Objects
import Testing

@testable import Approvals

@Suite struct RequirementTests {
  @Test(arguments: [
    ("1 of ciso", 1, ["ciso"]), ("2 of chief-executive board-member ciso", 2, nil),
    ("100 of ciso", 100, ["ciso"]),
  ])
  func peopleAreAskedForByNumber(_ text: String, _ count: Int, _ roles: [String]?) throws {
    let requirement = try #require(Requirement(text))
    #expect(requirement.count == count)
    #expect(requirement.description == text)
    #expect(requirement.places.count == count)
    #expect(requirement.places.allSatisfy { $0 == Set(requirement.roles) })
    if let roles { #expect(requirement.roles.map(\.description) == roles) }
  }

  @Test func allOfAsksOnePersonForEveryRole() throws {
    let requirement = try #require(Requirement("all of chief-executive ciso"))
    #expect(requirement.count == nil)
    #expect(requirement.places == [["chief-executive"], ["ciso"]])
    #expect(requirement.description == "all of chief-executive ciso")
  }

  @Test(arguments: [
    "", "1", "1 of", "of ciso", "0 of ciso", "101 of ciso", "256 of ciso", "-1 of ciso",
    "+1 of ciso", "01 of ciso", "1.0 of ciso", "one of ciso", "1 Of ciso", "All of ciso",
    "1 of ciso ciso", "1 of CISO", "1 of ciso, chief-executive", "1  of ciso", " 1 of ciso",
    "1 of ciso ", "1 of  ciso", "any of ciso", "1 ciso", "1 of con", "1\tof ciso", "1 of ciso\n",
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(Requirement(text) == nil)
  }
}

@Suite struct MatchingTests {
  /// How many places can be filled at most, by trying everything.
  private func most(_ fits: [[Bool]], _ places: Int, taken: Set<Int> = [], from place: Int = 0)
    -> Int
  {
    guard place < places else { return 0 }
    var best = most(fits, places, taken: taken, from: place + 1)
    for candidate in fits.indices where fits[candidate][place] && !taken.contains(candidate) {
      let rest = most(fits, places, taken: taken.union([candidate]), from: place + 1)
      best = max(best, 1 + rest)
    }
    return best
  }

  @Test func fillsAsManyPlacesAsTryingEverythingDoes() {
    var random = SameEveryTime(1)
    for _ in 0..<3000 {
      let places = Int.random(in: 0...5, using: &random)
      let count = Int.random(in: 0...5, using: &random)
      let density = Int.random(in: 1...9, using: &random)
      let fits = (0..<count).map { _ in
        (0..<places).map { _ in Int.random(in: 0..<10, using: &random) < density }
      }
      let matching = Matching(places: places, candidates: count) { fits[$0][$1] }
      let seated = matching.candidates.compactMap { $0 }
      #expect(seated.count == most(fits, places), "\(fits)")
      #expect(Set(seated).count == seated.count, "\(fits)")
      #expect(matching.empty.count == places - seated.count)
      #expect(matching.isComplete == (seated.count == places))
      for (place, candidate) in matching.candidates.enumerated() {
        if let candidate { #expect(fits[candidate][place]) }
      }
    }
  }
}

@Suite struct TallyTests {
  private func ballot(
    _ person: PersonID, _ role: RoleID, _ time: Int64, isAuthor: Bool = false, id: UInt8? = nil
  ) -> Ballot {
    Ballot(
      person: person, role: role, time: Instant(seconds: time),
      id: Digest(bytes: [id ?? UInt8(time % 251)] + Array(repeating: 7, count: 31)),
      isAuthor: isAuthor)
  }

  private func places(_ requirements: String...) throws -> [Set<RoleID>] {
    try requirements.flatMap { try #require(Requirement($0)).places }
  }

  @Test func twoOfAsksForTwoPeople() throws {
    let places = try places("2 of ceo ciso")
    let one = Tally(places, [ballot("jane", "ceo", 1)])
    #expect(!one.isMet)
    #expect(one.filling == ["jane"])
    #expect(one.empty == [["ceo", "ciso"]])
    let two = Tally(places, [ballot("jane", "ceo", 1), ballot("sam", "ceo", 5)])
    #expect(two.isMet && two.filling == ["jane", "sam"] && two.empty.isEmpty)
    #expect(two.since == Instant(seconds: 5))
  }

  @Test func allOfAsksForEveryRole() throws {
    let places = try places("all of ceo ciso")
    #expect(!Tally(places, [ballot("jane", "ceo", 1), ballot("sam", "ceo", 2)]).isMet)
    #expect(Tally(places, [ballot("jane", "ceo", 1), ballot("sam", "ciso", 2)]).isMet)
  }

  @Test func onePersonFillsOnePlaceWhateverTheirRoles() throws {
    let tally = Tally(
      try places("1 of ceo", "1 of ciso"), [ballot("jane", "ceo", 1), ballot("jane", "ciso", 2)])
    #expect(!tally.isMet)
    #expect(tally.filling == ["jane"])
    #expect(tally.empty == [["ceo"]])
  }

  @Test func theNewestDecisionOfEachPersonCounts() throws {
    let places = try places("1 of ceo")
    #expect(!Tally(places, [ballot("jane", "ceo", 1), ballot("jane", "ciso", 2)]).isMet)
    let again = Tally(places, [ballot("jane", "ciso", 1), ballot("jane", "ceo", 2)])
    #expect(again.since == Instant(seconds: 2))
    // Of two at the same time, the identity decides, not the order.
    let one = [ballot("jane", "ceo", 1, id: 1), ballot("jane", "ciso", 1, id: 2)]
    #expect(!Tally(places, one).isMet && !Tally(places, one.reversed()).isMet)
    let other = [ballot("jane", "ceo", 1, id: 2), ballot("jane", "ciso", 1, id: 1)]
    #expect(Tally(places, other).isMet && Tally(places, other.reversed()).isMet)
  }

  @Test func placesAreNotFilledFirstComeFirstServed() throws {
    let tally = Tally(
      try places("1 of board ceo", "1 of board"),
      [ballot("bo", "board", 1), ballot("jane", "ceo", 2)])
    #expect(tally.isMet)
  }

  @Test func aRuleHoldsFromTheMomentItWasMet() throws {
    let tally = Tally(
      try places("2 of ceo ciso board"),
      [ballot("jane", "ceo", 9), ballot("sam", "ciso", 4), ballot("bo", "board", 6)])
    #expect(tally.since == Instant(seconds: 6))
    #expect(tally.filling == ["sam", "bo"])
  }

  @Test func aRuleWithoutPlacesIsNeverMet() {
    #expect(!Tally([], [ballot("jane", "ceo", 1)]).isMet)
    #expect(!Tally([], []).isMet)
  }

  @Test func anAuthorAloneIsNotEnoughUnlessAllowed() throws {
    let places = try places("1 of ceo ciso")
    let alone = [ballot("jane", "ceo", 1, isAuthor: true)]
    #expect(Tally(places, alone, separation: .allowed).isMet)
    let tally = Tally(places, alone, separation: .neverAlone)
    #expect(!tally.isMet && tally.isOnlyByAuthors && tally.empty.isEmpty)
    let never = Tally(places, alone, separation: .never)
    #expect(!never.isMet && never.filling.isEmpty && never.empty == [["ceo", "ciso"]])
    #expect(!never.isOnlyByAuthors)
  }

  @Test func anotherBesideTheAuthorIsEnoughOnlyIfTheyFillAPlace() throws {
    let author = ballot("jane", "ceo", 1, isAuthor: true)
    let another = Tally(
      try places("1 of ceo", "1 of ciso"), [author, ballot("sam", "ciso", 2)],
      separation: .neverAlone)
    #expect(another.isMet)
    let inPlaceOfTheAuthor = Tally(
      try places("1 of ceo"), [author, ballot("sam", "ceo", 2)], separation: .neverAlone)
    #expect(inPlaceOfTheAuthor.since == Instant(seconds: 2))
    #expect(inPlaceOfTheAuthor.filling == ["sam"])
    let onlooker = Tally(
      try places("1 of ceo"), [author, ballot("sam", "ciso", 2)], separation: .neverAlone)
    #expect(!onlooker.isMet && onlooker.isOnlyByAuthors)
    let withoutAuthors = Tally(
      try places("1 of ceo", "1 of ciso"), [author, ballot("sam", "ciso", 2)], separation: .never)
    #expect(!withoutAuthors.isMet)
  }

  /// Whether some way to seat the ballots fills every place, by trying everything.
  private func canFill(
    _ places: [Set<RoleID>], _ ballots: [Ballot], _ separation: Separation,
    seated: [Ballot] = []
  ) -> Bool {
    guard seated.count < places.count else {
      return separation != .neverAlone || seated.contains { !$0.isAuthor }
    }
    return ballots.contains { ballot in
      places[seated.count].contains(ballot.role)
        && !(separation == .never && ballot.isAuthor)
        && !seated.contains { $0.person == ballot.person }
        && canFill(places, ballots, separation, seated: seated + [ballot])
    }
  }

  @Test func agreesWithTryingEverythingInAnyOrder() {
    var random = SameEveryTime(2)
    let people: [PersonID] = ["a", "b", "c", "d"]
    let roles: [RoleID] = ["x", "y", "z"]
    for _ in 0..<2000 {
      let places = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Set(roles.filter { _ in Bool.random(using: &random) })
      }
      let separation = [Separation.allowed, .never, .neverAlone].randomElement(using: &random)
      let ballots = (0..<Int.random(in: 0...5, using: &random)).compactMap { number -> Ballot? in
        guard let person = people.randomElement(using: &random),
          let role = roles.randomElement(using: &random)
        else { return nil }
        return ballot(
          person, role, .random(in: 1...4, using: &random),
          isAuthor: person == "a" || person == "b", id: UInt8(number))
      }
      var newest: [PersonID: Ballot] = [:]
      for ballot in ballots {
        guard let other = newest[ballot.person] else {
          newest[ballot.person] = ballot
          continue
        }
        // The identities ascend with the index here.
        if ballot.time >= other.time { newest[ballot.person] = ballot }
      }
      let counted = Array(newest.values)
      let times = Set(counted.map(\.time)).sorted()
      let separated = separation ?? .allowed
      let since = times.first { time in
        canFill(places, counted.filter { $0.time <= time }, separated)
      }
      let tally = Tally(places, ballots, separation: separated)
      #expect(tally.since == since, "\(places) \(ballots) \(separated)")
      for _ in 0..<3 {
        let other = Tally(places, ballots.shuffled(using: &random), separation: separated)
        #expect(other.since == tally.since && other.filling == tally.filling)
        #expect(other.empty == tally.empty && other.isOnlyByAuthors == tally.isOnlyByAuthors)
      }
    }
  }
}
