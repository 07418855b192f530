using Host.Samples.Partners;
using Host.Samples.Population;

namespace Host.Samples.Traps;

/// <summary>The same person once more: what to write, where, and the record it repeats.</summary>
internal sealed class SecondReport
{
    public required Person Person { get; init; }
    public required SamplePartner Partner { get; init; }

    /// <summary>The quarter in which the person counts: that of the first report.</summary>
    public required SamplePeriod Counted { get; init; }

    public required SpellingVariant Variant { get; init; }
    public required Reported First { get; init; }
}
