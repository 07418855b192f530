using Anonymize.Attack;
using Publication.Verification;

namespace Anonymize.Audit;

/// <summary>
/// The few alternatives, of all that stand, by which a requirement holds. While they are usable nothing needs to be looked at again, and a
/// certificate needs no others.
/// </summary>
internal static class Support
{
    /// <param name="requirement">A requirement that holds by <paramref name="admitted"/>.</param>
    /// <param name="admitted">Alternatives that count for its attacker.</param>
    /// <param name="isInside">Tells whether the persons of an atom are counted by the cell.</param>
    public static IReadOnlyList<Alternative> Of(AuditedRequirement requirement, IReadOnlyList<Alternative> admitted, Func<int, bool> isInside)
    {
        var byValue = admitted.Select(a => (Alternative: a, Value: requirement.ValueIn(a))).OrderBy(v => v.Value).ToArray();
        var chosen = new HashSet<Alternative>();
        var values = new HashSet<int> { requirement.Truth };
        TakeOutermost(_ => true);
        foreach (var (alternative, value) in byValue.Where(_ => values.Count < requirement.Requirement.Distinct))
        {
            if (values.Count < requirement.Requirement.Distinct && values.Add(value))
            {
                chosen.Add(alternative);
            }
        }

        if (requirement.Requirement.Against == Attacker.Person)
        {
            var served = new HashSet<int>();
            while (chosen.SelectMany(a => a.Emptied).Where(served.Add).Order().ToArray() is { Length: > 0 } persons)
            {
                foreach (var person in persons.Where(p => requirement.Truth >= 2 || !isInside(p)))
                {
                    TakeOutermost(a => !a.Empties(person));
                }
            }
        }

        return [.. chosen];

        void TakeOutermost(Func<Alternative, bool> keeps)
        {
            Take(Array.Find(byValue, v => keeps(v.Alternative)), v => v < requirement.Truth);
            Take(Array.FindLast(byValue, v => keeps(v.Alternative)), v => v > requirement.Truth);
        }

        void Take((Alternative? Alternative, int Value) outermost, Func<int, bool> says)
        {
            if (outermost.Alternative is { } alternative && says(outermost.Value))
            {
                chosen.Add(alternative);
                values.Add(outermost.Value);
            }
        }
    }
}
