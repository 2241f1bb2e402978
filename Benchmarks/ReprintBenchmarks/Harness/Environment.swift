import Reprint
import ReprintCharts
import ReprintPlatform

/// Where and when measurements were made.
struct Environment {
  let compiler: String
  let system: String
  let processor: String
  let processors: Int
  let date: String
  /// Over one, five and fifteen minutes.
  let loadAverage: [Double]

  static func now() -> Environment {
    var loads = [0.0, 0.0, 0.0]
    let known = max(0, Int(getloadavg(&loads, 3)))
    return Environment(
      compiler: compilerName, system: systemName(), processor: processorName(),
      processors: Machine.availableProcessors, date: dateText(), loadAverage: Array(loads[..<known]))
  }

  var lines: [String] {
    let load = loadAverage.map { NumberText.fixed($0, 2) }.joined(separator: " ")
    return [
      "date        \(date)", "compiler    \(compiler)", "system      \(system)", "processor   \(processor)",
      "processors  \(processors)", "load        \(load.isEmpty ? "unknown" : load)",
    ]
  }

  var json: [UInt8] {
    var line = JSONLine()
    line.open()
    line.member("type", "environment")
    line.member("date", date)
    line.member("compiler", compiler)
    line.member("system", system)
    line.member("processor", processor)
    line.member("processors", processors)
    if let load = loadAverage.first { line.member("load", load) }
    line.close()
    return line.bytes
  }

  /// The compiler does not give its version as text, only yes or no.
  private static var compilerName: String {
    #if compiler(>=7.0)
      "Swift 7.0 or later"
    #elseif compiler(>=6.5)
      "Swift 6.5 or later"
    #elseif compiler(>=6.4)
      "Swift 6.4"
    #elseif compiler(>=6.3.2)
      "Swift 6.3.2 or later"
    #elseif compiler(>=6.3.1)
      "Swift 6.3.1"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }

  private static func systemName() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "unknown" }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(name.sysname)) \(text(name.release)) \(text(name.machine))"
  }

  private static func processorName() -> String {
    for line in (SmallFile.read("/proc/cpuinfo") ?? "").split(separator: "\n") where line.hasPrefix("model name") {
      return String(line.drop { $0 != ":" }.dropFirst().drop { $0 == " " })
    }
    return "unknown"
  }

  private static func dateText() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
