import Dispatch
import Synchronization

extension Repository {
  /// Maps items in their order on all cores, in runs of neighbours; each thread opens a repository of
  /// its own.
  ///
  /// Few items are mapped on this thread. Throws the error of the first run that threw one.
  public func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], run length: Int = 256,
    _ body: @Sendable (Repository, ArraySlice<Item>) throws -> [Result]
  ) throws -> [Result] {
    guard items.count > length else { return try body(self, items[...]) }
    let runs = (items.count + length - 1) / length
    let open = opener
    let next = Atomic(0)
    let results = Mutex([Int: Swift.Result<[Result], any Error>]())
    // As many at once as there are cores: the others find nothing left to do.
    DispatchQueue.concurrentPerform(iterations: min(runs, 64)) { _ in
      var opened: Swift.Result<Repository, any Error>?
      while true {
        let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard run < runs else { return }
        let repository = opened ?? Swift.Result { try open() }
        opened = repository
        let slice = items[(run * length)..<min((run + 1) * length, items.count)]
        let result = Swift.Result { try body(repository.get(), slice) }
        results.withLock { $0[run] = result }
      }
    }
    let parts = results.withLock { $0 }
    var mapped: [Result] = []
    mapped.reserveCapacity(items.count)
    for run in 0..<runs { mapped += try parts[run]?.get() ?? [] }
    return mapped
  }
}
