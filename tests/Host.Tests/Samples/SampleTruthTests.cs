using System.Globalization;
using Host.Samples.Partners;
using Xunit;

namespace Host.Tests.Samples;

/// <summary>The truth files tell the truth about the files beside them.</summary>
public sealed class SampleTruthTests
{
    private static readonly string[][] Pairs = CommittedSamples.Truth("duplicates.csv");

    [Fact]
    public void DuplicatePeople_AreAboutThreeInAHundred() =>
        Assert.InRange(Pairs.Count(pair => pair[0] == "yes" && pair[1] != "SameCaseNumber"), 22, 36);

    [Fact]
    public void KnownByPartner_AddsUpToTheCounts_AndThePeopleKnownTwice()
    {
        static long Sum(string file) => CommittedSamples.Truth(file).Sum(row => long.Parse(row[^1], NumberStyles.None, CultureInfo.InvariantCulture));
        Assert.Equal(Sum("counts.csv") + Pairs.Count(pair => pair[0] == "yes" && pair[2] != pair[6]), Sum("known.csv"));
    }

    [Fact]
    public void EverySpelling_AndEveryNearMiss_Occurs()
    {
        string[] kinds = [.. Pairs.Select(pair => pair[1]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "Blanks", "Decomposed", "DotsMixed", "Honorific", "NoName", "OtherBirthYear", "OtherCitizenship", "OtherLetter", "PlainCapitals",
                "SameCaseNumber", "SurnameFirst", "TurkishCapitals", "WithoutMarks",
            ],
            kinds);
    }

    [Fact]
    public void SecondRecord_IsNeverEarlier_NorAtAnEarlierPartner()
    {
        string[] order = [.. SamplePartners.All.Select(partner => partner.Id)];
        Assert.All(Pairs.Where(pair => pair[0] == "yes"), pair =>
        {
            Assert.True(Array.IndexOf(order, pair[2]) <= Array.IndexOf(order, pair[6]));
            Assert.True(string.CompareOrdinal(YearOf(pair[3]), YearOf(pair[7])) <= 0);
        });
    }

    [Fact]
    public void Pair_PointsAtItsRecords()
    {
        foreach (string[] pair in Pairs)
        {
            AssertStands(pair[2], pair[3], pair[4], pair[5]);
            AssertStands(pair[6], pair[7], pair[8], pair[9]);
        }
    }

    [Fact]
    public void SpellingVariant_ShowsInTheFiles()
    {
        Assert.All(Pairs.Where(pair => pair[0] == "yes" && pair[1] != "SameCaseNumber"), pair =>
        {
            string first = NameAt(pair[3], pair[4]);
            string second = NameAt(pair[7], pair[8]);
            Assert.Contains("IŞIK", first.Replace("ı", "I", StringComparison.Ordinal).ToUpperInvariant(), StringComparison.Ordinal);
            Assert.NotEqual(first, second);
        });
    }

    [Fact]
    public void FileCounts_MatchTheFiles()
    {
        foreach (string[] row in CommittedSamples.Truth("files.csv"))
        {
            long records = long.Parse(row[2], NumberStyles.None, CultureInfo.InvariantCulture);
            Assert.Equal(records, row[3..9].Sum(text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)));
            Assert.Equal(records, CountRecords(row[0]));
        }
    }

    [Fact]
    public void OddFiles_AreDescribedRowByRow()
    {
        string[] faulty = CommittedSamples.Lines("faulty/agency-with-mistakes.csv", CommittedSamples.EncodingOf("faulty/"));
        string[] identifiers = CommittedSamples.Lines("identifiers/agency-with-identifiers.csv", CommittedSamples.EncodingOf("identifiers/"));
        AssertColumns(faulty[0], CommittedSamples.Truth("mistakes.csv"), faulty.Length);
        AssertColumns(identifiers[0], CommittedSamples.Truth("identifiers.csv"), identifiers.Length);
    }

    private static void AssertColumns(string header, string[][] described, int lines) => Assert.All(described, row =>
    {
        Assert.InRange(int.Parse(row[0], NumberStyles.None, CultureInfo.InvariantCulture), 2, lines);
        if (row[1].Length > 0)
            Assert.Contains(row[1], header.Split(';'));
    });

    private static void AssertStands(string partner, string file, string row, string caseNumber)
    {
        int number = int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);
        string found = file.EndsWith(".xlsx", StringComparison.Ordinal)
            ? CommittedSamples.Sheet(file)[(number, partner == "STK" ? "A" : "AN")]
            : CommittedSamples.ShownRows(file)[number - 1].Split(';', '\t')[0];
        Assert.Equal(caseNumber, found);
    }

    private static string NameAt(string file, string row)
    {
        int number = int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            string[] fields = CommittedSamples.ShownRows(file)[number - 1].Split(';', '\t');
            return fields[file.StartsWith("goc/", StringComparison.Ordinal) ? 3 : 2];
        }

        IReadOnlyDictionary<(int, string), string> cells = CommittedSamples.Sheet(file);
        return cells[(number, "D")] + " " + cells[(number, "E")];
    }

    private static long CountRecords(string file)
    {
        if (file.EndsWith(".xlsx", StringComparison.Ordinal))
            return CommittedSamples.Sheet(file).Keys.Count(key => key.Row > 2 && key.Column == "S");
        string[] lines = CommittedSamples.Lines(file, CommittedSamples.EncodingOf(file));
        return file.StartsWith("uok/", StringComparison.Ordinal) || file.StartsWith("hat/", StringComparison.Ordinal)
            ? lines.Length - 1
            : lines.Count(line => line.StartsWith("20", StringComparison.Ordinal));
    }

    private static string YearOf(string file) => Path.GetFileName(file)[..4];
}
