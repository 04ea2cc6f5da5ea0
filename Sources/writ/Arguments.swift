public import ArgumentParser
public import Objects

extension Identifier: ExpressibleByArgument {
  /// An identifier on the command line.
  public init?(argument: String) { self.init(argument) }
}

extension Version: ExpressibleByArgument {
  /// A version on the command line.
  public init?(argument: String) { self.init(argument) }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day on the command line.
  public init?(argument: String) { self.init(argument) }
}
