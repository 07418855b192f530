namespace Anonymize.Tests.Oracle;

/// <summary>One person of a small true population: a leaf position for each variable, and which partners know the record.</summary>
internal sealed class Person(int[] leaves, bool[] knownTo)
{
    public int[] Leaves { get; } = leaves;

    public bool[] KnownTo { get; } = knownTo;
}
