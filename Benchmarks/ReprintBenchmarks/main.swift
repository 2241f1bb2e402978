import Reprint
import ReprintPlatform
func now() -> Double { var t = timespec(); clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9 }
func run(_ path: String) {
  let fd = open(path, O_RDONLY); var st = stat(); fstat(fd, &st); let n = Int(st.st_size)
  let base = mmap(nil, n, PROT_READ, MAP_PRIVATE, fd, 0)!.assumingMemoryBound(to: UInt8.self)
  let end = UnsafePointer(base + n)
  for _ in 0..<4 {
    var t = now(); var lines = 0
    var p = UnsafePointer(base)
    while let q = memchr(p, 10, end - p) { p = UnsafePointer(q.assumingMemoryBound(to: UInt8.self)) + 1; lines += 1 }
    let m = now() - t
    var tok = Tokenizer()
    t = now(); var words = 0; var sum: UInt64 = 0
    p = UnsafePointer(base)
    while let q0 = memchr(p, 10, end - p) { let q = UnsafePointer(q0.assumingMemoryBound(to: UInt8.self))
      // find "text": "
      var s = p + 8
      while !(s[0] == 34 && s[1] == 116 && s[2] == 101 && s[5] == 34) { s += 1 }
      s += 7; while s[0] != 34 { s += 1 }; s += 1
      _ = tok.hashWords(jsonString: s, end: q, readableEnd: end)
      words += tok.hashes.count; sum &+= tok.hashes.count > 0 ? tok.hashes[0] : 0
      p = q + 1 }
    let d = now() - t
    print(path, "memchr \(Double(n)/m/1e6) MB/s  tok \(Double(n)/d/1e6) MB/s \(d/Double(words)*1e9) ns/word \(words) words \(lines) x\(d/m)")
  }
}
for a in CommandLine.arguments.dropFirst() { run(a) }
