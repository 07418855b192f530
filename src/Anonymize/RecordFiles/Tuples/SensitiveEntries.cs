namespace Anonymize.RecordFiles.Tuples;

/// <summary>How often each value of one sensitive attribute occurs in each tuple or class, as a list of those that do: owner, value, records.</summary>
internal sealed record SensitiveEntries(int[] Owners, int[] Values, int[] Weights)
{
    public int Count => Owners.Length;

    /// <summary>The entries of some owners, which get new numbers.</summary>
    /// <param name="place">New number by owner; negative where its entries are left out.</param>
    public SensitiveEntries Part(int[] place)
    {
        var kept = Enumerable.Range(0, Count).Where(e => place[Owners[e]] >= 0).ToArray();
        return new SensitiveEntries([.. kept.Select(e => place[Owners[e]])], [.. kept.Select(e => Values[e])], [.. kept.Select(e => Weights[e])]);
    }

    /// <summary>The same values under new owners, entries that become equal added up.</summary>
    public SensitiveEntries Under(ReadOnlySpan<int> ownerOf, int values)
    {
        var index = new KeyIndex(Math.Max(16, Count / 2));
        var owners = new int[Count];
        var codes = new int[Count];
        var weights = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            var owner = ownerOf[Owners[i]];
            var id = index.IdOf(((ulong)(uint)owner * (uint)values) + (uint)Values[i]);
            owners[id] = owner;
            codes[id] = Values[i];
            weights[id] += Weights[i];
        }

        return new SensitiveEntries(owners[..index.Count], codes[..index.Count], weights[..index.Count]);
    }
}
