import Reprint
import ReprintCorpora

/// Tokenising, shingling and sketching of documents in steady state: with all scratch space as large as it has to be.
enum SketchingAllocations {
  private static let documents = 300

  /// Sketches documents, and the same again without anything to allocate; prints their number.
  ///
  /// - Parameter allocating: whether to allocate for each document, too.
  static func run(allocating: Bool) {
    let (bytes, texts) = records()
    var sketcher = DocumentSketcher(shingleWidth: 5, slots: 128)
    let slots = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 128)
    slots.initialize(repeating: 0)
    defer { slots.deallocate() }
    var sum: UInt32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      func sketchAll(allocating: Bool) {
        for text in texts {
          // The record's last two bytes stand behind the text: its closing quote is found on the way.
          let (start, end) = (bytes.baseAddress! + text.lowerBound, bytes.baseAddress! + text.upperBound + 2)
          _ = sketcher.tokenizer.hashWords(jsonString: start, end: end, readableEnd: bytes.baseAddress! + bytes.count)
          FastSimilaritySketch.sketch(sketcher.shingleWords(), into: slots)
          sum &+= slots[0]
          if allocating {
            let block = UnsafeMutableRawPointer.allocate(byteCount: text.count, alignment: 1)
            sum &+= UInt32(truncatingIfNeeded: UInt(bitPattern: block))
            block.deallocate()
          }
        }
      }
      sketchAll(allocating: allocating)
      ExhaustedHeap.run { sketchAll(allocating: allocating) }
    }
    print("\(documents) documents sketched without an allocation")
    precondition(sum != 0, "nothing was sketched")
  }

  /// Records one after the other, and where each one's text stands.
  private static func records() -> (bytes: [UInt8], texts: [Range<Int>]) {
    var options = PlantedCorpus.Options()
    options.documents = documents
    let corpus = PlantedCorpus(options)
    var bytes: [UInt8] = []
    var texts: [Range<Int>] = []
    for document in 0..<documents {
      let start = bytes.count + "{\"id\": \"d\(document)\", \"text\": \"".utf8.count
      corpus.appendRecord(document, to: &bytes)
      texts.append(start..<bytes.count - "\"}\n".utf8.count)
    }
    return (bytes, texts)
  }
}
