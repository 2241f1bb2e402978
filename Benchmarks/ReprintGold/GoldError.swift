/// What is wrong with a file of gold data.
package enum GoldError: Error, Equatable, CustomStringConvertible {
  /// The file or directory can't be read.
  case unreadable(path: String)
  /// A directory that should hold stories holds none.
  case empty(path: String)
  /// The file is not what it should be: where in it, and why.
  case malformed(path: String, place: String, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let path): "\(path): can't be read"
    case .empty(let path): "\(path): no .json files"
    case .malformed(let path, let place, let reason): "\(path): \(place.isEmpty ? "" : place + ": ")\(reason)"
    }
  }
}
