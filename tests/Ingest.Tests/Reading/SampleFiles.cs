using System.Text.Json;
using Ingest.Intake;

namespace Ingest.Tests.Reading;

/// <summary>The committed samples and what is true of them.</summary>
internal static class SampleFiles
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<PartnerTerms> Partners()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "partners.json")));
        return
        [
            .. document.RootElement.GetProperty("partners").EnumerateArray().Select(partner => new PartnerTerms(
                new PartnerId(partner.GetProperty("id").GetString()!),
                partner.GetProperty("legalBasis") is { ValueKind: JsonValueKind.Object } basis
                    ? new LegalBasis(basis.GetProperty("document").GetString()!, DateOnly.ParseExact(basis.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                    : null,
                partner.GetProperty("profile").GetString())),
        ];
    }

    public static IReadOnlyList<string[]> Truth(string name) =>
        [.. File.ReadAllLines(Path.Combine(Folder, "truth", name)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reporting.sln")))
            {
                return Path.Combine(folder.FullName, "data-samples");
            }
        }

        throw new InvalidOperationException("The samples are not above the test's folder.");
    }
}
