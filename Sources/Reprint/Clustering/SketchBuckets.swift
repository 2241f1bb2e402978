/// The documents so far by the bands of their sketches, to be asked which of them another may resemble.
///
/// Four bytes and a place in a hash table for each document and band.
package struct SketchBuckets {
  private struct Bucket {
    var last: Int
    var count: Int
    var first: Int
  }

  private let plan: BandPlan
  private let mostInBucket: Int
  private var buckets: [UInt64: Bucket] = [:]
  /// For each document and band the document that follows in the bucket; `.max` behind the last.
  private var following: [UInt32] = []
  /// The number by which a document was added.
  private var documents: [UInt32] = []

  /// Buckets for a search; no more of one are kept than it looks at.
  package init(_ search: NearestSearch) {
    plan = search.plan
    mostInBucket = search.mostInBucket
  }

  /// Adds a document.
  package mutating func add(_ document: UInt32, sketch: UnsafePointer<UInt16>) {
    let place = documents.count
    documents.append(document)
    for band in 0..<plan.bands {
      following.append(.max)
      let key = Self.key(plan, sketch, band)
      guard var bucket = buckets[key] else {
        buckets[key] = Bucket(last: place, count: 1, first: place)
        continue
      }
      guard bucket.count < mostInBucket else { continue }
      following[bucket.last * plan.bands + band] = UInt32(place)
      bucket.last = place
      bucket.count += 1
      buckets[key] = bucket
    }
  }

  /// The documents that share a band with a sketch, ascending.
  package func sharing(_ sketch: UnsafePointer<UInt16>) -> [UInt32] {
    var found: [UInt32] = []
    for band in 0..<plan.bands {
      guard let bucket = buckets[Self.key(plan, sketch, band)] else { continue }
      var place = UInt32(bucket.first)
      while place != .max {
        found.append(documents[Int(place)])
        place = following[Int(place) * plan.bands + band]
      }
    }
    found.sort()
    var distinct: [UInt32] = []
    for document in found where distinct.last != document { distinct.append(document) }
    return distinct
  }

  /// The band's key, as short as stored ones.
  private static func key(_ plan: BandPlan, _ sketch: UnsafePointer<UInt16>, _ band: Int) -> UInt64 {
    UInt64(band) << 32 | plan.key(sketch, band: band) >> 32
  }
}
