using Anonymize.Attacking;
using Anonymize.Tests.Properties;
using Xunit;

namespace Anonymize.Tests.Attacking;

/// <summary>The bounds that the attack tells are those of listing everything: no wider, which would miss a leak, and no narrower, which would cry wolf.</summary>
[Trait("culture", "last")]
public sealed class AttackAgainstEnumerationTests
{
    private const int Publications = 2_000;

    [Fact]
    public void Bounds_AreThoseOfEveryFilling()
    {
        int compared = 0, exact = 0, confined = 0;
        for (uint seed = 1; seed <= Publications; seed++)
        {
            var made = new RandomPublication(new Tape(Tape.Draw(seed)));
            if (!made.IsUsable || made.Enumerate() is not { } truth)
            {
                continue;
            }

            var report = PublicationAttack.Run([made.Sheet()], [], new AttackOptions { HiddenMin = made.HiddenMin, K = made.K }, TestContext.Current.CancellationToken);
            compared++;
            Assert.Equal(truth.Count, report.Cells.Count);
            foreach (var (cell, (low, high)) in truth)
            {
                var found = report.Cells.Single(c => c.At.Select(a => a.Value).SequenceEqual(made.LabelsOf(cell), StringComparer.Ordinal));
                var status = low == high ? CellVerdict.Exact
                    : low >= 1 && high <= made.K - 1 ? CellVerdict.Confined
                    : CellVerdict.Open;
                Assert.Equal($"{seed}: {low}..{high} {status} True", $"{seed}: {found.Low}..{found.High} {found.Status} {found.IsWhole}");
                exact += status == CellVerdict.Exact ? 1 : 0;
                confined += status == CellVerdict.Confined ? 1 : 0;
            }
        }

        // A comparison that hardly compared is none.
        Assert.InRange(compared, Publications / 2, Publications);
        Assert.InRange(exact, 500, int.MaxValue);
        Assert.InRange(confined, 50, int.MaxValue);
    }
}
