using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

public sealed class ReleaseVerifierTests
{
    [Fact]
    public void EveryAlternative_Verifies() => Assert.Empty(Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.EveryWitness).Findings);

    [Fact]
    public void NoWitness_NamesTheCellsThatStaySettled()
    {
        var outcome = Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), []);

        Assert.Null(outcome.Verified);
        Assert.Equal([FindingCodes.RequirementUnmet], Bulletin.Codes(outcome));
        Assert.Contains(outcome.Findings, f => f.Subject.StartsWith("R1 Outsider victims;quarter=q1;sector=s1 ", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Findings, f => f.Subject.Contains("sector=s3", StringComparison.Ordinal));
    }

    [Fact]
    public void PopulationWithoutPersons_NeedsNoAlternative_AndIsRecountedAllTheSame()
    {
        var open = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "1", "2", "6", "5", "14"));
        RuleSet Exempting(string population) => Bulletin.Rules with { WithoutPersons = [population] };

        Assert.NotNull(Bulletin.Verify(open, [], rules: Exempting(Bulletin.Population)).Verified);
        Assert.Contains(FindingCodes.RequirementUnmet, Bulletin.Codes(Bulletin.Verify(open, [], rules: Exempting("programme"))));
        var wrong = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "1", "3", "6", "5", "15"));
        Assert.Contains(FindingCodes.FactContradicted, Bulletin.Codes(Bulletin.Verify(wrong, [], rules: Exempting(Bulletin.Population))));
    }

    [Fact]
    public void EveryWitnessThatMatters_IsMissed()
    {
        var needed = Needed();

        Assert.InRange(needed.Count, 3, 20);
        for (var i = 0; i < needed.Count; i++)
        {
            Assert.Null(Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), needed.Where((_, w) => w != i)).Verified);
        }
    }

    [Fact]
    public void EveryChangedNumberOfAWitness_IsRefused()
    {
        var needed = Needed();
        foreach (var (w, m, by) in needed.SelectMany((witness, w) => witness.Deltas.SelectMany((_, m) => new[] { -1, 1, 1_000, int.MinValue }.Select(by => (w, m, by)))))
        {
            var changed = needed.ToArray();
            changed[w] = new Witness(needed[w].Atoms, [.. needed[w].Deltas.Select((d, i) => i == m ? unchecked(d + by) : d)]);

            Assert.Contains(FindingCodes.WitnessInvalid, Bulletin.Codes(Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), changed)));
        }
    }

    [Fact]
    public void EveryWitnessThatTouchesAShownSector_IsRefused()
    {
        var needed = Needed();
        for (var w = 0; w < needed.Count; w++)
        {
            for (var m = 0; m < needed[w].Atoms.Length; m++)
            {
                var changed = needed.ToArray();
                changed[w] = new Witness([.. needed[w].Atoms.Select((a, i) => i == m ? [0, 2] : a)], needed[w].Deltas);

                Assert.Contains(FindingCodes.WitnessInvalid, Bulletin.Codes(Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), changed)));
            }
        }
    }

    [Theory]
    [InlineData(-2, 2)]
    [InlineData(-9, 9)]
    public void NegativeCount_IsRefused(int less, int more) => Refuses(Bulletin.Change((less, 0), (more, 3)));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(-1, 0)]
    [InlineData(2, 0)]
    [InlineData(0, int.MaxValue)]
    public void UnknownLeaf_IsRefused(int quarter, int sector) => Refuses(new Witness([[0, 0], [quarter, sector]], [-1, 1]));

    [Fact]
    public void AtomsAndChangesOfDifferentNumber_AreRefused()
    {
        Refuses(new Witness([[0, 0], [0, 1]], [-1]));
        Refuses(new Witness([[0, 0]], [-1, 1]));
        Refuses(new Witness([[0], [0, 1]], [-1, 1]));
    }

    [Fact]
    public void SameAtomTwice_IsRefused() => Refuses(new Witness([[0, 0], [0, 1], [0, 0]], [-1, 2, -1]));

    /// <summary>With the total hidden nothing bounds a witness, and sums of huge counts must not wrap around to "fewer".</summary>
    [Theory]
    [InlineData(int.MaxValue, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue - 10, 0)]
    public void HugeCounts_DoNotWrapAround(int more, int evenMore)
    {
        var open = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "c", "6", "c", "c"));

        var outcome = Bulletin.Verify(open, [Bulletin.Change((more, 0), (evenMore, 1)), Bulletin.Change((more, 1), (evenMore, 3))]);

        Assert.Null(outcome.Verified);
    }

    [Theory]
    [InlineData("c", "c", "5", "c", "14")]
    [InlineData("c", "c", "7", "c", "14")]
    [InlineData("c", "c", "6", "c", "13")]
    [InlineData("c", "c", "6", "c", "15")]
    [InlineData("c", "c", "6", "4", "14")]
    [InlineData("z", "c", "6", "c", "14")]
    public void WrongFigure_IsRefused(params string[] marks)
    {
        var content = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), marks));

        Assert.Contains(FindingCodes.FactContradicted, Bulletin.Codes(Bulletin.Verify(content, Bulletin.EveryWitness)));
    }

    [Theory]
    [InlineData("1", "c", "6", "c", "14")]
    [InlineData("c", "2", "6", "c", "14")]
    [InlineData("c", "c", "6", "5", "14")]
    [InlineData("1", "2", "6", "5", "14")]
    public void TooMuchShown_IsRefusedWhateverTheWitnesses(params string[] marks)
    {
        var content = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), marks));

        Assert.Null(Bulletin.Verify(content, Bulletin.EveryWitness).Verified);
        Assert.Equal([FindingCodes.RequirementUnmet], Bulletin.Codes(Bulletin.Verify(content, [])));
    }

    [Fact]
    public void OneDefinitionWithTwoStates_IsRefused()
    {
        var again = Bulletin.Print(Bulletin.Sectors("again", Bulletin.In("q1")), "c", "c", "c", "c", "14");

        Assert.Contains(FindingCodes.Inconsistent, Bulletin.Codes(Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter, again), Bulletin.EveryWitness)));
    }

    [Theory]
    [InlineData("c", "c", "c", "c", "14")]
    [InlineData("c", "c", "6", "c", "c")]
    public void FigureOnceShown_IsNeverHiddenAgain(params string[] marks)
    {
        var ledger = Ledger.Empty.Append(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.Rules);

        var outcome = Bulletin.Verify(Bulletin.Content(Bulletin.Print(Bulletin.Sectors("again", Bulletin.In("q1")), marks)), Bulletin.EveryWitness, ledger: ledger);

        Assert.Equal([FindingCodes.Inconsistent], Bulletin.Codes(outcome));
    }

    /// <summary>Two persons in the second sector: an outsider sees 0, 3 and more as possible, but whoever is in it needs to see 1.</summary>
    [Fact]
    public void PersonInsideACell_NeedsAnAlternativeThatKeepsTheOwnRecord()
    {
        var subjects = Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.EveryWitness.Where(w => !Leaves(w, 1))).Findings.Select(f => f.Subject).ToArray();

        Assert.Contains(subjects, s => s.StartsWith("R1 Person victims;quarter=q1;sector=s2 ", StringComparison.Ordinal));
        Assert.DoesNotContain(subjects, s => s.StartsWith("R1 Outsider victims;quarter=q1;sector=s2 ", StringComparison.Ordinal));

        static bool Leaves(Witness witness, int count) => witness.Atoms.Zip(witness.Deltas).Any(m => m.First[1] == 1 && 2 + m.Second == count);
    }

    [Fact]
    public void ForeignCertificate_IsRefused()
    {
        var content = Bulletin.Content(Bulletin.FirstQuarter);
        var candidate = Bulletin.Candidate(content, Ledger.Empty, Bulletin.EveryWitness);
        var other = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "c", "6", "c", "c"));
        var stricter = Bulletin.Rules with { Identity = new RuleSetIdentity("hand", "01") };
        var later = Ledger.Empty.Append(content, Bulletin.Rules);

        Assert.Equal([FindingCodes.CertificateForeign], Bulletin.Codes(Verify(candidate with { Content = other }, Ledger.Empty, Bulletin.Rules)));
        Assert.Equal([FindingCodes.CertificateForeign], Bulletin.Codes(Verify(candidate, later, Bulletin.Rules)));
        Assert.Equal([FindingCodes.CertificateForeign], Bulletin.Codes(Verify(candidate, Ledger.Empty, stricter)));
    }

    [Fact]
    public void MissingRecords_AreRefused()
    {
        var candidate = Bulletin.Candidate(Bulletin.Content(Bulletin.FirstQuarter), Ledger.Empty, Bulletin.EveryWitness);
        var none = new Dictionary<string, RecordView>(StringComparer.Ordinal);
        var lesser = new RecordView(Bulletin.Population, [Bulletin.Sector], [[0]], [1], [], []);

        Assert.Equal([FindingCodes.RecordsMissing], Bulletin.Codes(ReleaseVerifier.Verify(candidate, none, Ledger.Empty, Bulletin.Rules)));
        Assert.Equal([FindingCodes.RecordsMissing], Bulletin.Codes(ReleaseVerifier.Verify(candidate, Bulletin.Of(lesser), Ledger.Empty, Bulletin.Rules)));
    }

    [Fact]
    public void ImpossiblePerson_IsRefusedAsAlternative()
    {
        var nobodyElse = new ImpossibleCombination(Bulletin.Population, [new Node("sector", ["s4"]), new Node("quarter", ["q2"])]);
        var move = new Witness([[0, 3], [1, 3]], [-1, 1]);
        var open = Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "c", "6", "c", "c");

        Assert.DoesNotContain(FindingCodes.WitnessInvalid, Bulletin.Codes(Bulletin.Verify(Bulletin.Content(open), [move])));
        Assert.Contains(FindingCodes.WitnessInvalid, Bulletin.Codes(Bulletin.Verify(Bulletin.Content([nobodyElse], open), [move])));
    }

    [Fact]
    public void RecordsThatAreImpossible_AreRefused()
    {
        var wrong = new ImpossibleCombination(Bulletin.Population, [new Node("sector", ["s4"])]);

        Assert.Equal([FindingCodes.FactContradicted], Bulletin.Codes(Bulletin.Verify(Bulletin.Content([wrong], Bulletin.FirstQuarter), Bulletin.EveryWitness)));
    }

    [Fact]
    public void Findings_HoldNoCount()
    {
        var content = Bulletin.Content(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "c", "2", "7", "c", "15"));

        foreach (var finding in Bulletin.Verify(content, []).Findings)
        {
            Assert.DoesNotMatch("\\b(7|15|14)\\b", finding.Subject);
        }
    }

    private static void Refuses(Witness witness) => Assert.Contains(
        new Finding(FindingCodes.WitnessInvalid, "victims witness 0"), Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), [witness, .. Bulletin.EveryWitness]).Findings);

    private static VerificationOutcome Verify(Candidate candidate, Ledger ledger, RuleSet rules) =>
        ReleaseVerifier.Verify(candidate, Bulletin.Of(Bulletin.Records()), ledger, rules);

    /// <summary>Witnesses none of which can be spared.</summary>
    private static List<Witness> Needed()
    {
        var needed = Bulletin.EveryWitness.ToList();
        foreach (var witness in Bulletin.EveryWitness)
        {
            if (Bulletin.Verify(Bulletin.Content(Bulletin.FirstQuarter), needed.Where(w => w != witness)).Verified is not null)
            {
                needed.Remove(witness);
            }
        }

        return needed;
    }
}
