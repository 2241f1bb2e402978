import Foundation
import ReprintTestSupport
import Testing

/// Writes to an index that fail, one after the other.
///
/// A library that is loaded before the C library makes them fail; where it can't be built, the tests are skipped.
@Suite(.enabled(if: FailingWrites.library != nil, "no compiler for C, or a system without LD_PRELOAD"))
struct IndexFaultTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private func dump(_ number: Int) -> String {
    (0..<6).map { record(["id": "\(number)-\($0)", "text": article(100 * number + $0)]) }.joined()
  }

  /// Fails the n-th write, or that and all behind it, until a run has no n-th.
  @Test(arguments: [(28, false), (28, true), (5, false)])  // ENOSPC, EIO
  func everyWriteMayFail(code: Int, forever: Bool) throws {
    // So many that the next add merges them.
    for number in 0..<8 {
      try workspace.write("\(number).jsonl", dump(number))
      #expect(try workspace.run("index", "add", "seen", "\(number).jsonl").ending == .status(0))
    }
    try workspace.write("new.jsonl", dump(8))
    let asked = (0..<9).map { $0 == 8 ? "new.jsonl" : "\($0).jsonl" }
    var failures = 0
    var postponed = 0
    // One case with every write; the others with some of them, unless there is time.
    let step = BuiltBinary.runsLargeTests || (code == 28 && !forever) ? 1 : 3
    var fault = 1 - step
    while true {
      fault += step
      #expect(fault < 500)
      try workspace.shell("rm -rf work && cp -r seen work")
      let outcome = try workspace.run(
        ["index", "add", "work", "new.jsonl"],
        environment: [
          "LD_PRELOAD": FailingWrites.library!, "FAIL_AT": "\(fault)", "FAIL_CODE": "\(code)",
          "FAIL_FOREVER": forever ? "1" : "0",
        ])
      let isReported = outcome.ending == .status(0)
      let isPostponed = isReported && outcome.errors.contains("could not be merged")
      if isPostponed { postponed += 1 }
      if !isReported {
        failures += 1
        #expect(outcome.ending == .status(2), "write \(fault)")
        #expect(
          outcome.errors.contains(code == 28 ? "no space left on device" : "input/output error"), "\(outcome.errors)")
      }
      let check = try workspace.run("index", "check", "work")
      #expect(check.ending == .status(0), "write \(fault): \(check.errors)")
      let found = try workspace.run(["index", "query", "work", "-q"] + asked)
      let isFound = found.lines.map { $0.contains("\"duplicate\":true") }
      #expect(isFound.count == 54 && isFound[..<48].allSatisfy { $0 }, "write \(fault): \(found.errors)")
      #expect(Set(isFound[48...]).count == 1 && (!isReported || isFound[48]), "write \(fault)")
      // The next run finds nothing in its way.
      #expect(try workspace.run("index", "add", "work", "new.jsonl").ending == .status(0), "write \(fault)")
      #expect(try workspace.run("index", "check", "work").ending == .status(0))
      if isReported, !isPostponed { break }
    }
    // Segments are merged beside the rest, so which of the two a failure meets is not told by its number. The manifest
    // is written when both are done.
    #expect(failures > 0)
    #expect(failures + postponed >= 20 / step)
  }
}

/// A library that makes the n-th call that writes to an index fail.
private enum FailingWrites {
  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdatomic.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/types.h>
    #include <unistd.h>

    static atomic_int calls;

    /* Whether this call is to fail; only files of the index count. */
    static int fails(int descriptor) {
      char link[64], path[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (length < 0) return 0;
      path[length] = 0;
      if (!strstr(path, "/work")) return 0;
      if (!strstr(path, ".segment") && !strstr(path, ".texts") && !strstr(path, ".removed") &&
          !strstr(path, "manifest") && strcmp(path + length - 5, "/work"))
        return 0;
      int at = atoi(getenv("FAIL_AT")), call = ++calls;
      if (call != at && !(call > at && getenv("FAIL_FOREVER")[0] == '1')) return 0;
      errno = atoi(getenv("FAIL_CODE"));
      return 1;
    }

    ssize_t write(int descriptor, const void *bytes, size_t count) {
      static ssize_t (*real)(int, const void *, size_t);
      if (!real) real = dlsym(RTLD_NEXT, "write");
      return fails(descriptor) ? -1 : real(descriptor, bytes, count);
    }

    ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
      static ssize_t (*real)(int, const void *, size_t, off_t);
      if (!real) real = dlsym(RTLD_NEXT, "pwrite");
      return fails(descriptor) ? -1 : real(descriptor, bytes, count, offset);
    }

    ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off_t offset) {
      return pwrite(descriptor, bytes, count, offset);
    }

    int fsync(int descriptor) {
      static int (*real)(int);
      if (!real) real = dlsym(RTLD_NEXT, "fsync");
      return fails(descriptor) ? -1 : real(descriptor);
    }

    int rename(const char *from, const char *to) {
      static int (*real)(const char *, const char *);
      if (!real) real = dlsym(RTLD_NEXT, "rename");
      int at = atoi(getenv("FAIL_AT")), call = ++calls;
      if (call == at || (call > at && getenv("FAIL_FOREVER")[0] == '1')) {
        errno = atoi(getenv("FAIL_CODE"));
        return -1;
      }
      return real(from, to);
    }
    """

  nonisolated(unsafe) private static let directory = TemporaryDirectory()

  /// Its path, or nil where it can't be built.
  static let library: String? = {
    #if os(Linux)
      guard let compiler = ["clang", "cc", "gcc"].first(where: Program.isInstalled) else { return nil }
      let file = directory.write(source, to: "failing.c")
      let library = directory["failing.so"]
      _ = try? Program.run(compiler, ["-shared", "-fPIC", "-O1", "-o", library, file, "-ldl"])
      return FileManager.default.fileExists(atPath: library) ? library : nil
    #else
      return nil
    #endif
  }()
}
