import ReprintPlatform

/// What to do beyond finding where sentences came from.
public struct AlignmentOptions: Sendable {
  /// Whether to say which words stand for each other.
  public var evidence = false
  /// Substitutions that are known beforehand, from pages of the same spinner.
  public var lexicon = Lexicon()
  /// Whether to learn substitutions from the pages.
  public var learnsLexicon = true
  /// What the pair classifier goes by.
  package var model = AlignmentModel.standard
  /// Whether links that are no reuse when taken together are undone.
  var unlinksTopic = true

  public init() {}
}

/// An article to which copies are aligned, sentence by sentence.
///
/// ```swift
/// let original = Original("Mirrowell refused to pay. The thieves published 5,000 files on August 2.")
/// let alignment = original.align("On August 2 some 5,000 files were published. Mirrowell had declined to pay.")
/// for sentence in alignment.sentences { print(sentence.kind, sentence.sources.map(\.sentence)) }
/// ```
///
/// May be used from several threads at once.
public struct Original: Sendable {
  let text: PreparedText
  /// All its sentences, for copies that are not too long.
  let index: SentenceIndex
  let bytes: [UInt8]
  let words: OriginalWords

  /// - Complexity: O(n) expected in the bytes of the text, time and memory.
  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// - Parameter bytes: a text in UTF-8; ill-formed sequences separate words.
  public init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    let (text, tokens) = bytes.withUnsafeBufferPointer { PreparedText.read($0) }
    self.text = text
    words = OriginalWords(bytes, text, tokens: tokens)
    let whole = text.sentences.count <= AlignmentWindows.mostColumns ? Array(text.sentences.indices) : []
    index = bytes.withUnsafeBufferPointer { SentenceIndex(text, bytes: $0, sentences: whole) }
  }

  /// The original's sentences, in order.
  public var sentences: [SentenceRange] {
    text.sentences.map { SentenceRange(bytes: $0.range, words: $0.words.count) }
  }

  /// Finds where the sentences of a copy came from.
  ///
  /// - Complexity: O(sentences of the one times sentences of the other) as long as that is below some ten thousand; for
  ///   longer texts linear in the copy times a bounded number of likely sources each. Memory is bounded by the texts.
  public func align(_ copy: String, _ options: AlignmentOptions = AlignmentOptions()) -> Alignment {
    align(utf8: Array(copy.utf8), options)
  }

  /// Finds where the sentences of a copy in UTF-8 came from.
  public func align(utf8 copy: [UInt8], _ options: AlignmentOptions = AlignmentOptions()) -> Alignment {
    align(PreparedCopy(copy), options)
  }

  /// Finds where the sentences of a copy came from, some lines of which are known to be furniture.
  package func align(utf8 copy: [UInt8], furniture: [Range<Int>], _ options: AlignmentOptions) -> Alignment {
    align(PreparedCopy(copy), furniture: furniture, options)
  }

  /// Finds where the sentences of a copy came from that was made ready before.
  func align(_ copy: PreparedCopy, furniture: [Range<Int>] = [], _ options: AlignmentOptions) -> Alignment {
    let aligner = CopyAligner(self, copy: copy, furniture: furniture, options)
    return aligner.alignment(aligner.read(options.lexicon))
  }

  /// Aligns several copies; substitutions that one page teaches are used on the others.
  ///
  /// - Parameter furniture: for each copy the lines, in UTF-8 bytes and in order, that are no part of its article; may
  ///   be empty.
  /// - Returns: the alignments, in the order of the copies; the same for any number of threads.
  public func align(
    utf8 copies: [[UInt8]], furniture: [[Range<Int>]] = [], threads: Int = 1,
    _ options: AlignmentOptions = AlignmentOptions()
  ) -> [Alignment] {
    precondition(furniture.isEmpty || furniture.count == copies.count)
    let aligners = Self.map(Array(copies.indices), threads: threads) {
      CopyAligner(self, copy: PreparedCopy(copies[$0]), furniture: furniture.isEmpty ? [] : furniture[$0], options)
    }
    let first = Self.map(aligners, threads: threads) { $0.read(options.lexicon) }
    let pooled = options.learnsLexicon ? Lexicon.pooled(first.map(\.lexicon)) : Lexicon()
    guard copies.count > 1, !pooled.isEmpty else {
      return zip(aligners, first).map { $0.alignment($1) }
    }
    let known = Lexicon.pooled([options.lexicon, pooled])
    return Self.map(Array(zip(aligners, first)), threads: threads) { aligner, reading in
      aligner.alignment(aligner.showsSubstitution ? aligner.read(known) : reading)
    }
  }

  private static func map<Element, Result>(
    _ elements: [Element], threads: Int, _ body: @escaping (Element) -> Result
  ) -> [Result] {
    guard threads > 1, elements.count > 1 else { return elements.map(body) }
    let work = Work(elements, body)
    Threads.forEach(elements.count, threads: threads) { piece, _ in work.run(piece) }
    return work.results
  }
}

/// Results of independent pieces of work, each written by one thread.
private final class Work<Element, Result>: @unchecked Sendable {
  private let elements: [Element]
  private let body: (Element) -> Result
  private let found: UnsafeMutablePointer<Result?>

  init(_ elements: [Element], _ body: @escaping (Element) -> Result) {
    self.elements = elements
    self.body = body
    found = .allocate(capacity: elements.count)
    found.initialize(repeating: nil, count: elements.count)
  }

  deinit {
    found.deinitialize(count: elements.count)
    found.deallocate()
  }

  func run(_ piece: Int) { found[piece] = body(elements[piece]) }

  var results: [Result] { (0..<elements.count).compactMap { found[$0] } }
}
