using Anonymize;
using Anonymize.Proofs;
using Anonymize.Protection;
using EndToEnd.Demonstration;
using EndToEnd.Support;
using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;
using Reports.Bulletins;
using Reports.Files;
using Xunit;

namespace EndToEnd.Publishing;

/// <summary>
/// The publication cannot tell the truth from a witness: with an alternative population in place of the true one, and the pattern held, every
/// file of the published folder is the same to the byte: tables, workbooks, charts, texts and the public proof.
/// </summary>
[Trait("culture", "first")]
public sealed class WitnessForTruthTests
{
    private const uint FirstSeed = 920_001;
    private const int UsualQuarters = 3;
    private const int MostQuarters = 200;

    [Fact]
    public void WitnessInPlaceOfTheTruth_PublishesTheSameFolder()
    {
        var (_, rules) = RuleSetSource.Read();
        var plan = BulletinCore.Plan(new PeriodPlanner(CodeLists.Load()), SomeQuarter.Quarter, rules);
        var quarters = Math.Min(LongRun.Worlds(UsualQuarters), MostQuarters);
        var swapped = 0;
        for (var seed = FirstSeed; seed < FirstSeed + quarters; seed++)
        {
            var truth = SomeQuarter.Draw(seed);
            var records = new Dictionary<string, Apache.Arrow.RecordBatch>(StringComparer.Ordinal) { ["victims"] = truth.Records() };
            var outcome = ReleaseEngine.Protect(plan, records, Ledger.Empty, rules, new Budget(Budget.DefaultUnits), CancellationToken.None);
            if (outcome.Verified?.Content is not { } content)
            {
                continue;
            }

            var files = Published(content, rules);
            Assert.Contains(files.Keys, f => f.EndsWith(".xlsx", StringComparison.Ordinal));
            Assert.Contains(files.Keys, f => f.EndsWith(".png", StringComparison.Ordinal));
            var witnesses = CertificateSerializer.Read(outcome.Certificate.Span)!.Witnesses["victims"];
            var farthest = witnesses.OrderByDescending(w => w.Deltas.Sum(Math.Abs)).First();
            var other = Recounted(content, truth.With(farthest, plan.Variables));

            Assert.Equal(ReleaseSerializer.Write(content), ReleaseSerializer.Write(other));
            Assert.Equal(files, Published(other, rules));
            swapped++;
        }

        Assert.True(swapped * 2 > quarters, $"{swapped}");
    }

    /// <summary>The same tables with what is hidden hidden, and everything else counted afresh.</summary>
    private static ReleaseContent Recounted(ReleaseContent content, SomeQuarter quarter) => new(
        content.Header,
        content.Variables,
        content.Impossible,
        content.Tables.Select(t => new PublishedTable(
            t.Design, t.Cells.Select((cell, c) => cell.IsShown ? PublishedCell.Show(quarter.Count(t.Design.DefinitionOf(c).Nodes)) : cell), t.Reason)),
        content.Withheld);

    private static IReadOnlyDictionary<string, string> Published(ReleaseContent content, RuleSet rules)
    {
        var folder = Directory.CreateTempSubdirectory("reporting-witness-").FullName;
        try
        {
            var approved = new VerifiedRelease(content).Approve("drafter", "approver")!;
            var proof = PublicProofMaker.Make(content, rules, Ledger.Empty, new Budget(Budget.DefaultUnits));
            var release = Release.Publish(approved, proof, new SealingKey("test", new byte[32]));
            var place = Path.Combine(folder, "published");
            Assert.Equal(FolderOutcome.Written, ReleaseFolderWriter.Write(release, ShippedBulletins.Of(BulletinGrain.Quarter), [], place, CancellationToken.None));
            return FolderBytes.Of(place);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
