namespace Anonymize.Tests.Oracle;

/// <summary>
/// The attacker with unlimited time (oracle O1): lists every population that fits what is known, and reads off what each figure could be.
/// Shares no code with the product, and looks at published figures alone, save for the records an insider holds.
/// </summary>
internal sealed class BruteForce
{
    public const int DefaultLimit = 60_000;

    private readonly AtomSpace _space;
    private readonly IReadOnlyList<PublicFact> _facts;
    private readonly Obligation[] _obligations;
    private readonly int _limit;

    private BruteForce(AtomSpace space, IReadOnlyList<PublicFact> facts, IEnumerable<Obligation> obligations, int limit)
    {
        _space = space;
        _facts = facts;
        _obligations = [.. obligations];
        _limit = limit;
    }

    /// <summary>The obligations that the published facts break; null where the populations are too many to list.</summary>
    public static IReadOnlyList<Obligation>? Broken(
        AtomSpace space, IReadOnlyList<PublicFact> facts, IEnumerable<Obligation> obligations, int limit = DefaultLimit) =>
        new BruteForce(space, facts, obligations, limit).Broken();

    /// <summary>Every number of persons that a region could hold in the eyes of an attacker, less the attacker's own records where they are taken off.</summary>
    public static Values? ValuesOf(AtomSpace space, IReadOnlyList<PublicFact> facts, UInt128 region, Insight insight, int limit = DefaultLimit) =>
        Alternatives.List(space.Everyone, Capped(facts, insight), Questions(space, [region], [insight]), limit) is { } alternatives
            ? new Reading(alternatives, insight).ValuesOf([region])[0]
            : null;

    private List<Obligation>? Broken()
    {
        var broken = new List<Obligation>();
        foreach (var sameFacts in _obligations.GroupBy(o => o.Insight.Caps.Count == 0 ? null : o.Insight))
        {
            var facts = sameFacts.Key is null ? _facts : Capped(_facts, sameFacts.Key);
            var questions = Questions(_space, sameFacts.Select(o => o.Region), sameFacts.Select(o => o.Insight));
            if (Alternatives.List(_space.Everyone, facts, questions, _limit) is not { } alternatives)
            {
                return null;
            }

            foreach (var asked in sameFacts.GroupBy(o => (o.Insight.Name, string.Join(',', o.Insight.Records))))
            {
                var obligations = asked.ToArray();
                var values = new Reading(alternatives, obligations[0].Insight).ValuesOf([.. obligations.Select(o => o.Region)]);
                broken.AddRange(obligations.Where((o, i) => !values[i].Meets(o)));
            }
        }

        return broken;
    }

    private static IReadOnlyList<PublicFact> Capped(IReadOnlyList<PublicFact> facts, Insight insight) =>
        [.. facts, .. insight.Caps.Select(c => new PublicFact(c.Region, 0, c.High))];

    /// <summary>What is asked about. Known records need no question of their own: kinds counted together are exchangeable.</summary>
    private static IEnumerable<UInt128> Questions(AtomSpace space, IEnumerable<UInt128> regions, IEnumerable<Insight> insights) =>
        regions.Where(r => r != 0).Concat([space.Everyone]).Concat(insights.SelectMany(i => i.Caps.Select(c => c.Region)));
}
