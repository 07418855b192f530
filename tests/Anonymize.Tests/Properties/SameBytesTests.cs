using System.Globalization;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Row order, order of variables and partners, culture and threads change no published byte; culture and threads not the certificate either.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public void OrderCultureAndThreads_ChangeNothing()
    {
        var tally = Trials.Run(150, firstSeed: 600_001, Fault);

        Assert.True(tally["compared"] >= 100, tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var plain = Bytes(instance, instance.Records());
        var choices = new Tape([.. numbers.Reverse()]);
        var shuffled = Instance.RecordsOf([.. instance.Persons.OrderBy(_ => choices.Next(1_000))], instance.Variables, instance.Partners);
        tally.Count("compared");
        return !PublishedPart(instance, shuffled).AsSpan().SequenceEqual(PublishedPart(instance, instance.Records())) ? $"rows\n{instance.Describe()}"
            : !PublishedPart(instance, Reordered(instance)).AsSpan().SequenceEqual(PublishedPart(instance, instance.Records())) ? $"columns\n{instance.Describe()}"
            : !plain.AsSpan().SequenceEqual(InCulture("tr-TR", () => Bytes(instance, instance.Records()))) ? $"culture\n{instance.Describe()}"
            : Enumerable.Range(0, 4).AsParallel().Select(_ => Bytes(instance, instance.Records())).Any(b => !b.AsSpan().SequenceEqual(plain)) ? $"threads\n{instance.Describe()}"
            : null;
    }

    private static byte[] Bytes(Instance instance, RecordView records) =>
        Made(instance, records) is { } candidate ? [.. ReleaseSerializer.Write(candidate.Content), .. CertificateSerializer.Write(candidate.Certificate)] : [];

    private static byte[] PublishedPart(Instance instance, RecordView records) =>
        Made(instance, records) is { } candidate ? ReleaseSerializer.Write(candidate.Content) : [];

    private static Candidate? Made(Instance instance, RecordView records) => Engine.Run(Engine.Problem(instance, instance.Releases[0], Ledger.Empty) with
    {
        Records = new Dictionary<string, RecordView>(StringComparer.Ordinal) { [Instance.Population] = records },
    }).Candidate;

    /// <summary>The same records with variables and partners the other way round.</summary>
    private static RecordView Reordered(Instance instance)
    {
        var view = instance.Records();
        return new RecordView(
            view.Population,
            [.. view.Variables.Reverse()],
            [.. view.Atoms.Select(a => a.Reverse().ToArray())],
            view.Counts,
            [.. view.Partners.Reverse()],
            [.. view.PartnerCounts.Reverse()]);
    }

    private static byte[] InCulture(string name, Func<byte[]> run)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
