using System.Globalization;
using System.Text.Json;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;
using Xunit;

namespace Host.Tests.Samples;

/// <summary>The intake, which knows nothing of the generator, finds in the samples what their truth files say.</summary>
public sealed class SampleValidationTests
{
    private static readonly Dictionary<string, PartnerTerms> Terms = ReadTerms();

    public static TheoryData<string> IntakeFiles { get; } = [.. CommittedSamples.Truth("files.csv").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(IntakeFiles))]
    public async Task IntakeFile_IsAcceptedWhole(string file)
    {
        string[] truth = CommittedSamples.Truth("files.csv").Single(row => row[0] == file);
        ValidationReport report = await Validate(file, truth[1]);
        Assert.True(report.IsAcceptable);
        Assert.Equal(Number(truth[2]), report.Records);
        Assert.Equal(Number(truth[7]), report.ConsentRefused + report.ConsentMissing);
        Assert.Equal(Number(truth[8]), report.YearOnly);
        Assert.Equal(report.Records, report.Accepted + report.ConsentRefused + report.ConsentMissing);
        string period = Path.GetFileNameWithoutExtension(file);
        Assert.All(report.Quarters, quarter => Assert.StartsWith(period, quarter.Quarter, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryMistake_IsFound_AndNoOther()
    {
        ValidationReport report = await Validate("faulty/agency-with-mistakes.csv", "KOL");
        AssertRows(CommittedSamples.Truth("mistakes.csv"), report, mistake => mistake switch
        {
            "unknown-code" => RuleCode.CodeUnknown,
            "bad-date" => RuleCode.DateInvalid,
            "date-of-1900" => RuleCode.DateOf1900,
            "future-date" => RuleCode.DateInFuture,
            "return-date-without-return" => RuleCode.ReturnDateWithoutReturn,
            "child-by-word-adult-by-birth" => RuleCode.AgeContradictsChild,
            "case-number-used-before" => RuleCode.CaseNumberRepeated,
            "required-missing" => RuleCode.CaseNumberMissing,
            "too-few-fields" => RuleCode.RowWidth,
            "born-after-registration" => RuleCode.BirthAfterRegistration,
            _ => throw new ArgumentOutOfRangeException(nameof(mistake)),
        });
    }

    [Fact]
    public async Task EveryIdentifier_IsFound_AndNoOther()
    {
        ValidationReport report = await Validate("identifiers/agency-with-identifiers.csv", "KOL");
        AssertRows(CommittedSamples.Truth("identifiers.csv"), report, identifier => identifier switch
        {
            "identity-number" => RuleCode.IdentifierNationalNumber,
            "phone" => RuleCode.IdentifierPhone,
            "e-mail" => RuleCode.IdentifierEmail,
            "iban" => RuleCode.IdentifierIban,
            "passport" => RuleCode.IdentifierPassport,
            _ => throw new ArgumentOutOfRangeException(nameof(identifier)),
        });
    }

    private static void AssertRows(string[][] truth, ValidationReport report, Func<string, RuleCode> ruleOf)
    {
        string[] expected = [.. truth.Select(row => $"{row[0]} {ruleOf(row[2])}").Order(StringComparer.Ordinal)];
        string[] found =
        [
            .. report.Findings
                .Where(finding => finding.Severity != Severity.Notice)
                .SelectMany(finding => finding.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row} {finding.Rule}")))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(expected, found);
    }

    private static async Task<ValidationReport> Validate(string file, string partner)
    {
        CodeLists lists = CodeLists.Load();
        var validator = new FileValidator(lists, ProfileCatalogue.Load(lists), RuleBook.Load(), new Clock());
        await using FileStream stream = File.OpenRead(CommittedSamples.PathOf(file));
        return await validator.ValidateAsync(stream, Terms[partner], TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, PartnerTerms> ReadTerms()
    {
        using JsonDocument register = JsonDocument.Parse(CommittedSamples.Bytes("partners.json"));
        return register.RootElement.GetProperty("partners").EnumerateArray()
            .ToDictionary(partner => partner.GetProperty("id").GetString()!, TermsOf, StringComparer.Ordinal);
    }

    private static PartnerTerms TermsOf(JsonElement partner)
    {
        JsonElement basis = partner.GetProperty("legalBasis");
        LegalBasis? legalBasis = basis.ValueKind == JsonValueKind.Null
            ? null
            : new LegalBasis(
                basis.GetProperty("document").GetString()!,
                DateOnly.ParseExact(basis.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new PartnerTerms(new PartnerId(partner.GetProperty("id").GetString()!), legalBasis, partner.GetProperty("profile").GetString());
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Shortly after the last quarter of the samples.</summary>
    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 20, 9, 0, 0, TimeSpan.Zero);
    }
}
