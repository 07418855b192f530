using System.Globalization;
using Ingest.Cases;
using Ingest.Intake;
using Xunit;

namespace Ingest.Tests.Reading;

/// <summary>Measures false and missed merges against what the samples' generator knows.</summary>
public sealed class PersonMatchingTests
{
    [Fact]
    public void NoStrangersAreJoined_AndNoPersonIsMissed()
    {
        Dictionary<(string File, int Row), SomeCase> cases = Cases();
        int pairs = 0, missed = 0, strangers = 0, joined = 0;
        foreach (string[] pair in SampleFiles.Truth("duplicates.csv"))
        {
            SomeCase? first = cases.GetValueOrDefault((pair[3], Row(pair[4])));
            SomeCase? second = cases.GetValueOrDefault((pair[7], Row(pair[8])));
            if (first is null || second is null)
            {
                continue;
            }

            bool same = first.CaseKey == second.CaseKey || (first.MatchKey == second.MatchKey && first.MatchKey.Any(c => c != '0'));
            pairs += pair[0] == "yes" ? 1 : 0;
            missed += pair[0] == "yes" && !same ? 1 : 0;
            strangers += pair[0] == "no" ? 1 : 0;
            joined += pair[0] == "no" && same ? 1 : 0;
        }

        Assert.True(pairs >= 25 && strangers >= 5, $"{pairs} pairs, {strangers} near misses");
        Assert.Equal(0, joined);
        Assert.True(missed == 0, $"{missed} of {pairs} missed");
    }

    private static Dictionary<(string File, int Row), SomeCase> Cases()
    {
        var cases = new Dictionary<(string File, int Row), SomeCase>();
        foreach (PartnerTerms partner in SampleFiles.Partners())
        {
            foreach (string file in SampleFiles.Truth("files.csv").Where(f => f[1] == partner.Id.Value).Select(f => f[0]))
            {
                foreach (SomeCase c in SomeReader.Read(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file)), partner).Cases)
                {
                    cases.Add((file, c.Row), c);
                }
            }
        }

        return cases;
    }

    private static int Row(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
