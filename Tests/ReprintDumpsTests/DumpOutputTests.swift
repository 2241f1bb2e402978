import Foundation
import ReprintPlatform
import ReprintTestSupport
import Testing

@testable import ReprintDumps

extension FileOutput {
  @Suite struct DumpOutputTests {
    private let directory = TemporaryDirectory()

    private func text(_ name: String) -> String? { directory.read(name).map { String(decoding: $0, as: UTF8.self) } }

    @Test func filesAppearWholeAtTheEnd() throws {
      let output = try DumpOutput(directory["out"])
      try output.write("some ".utf8)
      try output.flush()
      #expect(text("out") == nil, "nothing is there before the end")
      #expect(directory.names.count == 1, "it is written beside its place")
      try output.write("lines\n".utf8)
      try output.finish()
      #expect(directory.names == ["out"])
      #expect(text("out") == "some lines\n")
    }

    @Test(arguments: [false, true]) func filesAreReplacedAtTheEnd(isDurable: Bool) throws {
      directory.write("old", to: "out")
      let output = try DumpOutput(directory["out"])
      try output.write("new".utf8)
      try output.flush()
      try output.complete(isDurable: isDurable)
      #expect(text("out") == "old")
      try output.publish()
      #expect(text("out") == "new")
      #expect(directory.names == ["out"])
    }

    @Test(arguments: ["out", "out.gz"]) func unfinishedFilesLeaveNothing(name: String) throws {
      directory.write("old", to: name)
      do {
        let output = try DumpOutput(directory[name])
        try output.write("new".utf8)
        try output.flush()
      }
      #expect(text(name) == "old")
      #expect(directory.names == [name])
    }

    @Test func permissionsAreThoseOfTheFileBeforeOrOfAnyNewFile() throws {
      func permissions(_ name: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: directory[name])[.posixPermissions] as? Int)
      }
      directory.write("old", to: "out")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: directory["out"])
      try DumpOutput(directory["out"]).finish()
      #expect(try permissions("out") == 0o640)

      try DumpOutput(directory["new"]).finish()
      let descriptor = open(directory["plain"], O_CREAT | O_WRONLY, 0o666)
      close(descriptor)
      #expect(try permissions("new") == permissions("plain"))
    }

    @Test func largeOutputIsWrittenInOrder() throws {
      let output = try DumpOutput(directory["out"])
      var expected: [UInt8] = []
      for size in [10, 300_000, 0, 262_144, 262_143, 5, 1_000_000] {
        let line = [UInt8](repeating: UInt8(ascii: "a") + UInt8(size % 26), count: size)
        try line.withUnsafeBufferPointer { line throws(DumpError) in try output.writeLine(line) }
        try output.write("-".utf8)
        expected += line + Array("\n-".utf8)
      }
      try output.finish()
      #expect(directory.read("out") == expected)
    }

    @Test func placesThatCannotBeWrittenAreNamed() throws {
      #expect { try DumpOutput(directory["none/out"]) } throws: {
        ($0 as? DumpError)?.description == "\(directory["none/out"]): cannot be created: no such file or directory"
      }
      #expect { try DumpOutput(directory.path) } throws: {
        ($0 as? DumpError)?.description == "\(directory.path): is a directory"
      }
      #expect(directory.names.isEmpty)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "a device that is full"))
    func fullDevicesFail() throws {
      let output = try DumpOutput("/dev/full")
      try output.write("x".utf8)
      #expect { try output.finish() } throws: {
        ($0 as? DumpError)?.description == "/dev/full: cannot be written: no space left on device"
      }
    }

    @Test func devicesAreWrittenInPlace() throws {
      let output = try DumpOutput("/dev/null")
      try output.write("x".utf8)
      try output.finish()
      #expect(
        (try? FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]) as? FileAttributeType != .typeRegular)
    }

    @Test func inputsAreRecognisedUnderAnyName() throws {
      let path = directory.write("{}", to: "d/a.jsonl")
      try FileManager.default.createSymbolicLink(atPath: directory["link"], withDestinationPath: "d/a.jsonl")
      try FileManager.default.linkItem(atPath: path, toPath: directory["hard"])
      for other in [path, directory["link"], directory["hard"], directory["d/../d/a.jsonl"]] {
        for input in [path, directory["d"]] {
          let error = #expect(throws: DumpError.self) { try DumpOutput(other, besides: [input], format: nil) }
          #expect(error?.description == "\(other): is both input and output")
        }
      }
      directory.write("{}", to: "b.jsonl")
      try DumpOutput.requireNoInput(directory["b.jsonl"], among: [path], format: nil)
      try DumpOutput.requireNoInput(directory["none"], among: [path], format: nil)
      try DumpOutput.requireNoInput("/dev/null", among: [path, "/dev/null"], format: .text)
      for standardOutput in ["-", nil] { try DumpOutput.requireNoInput(standardOutput, among: [path], format: nil) }
    }
  }
}
