namespace Anonymize.Attack;

/// <summary>A person whose classes an alternative changes, while it is being glued together clique by clique.</summary>
internal sealed class GluedPerson(int origin, int[] leaves, int[] columns)
{
    /// <summary>The atom the person comes from, −1 for a person who is not there in truth.</summary>
    public int Origin { get; } = origin;

    /// <summary>Leaves as they stand now.</summary>
    public int[] Leaves { get; } = leaves;

    /// <summary>Column in each clique as it stands now; −1 where there is none yet.</summary>
    public int[] Columns { get; } = columns;

    /// <summary>The alternative has no such person at all.</summary>
    public bool IsGone { get; set; }

    public override string ToString() => nameof(GluedPerson);
}
