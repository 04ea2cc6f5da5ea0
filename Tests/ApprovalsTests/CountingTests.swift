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
      guard matching.isComplete else { continue }
      let needed = (0..<count).first { lost in
        most(fits.enumerated().filter { $0.offset != lost }.map(\.element), places) < places
      }
      #expect(matching.firstNeeded(of: count) { fits[$0][$1] } == needed, "\(fits)")
    }
  }
}

@Suite struct TallyTests {
  private func ballot(
    _ person: PersonID, _ role: RoleID, _ time: Int64, isAuthor: Bool = false,
    isAppointee: Bool = false, order: Int = 0
  ) -> Ballot {
    Ballot(
      person: person, role: role, time: Instant(seconds: time), order: order, isAuthor: isAuthor,
      isAppointee: isAppointee)
  }

  private func people(_ tally: Tally) -> Set<PersonID> { Set(tally.filling.map(\.person)) }

  private func places(_ requirements: String...) throws -> [Set<RoleID>] {
    try requirements.flatMap { try #require(Requirement($0)).places }
  }

  @Test func twoOfAsksForTwoPeople() throws {
    let places = try places("2 of ceo ciso")
    let one = Tally(places, [ballot("jane", "ceo", 1)])
    #expect(!one.isMet)
    #expect(people(one) == ["jane"])
    #expect(one.empty == [["ceo", "ciso"]])
    let two = Tally(places, [ballot("jane", "ceo", 1), ballot("sam", "ceo", 5)])
    #expect(two.isMet && people(two) == ["jane", "sam"] && two.empty.isEmpty)
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
    #expect(people(tally) == ["jane"])
    #expect(tally.empty == [["ciso"]])
  }

  @Test func whatWasMetOnceStaysMetThoughOneOfThemDecidesAgainInAnotherRole() throws {
    let places = try places("1 of ceo")
    let again = Tally(places, [ballot("jane", "ceo", 1), ballot("jane", "ciso", 2)])
    #expect(again.since == Instant(seconds: 1) && again.filling.map(\.role) == ["ceo"])
    let later = Tally(places, [ballot("jane", "ciso", 1), ballot("jane", "ceo", 2)])
    #expect(later.since == Instant(seconds: 2))
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
    #expect(people(tally) == ["sam", "bo"])
  }

  @Test func aRuleWithoutPlacesIsNeverMet() {
    #expect(!Tally([], [ballot("jane", "ceo", 1)]).isMet)
    #expect(!Tally([], []).isMet)
  }

  @Test func anAuthorAloneIsNotEnoughUnlessAllowed() throws {
    let places = try places("1 of ceo ciso")
    let alone = [ballot("jane", "ceo", 1, isAuthor: true)]
    #expect(Tally(places, alone, .none).isMet)
    let tally = Tally(places, alone, Separations(authors: .neverAlone))
    #expect(!tally.isMet && tally.sharedInterests == [.authorship] && tally.empty.isEmpty)
    let never = Tally(places, alone, Separations(authors: .never))
    #expect(!never.isMet && never.filling.isEmpty && never.empty == [["ceo", "ciso"]])
    #expect(never.sharedInterests.isEmpty)
  }

  @Test func anotherBesideTheAuthorIsEnoughOnlyIfTheyFillAPlace() throws {
    let author = ballot("jane", "ceo", 1, isAuthor: true)
    let another = Tally(
      try places("1 of ceo", "1 of ciso"), [author, ballot("sam", "ciso", 2)],
      Separations(authors: .neverAlone))
    #expect(another.isMet)
    let inPlaceOfTheAuthor = Tally(
      try places("1 of ceo"), [author, ballot("sam", "ceo", 2)], Separations(authors: .neverAlone))
    #expect(inPlaceOfTheAuthor.since == Instant(seconds: 2))
    #expect(people(inPlaceOfTheAuthor) == ["sam"])
    let onlooker = Tally(
      try places("1 of ceo"), [author, ballot("sam", "ciso", 2)], Separations(authors: .neverAlone))
    #expect(!onlooker.isMet && onlooker.sharedInterests == [.authorship])
    let withoutAuthors = Tally(
      try places("1 of ceo", "1 of ciso"), [author, ballot("sam", "ciso", 2)],
      Separations(authors: .never))
    #expect(!withoutAuthors.isMet)
  }

  /// Whether some way to seat the ballots fills every place, by trying everything.
  private func canFill(
    _ places: [Set<RoleID>], _ ballots: [Ballot], _ separations: Separations,
    seated: [Ballot] = []
  ) -> Bool {
    guard seated.count < places.count else {
      return isImpartial(seated, separations)
    }
    return ballots.contains { ballot in
      places[seated.count].contains(ballot.role)
        && mayFill(ballot, separations)
        && !seated.contains { $0.person == ballot.person }
        && canFill(places, ballots, separations, seated: seated + [ballot])
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
      let separated = separations(&random)
      let ballots = (0..<Int.random(in: 0...5, using: &random)).compactMap { number -> Ballot? in
        guard let person = people.randomElement(using: &random),
          let role = roles.randomElement(using: &random)
        else { return nil }
        return ballot(
          person, role, .random(in: 1...4, using: &random),
          isAuthor: person == "a" || person == "b", isAppointee: person == "b" || person == "c",
          order: number)
      }
      let since = Set(ballots.map(\.time)).sorted().first { time in
        canFill(places, ballots.filter { $0.time <= time }, separated)
      }
      let tally = Tally(places, ballots, separated)
      #expect(tally.since == since, "\(places) \(ballots) \(separated)")
      #expect(tally.filling.count + tally.empty.count == places.count)
      for _ in 0..<3 {
        let other = Tally(places, ballots.shuffled(using: &random), separated)
        #expect(other.since == tally.since)
        #expect(other.filling.map(\.order) == tally.filling.map(\.order))
        #expect(other.empty == tally.empty && other.sharedInterests == tally.sharedInterests)
      }
    }
  }
}

/// Any way to keep people from deciding on what is their own.
private func separations(_ random: inout SameEveryTime) -> Separations {
  var any: Separation {
    [Separation.allowed, .never, .neverAlone].randomElement(using: &random) ?? .allowed
  }
  return Separations(authors: any, appointees: any)
}

private func mayFill(_ ballot: Ballot, _ separations: Separations) -> Bool {
  !(separations.authors == .never && ballot.isAuthor)
    && !(separations.appointees == .never && ballot.isAppointee)
}

private func isImpartial(_ seated: [Ballot], _ separations: Separations) -> Bool {
  (separations.authors != .neverAlone || seated.contains { !$0.isAuthor })
    && (separations.appointees != .neverAlone || seated.contains { !$0.isAppointee })
}

@Suite struct CountTests {
  private let people: [PersonID] = ["a", "b", "c"]
  private let roles: [RoleID] = ["x", "y"]

