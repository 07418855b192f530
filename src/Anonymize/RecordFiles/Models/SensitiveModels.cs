using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Models;

/// <summary>The models that are asked of one sensitive attribute.</summary>
internal static class SensitiveModels
{
    /// <summary>
    /// Whether what is asked can be asked of sets. The distance of distributions over whole sets bounds what is learnt of each value, and so does
    /// <see cref="SetDiversity"/>; entropy and ranks of whole sets bound nothing of their values, and sets have no order.
    /// </summary>
    public static bool JudgesSets(PrivacyModels asked) =>
        asked is { EntropyL: null, Recursive: null, DistinctL: null or <= SetDiversity.Most } && (asked.T is null || asked.Distance == Distance.Equal);

    public static SensitiveModel[] Of(PrivacyModels asked, SensitiveAttribute attribute, SensitiveEntries entries)
    {
        var models = new List<SensitiveModel>();
        if (asked.DistinctL is { } l)
        {
            models.Add(attribute.Sets is { } sets ? new SetDiversity(l, sets) : new DistinctDiversity(l));
        }

        if (asked.EntropyL is { } entropy)
        {
            models.Add(new EntropyDiversity(entropy));
        }

        if (asked.Recursive is { } recursive)
        {
            models.Add(new RecursiveDiversity(recursive.C, recursive.L));
        }

        if (asked.T is { } t)
        {
            models.Add(Closeness(asked, t, attribute, All(attribute, entries)));
        }

        return [.. models];
    }

    private static Closeness Closeness(PrivacyModels asked, double t, SensitiveAttribute attribute, int[] all) => asked.Distance switch
    {
        Distance.Equal => new EqualCloseness(t, all),
        Distance.Ordered => new OrderedCloseness(t, all),
        Distance.Hierarchical => new HierarchicalCloseness(
            t, all, attribute.Hierarchy ?? throw new ArgumentException("A hierarchical distance needs a hierarchy.", nameof(attribute)), attribute.Leaves),
        _ => throw new ArgumentOutOfRangeException(nameof(asked)),
    };

    private static int[] All(SensitiveAttribute attribute, SensitiveEntries entries)
    {
        var all = new int[attribute.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            all[entries.Values[i]] += entries.Weights[i];
        }

        return all;
    }
}
