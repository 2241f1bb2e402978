/// What the first look says of a copy's sentence and an original's: the input of the pair classifier.
///
/// "Mass" is the idf of words; every mass is over different terms. The names are those of the weight table; as coding keys
/// cases know theirs without reflection, which takes longer than the table.
package enum PairFeature: Int, CaseIterable, CodingKey, Sendable {
  // Overlap of words.
  /// Shared mass as a share of the copy's, of the original's, their geometric mean and the larger.
  case copyShare, sourceShare, geometric, largerShare
  /// Logarithms of shared mass: all words, those that are no names or numbers, and the rare ones of those.
  case mass, plainMass, contentMass
  /// Geometric mean of shares of plain words and of function words.
  case plainGeometric, functionGeometric
  // Numbers and names.
  case numbersShared, numbersMissing, sourceNumbersMissing, numbersElsewhere
  case namesShared, namesElsewhere, namesNew
  // Words that speak for one sentence of many.
  case claim, claimShare, sourceClaim, mutualClaim, novelty
  case quotedMass, gramCosine, lengthDifference, lengthRatio, pairsShared
  // The skeleton: how many words, which marks where.
  case skeletonLength, skeletonMarks, skeleton
  // The score against other pairs'.
  case neighbours, rowMargin, columnMargin, isRowBest, isColumnBest, rate, cover
  case rateNeighbours, neighboursIfBest, coverIfBest
  case claimRowMargin, claimColumnMargin, shortness, rateGrams, rateScore, rateClaim, missingUnshared
  // Where the sentences stand.
  case isTerminated, isHeadline, headlineOpening, isFirst, isLast, lastUnterminated, displacement, sourceShortness
  // Against what is usual on the page.
  case usualScore, score, grams, copyShareAbove, pairsAbove, scoreBelow, gramsBelow, scoreByUsual
  case scoreBelowUsual, gramsBelowUsual
  // What the best other sentence leaves unexplained.
  case rest, restShare, left, restOfLeft, sourceRest, sourceRestShare, sourceLeft, sourceRestOfLeft
  case notBest, notColumnBest, notBestRest, notColumnBestRest
  // Words that stand elsewhere in the original, two sentences away or more.
  case farNames, farNumbers, farWords, farMass, farNameShare, farNumberShare, farWordShare, farShare
  case farFacts, farFactShare, factShare, plainNovelty, plainNear
  // Words that stand for one another: the logarithm of their mass, and its share of the copy's.
  case relatedMass, relatedShare

  package var name: String { stringValue }
}

/// What a look at the probabilities of all pairs adds.
package enum PassFeature: Int, CaseIterable, CodingKey, Sendable {
  case odds
  case neighbours, rowMargin, columnMargin, isRowBest, isColumnBest, rate, cover
  case rateNeighbours, neighboursIfBest, coverIfBest
  // The path through the page: links near by, and what lies between them.
  case near, nearMargin, columnRest, rowRest, besideInRow, mean, order, step, softCover
  case oddsByRate, oddsByCover, oddsByStep, oddsByMean, nearByMean
  case unclaimed, between, fill, before, after, fillEmpty, otherColumnSquared
  // The hidden path, sure of the probabilities and less so.
  case pathLink, pathPlace, pathPrior, pathPriorLink, pathPriorUnclaimed, pathLinkByMean
  case loosePathLink, loosePathPlace, loosePathPrior, loosePathPriorLink, loosePathPriorUnclaimed
  case headlineByMean, headlineByCover
  // Against how the page's links look.
  case usualGrams, usualCopyShare, usualSourceShare, usualGeometric, usualPairs
  case gramsAbove, copyShareAbove, sourceShareAbove, geometricAbove, pairsAbove
  case gramsBelow, copyShareBelow, sourceShareBelow, geometricBelow, pairsBelow
  case gramsBelowUsual, copyShareBelowUsual, sourceShareBelowUsual, geometricBelowUsual
  // What the likeliest other sentence leaves unexplained.
  case rest, restShare, left, restOfLeft, sourceRest, sourceRestShare, sourceLeft, sourceRestOfLeft
  case notBest, notColumnBest, notBestRest, notColumnBestRest

  package var name: String { "pass." + stringValue }
}