  /// Whether some ballots that may stand together meet every rule, by trying everything.
  private func canMeet(
    _ rules: ArraySlice<[Way]>, _ ballots: [Ballot], _ separations: Separations, way: Way? = nil,
    seated: [Ballot] = [], taken: [Ballot] = []
  ) -> Bool {
    guard let way else {
      guard let next = rules.first else { return true }
      return next.contains { canMeet(rules, ballots, separations, way: $0, taken: taken) }
    }
    guard seated.count < way.places.count else {
      return isImpartial(seated, separations)
        && canMeet(rules.dropFirst(), ballots, separations, taken: taken + seated)
    }
    return ballots.contains { ballot in
      way.places[seated.count].contains(ballot.role) && (!way.isForMinor || ballot.isForMinor)
        && mayFill(ballot, separations)
        && !seated.contains { $0.person == ballot.person }
        && (taken + seated).allSatisfy { $0.isCompatible(with: ballot) }
        && canMeet(
          rules, ballots, separations, way: way, seated: seated + [ballot], taken: taken)
    }
  }

  private func digest(_ number: Int) -> Digest? {
    Digest(bytes: [UInt8(number)] + Array(repeating: 7, count: 31))
  }

  @Test func agreesWithTryingEverythingThatMayStandTogether() {
    var random = SameEveryTime(5)
    var unseen = 0
    for _ in 0..<1500 {
      let rules = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { way in
          Way(
            places: (0..<Int.random(in: 1...2, using: &random)).map { _ in
              Set(roles.filter { _ in Bool.random(using: &random) })
            }, isForMinor: way == 1)
        }
      }
      let separated = separations(&random)
      let number = Int.random(in: 0...6, using: &random)
      let ballots = (0..<number).compactMap { order -> Ballot? in
        guard let person = people.randomElement(using: &random),
          let role = roles.randomElement(using: &random)
        else { return nil }
        let isWithdrawn = Int.random(in: 0...2, using: &random) > 0
        return Ballot(
          person: person, role: role, time: Instant(seconds: Int64(order / 2)), order: order,
          id: digest(order), isAuthor: person == "a", isAppointee: person == "b",
          isForMinor: Bool.random(using: &random),
          isWithdrawn: isWithdrawn,
          seenWithdrawnBy: isWithdrawn
            ? Set(
              (0..<number).filter { $0 > order && Bool.random(using: &random) }.compactMap(digest))
            : [])
      }
      let since = Set(ballots.map(\.time)).sorted().first { time in
        canMeet(rules[...], ballots.filter { $0.time <= time }, separated)
      }
      let plain = canMeet(rules[...], ballots.filter { !$0.isWithdrawn }, separated)
      let count = Count(rules, ballots, separated)
      #expect(count.met?.since == since, "\(rules) \(ballots) \(separated)")
      #expect(!count.isUndecided && count.needsWithdrawn == !plain)
      if count.met != nil && !plain { unseen += 1 }
      let again = Count(rules, ballots.shuffled(using: &random), separated)
      #expect(again.met?.since == since)
      #expect(again.met?.filling.map(\.order) == count.met?.filling.map(\.order))
    }
    #expect(unseen > 50)
  }

  @Test func givesUpWhereThatWouldTakeTooLong() {
    // Everybody withdrew, and everybody saw that all others did: no two stand together.
    let ballots = (0..<700).map { order in
      Ballot(
        person: people[order % 3], role: roles[0], time: Instant(seconds: Int64(order)),
        order: order,
        id: Digest(
          bytes: [UInt8(order / 256), UInt8(order % 256)] + Array(repeating: 7, count: 30)),
        isWithdrawn: true)
    }
    let two = [[Way(places: [["x"], ["y"]])]]
    #expect(Count(two, ballots, .none).isUndecided)
    let one = Count([[Way(places: [["y"]])]], ballots, .none)
    #expect(one.met == nil && !one.isUndecided)
    // Where the rule is met by what nobody withdrew, they do not matter.
    let sound = Ballot(person: "d", role: "x", time: Instant(seconds: 0), order: 900)
    let met = Count([[Way(places: [["x"]])]], ballots + [sound], .none)
    #expect(met.met?.since == Instant(seconds: 0) && !met.isUndecided)
  }
}
