using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// §11.3 for new quarters and calendar years: releases one on another, each made by the engine. After every one all earlier duties still hold
/// on everything published together, one definition has one state over all of them, figures add up, and a witness publishes the same bytes.
/// </summary>
[Trait("culture", "first")]
public sealed class ReleaseChainTests
{
    private const string Duty = "duty", Gate = "gate", State = "state", Sums = "sums", Bytes = "bytes", Forgery = "forgery";

    private static readonly string[] Promises = [Duty, Gate, State, Sums, Bytes, Forgery];

    [Fact]
    public void AfterEveryRelease_AllEarlierPromisesHold()
    {
        var survey = Trials.Judge(900, firstSeed: 300_001, InstanceBuilder.ChainFrom, Faults);

        var tally = survey.Tally;
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        Assert.All(Promises, survey.AssertKept);
        Assert.True(tally["whole chains"] * 10 >= tally["worlds"] * 7, tally.ToString());
        Assert.True(tally["judged"] >= 3 * tally["whole chains"], tally.ToString());
        Assert.True(tally["certified"] * 4 >= tally["judged"] && tally["refused"] * 4 >= tally["judged"], tally.ToString());
        Assert.True(tally["primaries alone leak"] * 10 >= tally["judged"] * 3, tally.ToString());
        Assert.True(tally["linked with a hierarchy"] * 2 >= tally["judged"], tally.ToString());
        Assert.True(tally["definitions met again in a later release"] >= tally["worlds"], tally.ToString());
        Assert.True(tally["sums checked"] >= tally["certified"], tally.ToString());
    }

    private static IEnumerable<Fault> Faults(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.ChainFrom(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        var ledger = Ledger.Empty.WithBackground(instance.Background);
        foreach (var tables in instance.Releases)
        {
            var mustShow = choices.Chance(50) ? Patterns.MustShow(choices) : (_, _) => false;
            var problem = Engine.Problem(instance, tables, ledger, mustShow);
            tally.Count("judged");
            tally.Count("linked with a hierarchy", instance.IsLinkedAndHierarchical);
            tally.Count("primaries alone leak", Worlds.PrimariesAloneLeak(instance, tables, ledger));
            if (Engine.Run(problem).Candidate is not { } candidate)
            {
                tally.Count("refused");
                continue;
            }

            var judged = new Judged(instance, ledger, problem, candidate);
            if (Worlds.Broken(instance, judged.Releases) is not { } broken)
            {
                tally.Count("too many populations");
                yield break;
            }

            tally.Count("certified");
            foreach (var fault in Of(judged, broken, choices, tally))
            {
                yield return fault;
            }

            ledger = ledger.Append(candidate.Content, instance.Rules);
        }

        tally.Count("whole chains");
    }

    private static IEnumerable<Fault> Of(Judged judged, IReadOnlyList<Obligation> broken, Tape choices, Tally tally)
    {
        var outcome = ReleaseVerifier.Verify(judged.Candidate, judged.Problem.Records, judged.Ledger, judged.Instance.Rules);
        if (outcome.Verified is null)
        {
            return [new Fault(Gate, $"not verified: {string.Join(" | ", outcome.Findings)}\n{judged.Describe()}")];
        }

        (string Promise, string? What)[] faults =
        [
            (Duty, broken.Count > 0 ? $"[{string.Join(" | ", broken.Select(b => b.Name))}]\n{judged.Describe()}" : null),
            (State, OneState.Fault(judged, tally)),
            (Sums, SumsAddUp.Fault(judged, tally)),
            (Bytes, WitnessForTruth.Fault(judged, tally)),
            (Forgery, judged.Problem.Designs.Any(d => d.Where.Count == 0) ? ForgedProofs.Fault(judged, choices, tally) : null),
        ];
        return faults.Where(f => f.What is not null).Select(f => new Fault(f.Promise, f.What!));
    }
}
