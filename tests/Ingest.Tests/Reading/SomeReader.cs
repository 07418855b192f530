using System.Text;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Pseudonymise;
using Ingest.Reading;
using Ingest.Rules;
using Ingest.Schema;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>The reader with the product's data files, a fixed day and a key of no value.</summary>
internal static class SomeReader
{
    public static CodeLists Lists { get; } = CodeLists.Load();

    public static ProfileCatalogue Profiles { get; } = ProfileCatalogue.Load(Lists);

    public static RuleBook Rules { get; } = RuleBook.Load();

    public static KeyRing Keys { get; } = KeyRing.FromSeed("k1", "ingest tests");

    public static FixedClock Clock { get; } = new(new DateTimeOffset(2026, 5, 2, 12, 0, 0, TimeSpan.Zero));

    public static PartnerTerms Terms { get; } = new(new PartnerId("P1"), new LegalBasis("TEST-1", new DateOnly(2024, 1, 1)));

    public static CaseFileReader Create(ReadLimits? limits = null, ProfileCatalogue? profiles = null) =>
        new(Lists, profiles ?? Profiles, Rules, Clock, limits ?? ReadLimits.Default);

    public static (ValidationReport Report, IReadOnlyList<SomeCase> Cases) Read(
        byte[] file, PartnerTerms? terms = null, ReadLimits? limits = null, ProfileCatalogue? profiles = null)
    {
        var cases = new CollectedCases(Lists);
        using var stream = new MemoryStream(file, writable: false);
        ValidationReport report = Create(limits, profiles).Read(stream, terms ?? Terms, Keys, cases, TestContext.Current.CancellationToken);
        return (report, cases.Cases);
    }

    public static (ValidationReport Report, IReadOnlyList<SomeCase> Cases) Read(string text) => Read(Encoding.UTF8.GetBytes(text));
}
