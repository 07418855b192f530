namespace Anonymize.Tests.Oracle;

/// <summary>What an attacker knows besides the public facts: records that exist for certain, and regions that hold at most so many persons.</summary>
internal sealed class Insight
{
    public static Insight None { get; } = new() { Name = "outsider" };

    public required string Name { get; init; }

    /// <summary>Known records by kind of person; empty where none is known.</summary>
    public IReadOnlyList<int> Records { get; init; } = [];

    /// <summary>The attacker takes the known records off every figure and asks about the others.</summary>
    public bool SubtractsRecords { get; init; }

    public IReadOnlyList<(UInt128 Region, int High)> Caps { get; init; } = [];
}
