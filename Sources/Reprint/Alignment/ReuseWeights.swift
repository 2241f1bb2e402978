/// The figures of ``ReuseEvidence`` that are weighed.
package struct ReuseFeatures: Sendable, Equatable {
  /// In the order of ``Topic``.
  package var topic: [Double]
  /// In the order of ``Report``.
  package var report: [Double]

  /// What tells reuse from a common topic: rare words taken, how much of them is matched, the page's share, the longest
  /// run, and what speaks against reuse: doubtful links, few sources.
  package enum Topic: Int, CaseIterable { case nats, matched, share, run, doubt, scarcity }

  /// What tells reuse from another report: rare words taken that are no names, numbers taken, sources merged, the share of
  /// the page or of the original, the same order, how much of either is the same, the longest run, and what speaks against
  /// reuse: names and numbers of the page's own.
  package enum Report: Int, CaseIterable {
    case detail, figures, merging, share, order, sameness, run, strangers
  }

  package subscript(topic feature: Topic) -> Double {
    get { topic[feature.rawValue] }
    set { topic[feature.rawValue] = newValue }
  }

  package subscript(report feature: Report) -> Double {
    get { report[feature.rawValue] }
    set { report[feature.rawValue] = newValue }
  }
}

/// What each part of ``ReuseEvidence`` counts in deciding whether a page reuses an original.
///
/// A page that does not may be one on the same topic, or another report on the same event. Each of the two has weights of
/// its own, and the odds of both add up: the model is a multinomial logistic regression with three classes.
package struct ReuseWeights: Sendable, Equatable {
  /// Weights of one decision between two classes.
  package struct Decision: Sendable, Equatable {
    package var bias: Double
    package var weights: [Double]

    package init(bias: Double, weights: [Double]) { (self.bias, self.weights) = (bias, weights) }

    package func logOdds(_ features: [Double]) -> Double {
      zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }

  /// Reuse against a common topic.
  package var topic: Decision
  /// Reuse against another report on the same event.
  package var report: Decision

  package init(topic: Decision, report: Decision) {
    precondition(topic.weights.count == ReuseFeatures.Topic.allCases.count)
    precondition(report.weights.count == ReuseFeatures.Report.allCases.count)
    (self.topic, self.report) = (topic, report)
  }

  /// Learned against reports; against a topic weighed by hand.
  ///
  /// The latter are near what logistic regression gave on the gold stories and on 45,000 pages of licences, manuals,
  /// scripture and news that reuse none of them, rounded so that both sides keep about the same distance. What
  /// `reprint-bench learn-reuse` learns from the gold stories alone finds the same pages, and takes made-up texts that
  /// share a few words for reuse.
  package static let standard = ReuseWeights(
    topic: Decision(bias: -17.5, weights: [3.2, 8, 7, 1.2, -12, -1.5]), report: learnedReport)

  package func logOdds(_ features: ReuseFeatures) -> Double {
    let (topic, report) = (topic.logOdds(features.topic), report.logOdds(features.report))
    // -log(exp(-topic) + exp(-report))
    let (less, more) = (min(topic, report), max(topic, report))
    return less - Double(Logarithm.onePlus(Logarithm.exponential(Float(less - more))))
  }
}
