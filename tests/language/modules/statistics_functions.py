# statistics: averages, spread, two inputs, the normal distribution, errors.
import statistics as s
from fractions import Fraction as F


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for action in (
        lambda: s.mean([1, 2, 3, 4]), lambda: s.mean([1, 2]), lambda: s.mean([F(1, 2), F(1, 3)]), lambda: s.mean([1.5, 2]), lambda: s.mean([]),
        lambda: s.fmean([1, 2, 3]), lambda: s.fmean([1, 2], [3, 1]), lambda: s.fmean([]), lambda: s.fmean([1], [1, 2]), lambda: s.fmean([1, 2], [0, 0]),
        lambda: s.geometric_mean([54, 24, 36]), lambda: s.geometric_mean([]), lambda: s.geometric_mean([1, -1]), lambda: s.harmonic_mean([40, 60]),
        lambda: s.harmonic_mean([40, 60], weights=[5, 30]), lambda: s.harmonic_mean([]), lambda: s.harmonic_mean([0, 1]), lambda: s.harmonic_mean([-1]),
        lambda: s.median([1, 3, 5]), lambda: s.median([1, 3, 5, 7]), lambda: s.median([]), lambda: s.median_low([1, 3, 5, 7]),
        lambda: s.median_high([1, 3, 5, 7]), lambda: s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), lambda: s.median_grouped([1, 3, 3, 5, 7], 2),
        lambda: s.mode([1, 1, 2]), lambda: s.mode('aab'), lambda: s.mode([]), lambda: s.multimode('aabb'), lambda: s.multimode([]),
        lambda: s.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), lambda: s.pstdev([1.5, 2.5, 2.5]), lambda: s.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]),
        lambda: s.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), lambda: s.variance([1]), lambda: s.stdev([1]), lambda: s.pvariance([]),
        lambda: s.variance([F(1, 6), F(1, 2), F(5, 3)]), lambda: s.variance([1, 2, 3]), lambda: s.pvariance([1, 2, 3], 2), lambda: s.stdev([1, 2, 3, 4]),
        lambda: s.pstdev([1, 2, 3, 4]), lambda: s.stdev([0.1, 0.2, 0.7]), lambda: s.pstdev([1e-5, 3.3, 12345.678]),
        lambda: s.quantiles([1, 2, 3, 4, 5]), lambda: s.quantiles(range(10), n=10), lambda: s.quantiles([1, 2, 3], method='inclusive'), lambda: s.quantiles([1]),
        lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method='x'), lambda: s.covariance([1, 2, 3], [1, 5, 7]),
        lambda: s.correlation([1, 2, 3], [1, 5, 7]), lambda: s.linear_regression([1, 2, 3], [1, 5, 7]),
        lambda: s.linear_regression([1, 2, 3], [1, 5, 7], proportional=True), lambda: s.covariance([1], [1]), lambda: s.covariance([1, 2], [1]),
        lambda: s.correlation([1, 1], [1, 2]), lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.mean(['a']), lambda: s.mean([float('nan')]),
        lambda: s.mean([float('inf'), 1]), lambda: s.mean(5), lambda: s.correlation([1], [1]), lambda: s.linear_regression([1, 2], [1]),
        lambda: s.mean([True, False]), lambda: s.mean([1, F(1, 2), 0.5])):
    attempt(action)
n = s.NormalDist(100, 15)
print(n, n.pdf(100), n.cdf(115), round(n.inv_cdf(0.9), 9), n.mean, n.median, n.mode, n.stdev, n.variance, [round(q, 9) for q in n.quantiles(4)],
      round(n.overlap(s.NormalDist(110, 15)), 12), n.zscore(130), n + 5, n * 2, n - s.NormalDist(1, 2), n + s.NormalDist(1, 2), -n, n / 2, 2 * n, 5 - n,
      n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), s.NormalDist.from_samples([1, 2, 3]), round(n.inv_cdf(1e-10), 8))
for action in (lambda: s.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: s.NormalDist(0, 0).pdf(1), lambda: s.NormalDist(0, 0).cdf(1),
               lambda: n.overlap(5), lambda: s.NormalDist(0, 0).zscore(1), lambda: n.inv_cdf(0.5)):
    attempt(action)
